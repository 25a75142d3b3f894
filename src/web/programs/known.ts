import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { ProgramContent } from '#training/programs/index.ts'
import { changes, log } from '../state/log.ts'

/** A program: built-in, or the user's own. */
export interface KnownProgram extends ProgramContent {
  readonly id: string
  readonly revision: number
  readonly isOwn: boolean
}

/** The built-in programs, by name. */
export const builtIn: readonly KnownProgram[] = builtInPrograms.map((one) => ({ ...one, isOwn: false }))

/** The user's own programs, by name. */
export function own(): KnownProgram[] {
  changes.value
  return log()
    .programs.list()
    .map((one) => ({ ...one, revision: one.revision ?? 1, isOwn: true }))
}

/** A program by its id; deleted ones stay available for their runs. */
export function programOf(id: string): KnownProgram | undefined {
  const known = builtIn.find((one) => one.id === id)
  if (known) return known
  changes.value
  const found = log().programs.get(id)
  return found && { ...found, revision: found.revision ?? 1, isOwn: true }
}

/** `4 days · 8 weeks`. */
export function sizeText({ sessionsPerWeek, days, weeks }: KnownProgram): string {
  const perWeek = sessionsPerWeek ?? weeks[0]?.days.length ?? days.length
  if (days.length === 1 && weeks.length === 1) return 'Routine'
  return [`${perWeek} days a week`, weeks.length > 1 ? `${weeks.length} weeks` : '']
    .filter(Boolean)
    .join(' · ')
}

/** The first sentence of its notes. */
export const shortNotes = ({ notes = '' }: KnownProgram): string => notes.split(/(?<=\.)\s/)[0] ?? ''
