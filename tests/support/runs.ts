const factor = Number(process.env.RUNS ?? 1)

/** The number of runs of a slow property test: `count`, or ten times that with `RUNS=10 bun test …`. */
export function runs(count: number): number {
  return Math.ceil(count * factor)
}
