const factor = Number(process.env.RUNS ?? 1)

/** How many runs of a slow property to try: `RUNS=10 bun test …` tries ten times as many as by default. */
export function runs(count: number): number {
  return Math.ceil(count * factor)
}
