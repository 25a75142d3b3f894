import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { Profile } from '#db/accounts/users.ts'
import { ownProgramLimit, ownPrograms } from '#db/programs/programs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { foldCase } from '#lib/fold.ts'
import { type PageRequest, pageOf } from '#lib/page.ts'
import type { Listed } from '../crud/results.ts'
import { contentOfBuiltIn } from './find.ts'
import { summaryOf } from './shape.ts'

/** The position of a page of programs: after this one, by name. */
export interface ProgramPosition {
  readonly name: string
  readonly id: string
}

/** Filters of a list of programs. A missing field doesn't narrow the list. */
interface ProgramQuery {
  readonly source?: Schemas['ExerciseSource']
  readonly sessionsPerWeek?: number
}

const builtIn = builtInPrograms.map((program) =>
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
  const all = [...(source === 'custom' ? [] : builtIn), ...own]
    .filter((one) => sessionsPerWeek === undefined || one.sessionsPerWeek === sessionsPerWeek)
    .map((one) => ({ one, at: positionOf(one) }))
    .sort((a, b) => byPosition(a.at, b.at))
  const rest = after ? all.filter(({ at }) => byPosition(at, after) > 0) : all
  const { items, last } = pageOf(rest, limit)
  return { kind: 'listed', items: items.map(({ one }) => one), next: last?.at }
}

async function ownSummaries(db: Reader, userId: string): Promise<Schemas['ProgramSummary'][]> {
  const stored = await ownPrograms.list(db, userId, { after: undefined, limit: ownProgramLimit })
  return stored.map(({ id, revision, content }) => summaryOf({ id, source: 'custom', revision }, content))
}

function positionOf({ name, id }: Schemas['ProgramSummary']): ProgramPosition {
  return { name: foldCase(name), id }
}

function byPosition(a: ProgramPosition, b: ProgramPosition): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
