import type { BuiltInProgram } from '#catalogue/programs/program.ts'
import type { StoredProgram } from '#db/programs/programs.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { ProgramContent } from '#training/programs/read.ts'
import { contentOfBuiltIn } from './find.ts'

/** Converts a user's own program to the contract's schema. */
export function presentProgram(stored: StoredProgram): Schemas['Program'] {
  const { id, content, revision, createdAt, updatedAt, deletedAt } = stored
  return {
    id,
    source: 'custom',
    ...content,
    revision,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
    ...(deletedAt !== null && { deletedAt: instant(deletedAt) }),
  }
}

/** Converts a built-in program to the contract's schema. */
export function presentBuiltIn(program: BuiltInProgram): Schemas['Program'] {
  const { id, revision } = program
  return { id, source: 'builtin', ...contentOfBuiltIn(program), revision }
}

/** A program in a list. */
export function summaryOf(
  head: Pick<Schemas['Program'], 'id' | 'source' | 'revision'>,
  { name, author, notes, sessionsPerWeek, days, weeks }: ProgramContent,
): Schemas['ProgramSummary'] {
  return {
    ...head,
    name,
    ...(author !== undefined && { author }),
    ...(notes !== undefined && { notes }),
    ...(sessionsPerWeek !== undefined && { sessionsPerWeek }),
    days: days.length,
    weeks: weeks.length,
  }
}
