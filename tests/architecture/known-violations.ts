/** What is still to be mended. */
export const knownViolations: readonly string[] = []
