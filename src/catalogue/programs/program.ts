import type { Schemas } from '#generated/types.ts'

type ProgramInput = Schemas['ProgramInput']

/** A built-in program. Its numbers are those of its source; its words are ours. */
export interface BuiltInProgram extends Omit<ProgramInput, 'id' | 'sourceUrl' | 'notes' | 'sessionsPerWeek'> {
  readonly id: string
  /** Where the numbers come from. */
  readonly sourceUrl: string
  /** What it is, for whom, and how it goes on. */
  readonly notes: string
  readonly sessionsPerWeek: number
  /** Raised whenever a number changes: runs go on with the revision that they began with. */
  readonly revision: number
}
