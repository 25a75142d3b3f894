/** Violations that still have to be fixed. */
export const knownViolations: readonly string[] = []
