/** While runs beat the cheapest one so far by at least this share, the server is still warming up. */
const minGain = 0.02

/** When a server is warm. */
export interface WarmUp {
  readonly minRuns: number
  readonly maxRuns: number
  /** After this many runs in a row without a gain, it is. */
  readonly quietRuns: number
}

/**
 * Repeats a run until it gets no cheaper: the runtime compiles what runs often, which for the first push of 500
 * workouts takes more CPU time than the push itself. `run` resolves to its cost. Resolves to all costs.
 */
export async function warmUp(
  run: () => Promise<number>,
  { minRuns, maxRuns, quietRuns }: WarmUp,
): Promise<readonly number[]> {
  const costs: number[] = []
  let cheapest = Number.POSITIVE_INFINITY
  let quiet = 0
  while (costs.length < minRuns || (quiet < quietRuns && costs.length < maxRuns)) {
    const cost = await run()
    quiet = cost < (1 - minGain) * cheapest ? 0 : quiet + 1
    cheapest = Math.min(cheapest, cost)
    costs.push(cost)
  }
  return costs
}
