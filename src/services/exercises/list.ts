import { searchWords } from '#catalogue/search-text.ts'
import { listExercises as listRows } from '#db/exercises/list.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { listPage, type PageRequest } from '../crud/page.ts'
import { type FieldProblem, type Invalid, invalid, type Listed } from '../crud/results.ts'
import { presentExercise } from './shape.ts'

/** Which exercises to list, and in which order. A missing field does not narrow the list. */
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
  readonly sort: 'name' | 'engagement'
}

/** Where a page starts: after this exercise. `percent` is its engagement of `muscle`, if that was asked for. */
interface Position {
  readonly percent?: number
  readonly nameKey: string
  readonly id: string
}

/** A page of the exercises that a user may log: built-in ones and, of a user who is known, their own. */
export async function listExercises(
  db: Reader,
  userId: string | undefined,
  query: ExerciseQuery,
  page: PageRequest<Position>,
): Promise<Listed<Schemas['Exercise'], Position> | Invalid> {
  const errors = needsMuscle(query)
  if (errors.length > 0) return invalid(...errors)
  const { q, sort, muscle, minEngagement, equipment, category, pattern, mechanic, difficulty, source } = query
  const words = q === undefined ? undefined : searchWords(q)
  const facets = { muscle, minEngagement, equipment, category, pattern, mechanic, difficulty, source }
  return listPage(
    page,
    ({ after, limit }) => listRows(db, userId, { ...facets, words }, { sort, after, limit }),
    ({ percent, nameKey, id }) => ({ ...(percent !== null && { percent }), nameKey, id }),
    (rows) => rows.map(presentExercise),
  )
}

/** Rejects what makes no sense without `muscle`. */
function needsMuscle({ muscle, minEngagement, sort }: ExerciseQuery): FieldProblem[] {
  if (muscle !== undefined) return []
  const message = 'Requires the parameter muscle.'
  return [
    ...(minEngagement === undefined
      ? []
      : [{ parameter: 'minEngagement', code: 'requires', message } as const]),
    ...(sort === 'engagement' ? [{ parameter: 'sort', code: 'requires', message } as const] : []),
  ]
}
