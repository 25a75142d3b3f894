/** Resolves when a condition holds. Rejects if that takes more than five seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('the condition did not hold within five seconds')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
