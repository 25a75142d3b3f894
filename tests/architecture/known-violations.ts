/** Violations that are tolerated until they are fixed. */
export const knownViolations: readonly string[] = []
