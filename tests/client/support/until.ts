/** How long to wait, in milliseconds: less than the time limit of a test, but enough for a busy machine. */
const maxWaitMs = 50_000

/** Resolves when a condition holds. Rejects if that takes too long. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + maxWaitMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('the condition did not hold in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
