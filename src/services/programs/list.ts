import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { Profile } from '#db/accounts/users.ts'
import { maxOwnPrograms, ownPrograms } from '#db/programs/programs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { foldCase } from '#lib/fold.ts'
import { type PageRequest, pageOf } from '#lib/page.ts'
import type { Listed } from '../crud/results.ts'
import { contentOfBuiltIn } from './find.ts'
import { summaryOf } from './shape.ts'

/** The position of the last program on a page, in order of name. */
export interface ProgramPosition {
  readonly name: string
  readonly id: string
}

/** Filters of a list of programs. A missing field doesn't narrow the list. */
interface ProgramQuery {
  readonly source?: Schemas['ExerciseSource']
  readonly sessionsPerWeek?: number
}

const builtInSummaries = builtInPrograms.map((program) =>
  summaryOf({ id: program.id, source: 'builtin', revision: program.revision }, contentOfBuiltIn(program)),
)

/** A page of the built-in programs and the user's own, by name. */
export async function listPrograms(
  db: Reader,
  user: Profile,
  { source, sessionsPerWeek }: ProgramQuery,
  { after, limit }: PageRequest<ProgramPosition>,
): Promise<Listed<Schemas['ProgramSummary'], ProgramPosition>> {
  const own = source === 'builtin' ? [] : await ownSummaries(db, user.id)
  const programs = [...(source === 'custom' ? [] : builtInSummaries), ...own]
    .filter((program) => sessionsPerWeek === undefined || program.sessionsPerWeek === sessionsPerWeek)
    .map((program) => ({ program, position: positionOf(program) }))
    .sort((a, b) => comparePositions(a.position, b.position))
  const remaining = after
    ? programs.filter(({ position }) => comparePositions(position, after) > 0)
    : programs
  const { items, last } = pageOf(remaining, limit)
  return { kind: 'listed', items: items.map(({ program }) => program), next: last?.position }
}

async function ownSummaries(db: Reader, userId: string): Promise<Schemas['ProgramSummary'][]> {
  const stored = await ownPrograms.list(db, userId, { after: undefined, limit: maxOwnPrograms })
  return stored.map(({ id, revision, content }) => summaryOf({ id, source: 'custom', revision }, content))
}

function positionOf({ name, id }: Schemas['ProgramSummary']): ProgramPosition {
  return { name: foldCase(name), id }
}

function comparePositions(a: ProgramPosition, b: ProgramPosition): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
