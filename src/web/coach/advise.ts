import type { Advice } from '../workout/advice-types.ts'

/** Nothing yet. */
export const advise = (): Advice | undefined => undefined
