import { computed } from '@preact/signals'
import type { ProgramContent } from '#training/programs/index.ts'
import { dataFile } from '../state/data-file.ts'
import { changes, log } from '../state/log.ts'
import { countText } from '../words.ts'

declare const programsAddress: string

/** A program: built-in, or the user's own. */
export interface KnownProgram extends ProgramContent {
  readonly id: string
  readonly revision: number
  readonly isOwn: boolean
}

type BuiltIn = Omit<KnownProgram, 'isOwn'>

const file = dataFile<{ readonly programs: readonly BuiltIn[] }>(() => programsAddress, { programs: [] })

/** Loads the built-in programs. */
export const loadBuiltIn = file.load

/** The built-in programs, by name. Empty until loaded. */
export const builtIn = computed((): readonly KnownProgram[] =>
  file.data.value.programs.map((program) => ({ ...program, isOwn: false })),
)

/** The user's own programs, by name. */
export function ownPrograms(): KnownProgram[] {
  changes.value
  return log()
    .programs.list()
    .map((program) => ({ ...program, revision: program.revision ?? 1, isOwn: true }))
}

/** A program by its id; deleted ones stay available for their runs. */
export function programOf(id: string): KnownProgram | undefined {
  const builtInProgram = builtIn.value.find((program) => program.id === id)
  if (builtInProgram) return builtInProgram
  changes.value
  const ownProgram = log().programs.get(id)
  return ownProgram && { ...ownProgram, revision: ownProgram.revision ?? 1, isOwn: true }
}

/** `4 days a week · 8 weeks`. */
export function sizeText({ sessionsPerWeek, days, weeks }: KnownProgram): string {
  const perWeek = sessionsPerWeek ?? weeks[0]?.days.length ?? days.length
  if (days.length === 1 && weeks.length === 1) return 'Routine'
  return [`${countText(perWeek, 'day')} a week`, weeks.length > 1 ? `${weeks.length} weeks` : '']
    .filter(Boolean)
    .join(' · ')
}

/** The first clause of a program's notes, which fits on two lines of a list. */
export const shortNotes = ({ notes = '' }: KnownProgram): string => notes.split(/[.:;]\s|\s\(|\.$/)[0] ?? ''
