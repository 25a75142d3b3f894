import { findMatches } from '#catalogue/search/search.ts'
import { listExercises as listRows } from '#db/exercises/list.ts'
import { exerciseNames } from '#db/exercises/names.ts'
import { sharedRow } from '#db/exercises/shared.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import type { PageRequest } from '#lib/page.ts'
import { listPage } from '../crud/page.ts'
import { type FieldProblem, type Invalid, invalid, type Listed } from '../crud/results.ts'
import type { ExercisePosition } from './position.ts'
import { listByRelevance } from './search.ts'
import { presentForReading } from './shape.ts'

/** Filters and order of a list of exercises. A missing field doesn't narrow the list. */
interface ExerciseQuery {
  readonly q?: string
  readonly muscle?: Schemas['Muscle']
  readonly minEngagement?: number
  readonly equipment?: readonly Schemas['Equipment'][]
  readonly category?: Schemas['ExerciseCategory']
  readonly pattern?: Schemas['MovementPattern']
  readonly mechanic?: Schemas['Mechanic']
  readonly difficulty?: Schemas['Difficulty']
  readonly source?: Schemas['ExerciseSource']
  /** The default is `relevance` with `q`, otherwise `name`. */
  readonly sort?: 'relevance' | 'name' | 'engagement' | 'recent'
}

/** A page of the exercises that a caller may log: built-in ones and, for a logged-in user, their own. */
export async function listExercises(
  db: Reader,
  userId: string | undefined,
  query: ExerciseQuery,
  page: PageRequest<ExercisePosition>,
): Promise<Listed<OrText<Schemas['Exercise']>, ExercisePosition> | Invalid> {
  const errors = missingParameters(query)
  if (errors.length > 0) return invalid(...errors)
  const { q, muscle, minEngagement, equipment, category, pattern, mechanic, difficulty, source } = query
  const facets = { muscle, minEngagement, equipment, category, pattern, mechanic, difficulty, source }
  const { sort = q === undefined ? 'name' : 'relevance' } = query
  if (q !== undefined && sort === 'relevance') return listByRelevance(db, userId, q, facets, page)
  const ids = q === undefined ? undefined : await idsOfMatches(db, userId, q)
  const order = sort === 'relevance' ? 'name' : sort
  return listPage(
    page,
    ({ after, limit }) =>
      listRows(
        db,
        userId,
        { ...facets, ids },
        { sort: order, after: after && { value: after.value, nameKey: after.name, id: after.id }, limit },
      ),
    ({ value, nameKey, id }) => ({ name: nameKey, id, ...(value !== null && { value }) }),
    (rows) => rows.map((row) => presentForReading(sharedRow(db, row))),
  )
}

async function idsOfMatches(db: Reader, userId: string | undefined, q: string): Promise<string[]> {
  return findMatches(await exerciseNames(db, userId), q).map(({ exercise }) => exercise.id)
}

/** Reports parameters that require another one. */
function missingParameters({ q, muscle, minEngagement, sort }: ExerciseQuery): FieldProblem[] {
  const problems: FieldProblem[] = []
  const requires = (parameter: string, other: string) =>
    problems.push({ parameter, code: 'requires', message: `Requires the parameter ${other}.` })
  if (minEngagement !== undefined && muscle === undefined) requires('minEngagement', 'muscle')
  if (sort === 'engagement' && muscle === undefined) requires('sort', 'muscle')
  if (sort === 'relevance' && q === undefined) requires('sort', 'q')
  return problems
}
