import type { Schemas } from '#generated/types.ts'

type ProgramInput = Schemas['ProgramInput']

/** A built-in program. Its numbers come from its source; its wording is our own. */
export interface BuiltInProgram extends Omit<ProgramInput, 'id' | 'sourceUrl' | 'notes' | 'sessionsPerWeek'> {
  readonly id: string
  /** Where the numbers come from. */
  readonly sourceUrl: string
  /** Its purpose, its audience, and how it progresses. */
  readonly notes: string
  readonly sessionsPerWeek: number
  /** Incremented whenever a number changes: runs continue with the revision that they started with. */
  readonly revision: number
}
