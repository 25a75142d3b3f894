import type { Schemas } from '#generated/types.ts'
import type { PageRequest } from '#lib/page.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { maxOffset } from '../values/local-times.ts'
import type { PresentedWorkout, StoredWorkout } from './rows.ts'

/** The order of a list of workouts, by start time. */
export type WorkoutOrder = 'newest' | 'oldest'

/** The position of a page of workouts, which starts after this workout in list order. */
export interface WorkoutPosition {
  readonly startedAt: number
  readonly id: string
}

/** Filters of a list of workouts. A missing field doesn't narrow the list. */
export interface WorkoutFilter {
  /** The earliest start in the workout's own time zone, as in `localStartedAt`, inclusive. */
  readonly fromLocal?: number | undefined
  /** The latest start in the workout's own time zone, exclusive. */
  readonly beforeLocal?: number | undefined
  readonly exerciseId?: string | undefined
  /** Text that `searchText` must contain, in the same form. */
  readonly text?: string | undefined
  readonly status?: Schemas['WorkoutStatus'] | undefined
}

interface PageParameters extends Omit<WorkoutFilter, 'status'> {
  readonly userId: string
  readonly limit: number
  /** The instants around the local times, for the index. */
  readonly fromInstant: number | undefined
  readonly beforeInstant: number | undefined
  readonly inProgress: true | undefined
  readonly completed: true | undefined
  readonly afterStartedAt: number | undefined
  readonly afterId: string | undefined
  readonly oldestFirst: true | undefined
}

function pageOf(db: Reader, p: PageParameters) {
  const direction = p.oldestFirst ? 'asc' : 'desc'
  let query = db
    .selectFrom('workouts')
    .where('userId', '=', p.userId)
    .where('deletedAt', 'is', null)
    .orderBy('startedAt', direction)
    .orderBy('id', direction)
    .limit(p.limit)
  const { fromInstant, beforeInstant, fromLocal, beforeLocal } = p
  const { text, exerciseId, afterStartedAt, afterId } = p
  if (fromInstant !== undefined) query = query.where('startedAt', '>=', fromInstant)
  if (beforeInstant !== undefined) query = query.where('startedAt', '<', beforeInstant)
  if (fromLocal !== undefined) query = query.where('localStartedAt', '>=', fromLocal)
  if (beforeLocal !== undefined) query = query.where('localStartedAt', '<', beforeLocal)
  if (p.completed) query = query.where('endedAt', 'is not', null)
  if (p.inProgress) query = query.where('endedAt', 'is', null)
  if (text !== undefined) query = query.where(({ fn, val }) => fn('instr', ['searchText', val(text)]), '>', 0)
  if (exerciseId !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('performedExercises')
          .select('performedExercises.workoutId')
          .whereRef('performedExercises.userId', '=', 'workouts.userId')
          .where('performedExercises.exerciseId', '=', exerciseId)
          .whereRef('performedExercises.startedAt', '=', 'workouts.startedAt')
          .whereRef('performedExercises.workoutId', '=', 'workouts.id'),
      ),
    )
  }
  if (afterStartedAt !== undefined && afterId !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'id'), p.oldestFirst ? '>' : '<', tuple(afterStartedAt, afterId)),
    )
  }
  return query
}

const selectPage = prepare((db, p: PageParameters) => pageOf(db, p).selectAll())

const selectPresentedPage = prepare((db, p: PageParameters) => pageOf(db, p).select(presentedColumns))

const presentedColumns = [
  'id',
  'startedAt',
  'endedAt',
  'timeZone',
  'bodyweightGrams',
  'revision',
  'createdAt',
  'updatedAt',
  'seq',
  'totalSets',
  'totalReps',
  'volumeKg',
  'volumeLb',
  'content',
] as const satisfies (keyof PresentedWorkout)[]

/** A page of a list, newest first by default. */
interface WorkoutPage extends PageRequest<WorkoutPosition> {
  readonly order?: WorkoutOrder
}

/** A user's workouts that are not deleted; at most `limit`. */
export async function listWorkouts(
  db: Reader,
  userId: string,
  filter: WorkoutFilter,
  page: WorkoutPage,
): Promise<StoredWorkout[]> {
  return selectPage.all(db, parametersOf(userId, filter, page))
}

/** The same workouts, with only the columns that presenting them needs. */
export async function listPresentedWorkouts(
  db: Reader,
  userId: string,
  filter: WorkoutFilter,
  page: WorkoutPage,
): Promise<PresentedWorkout[]> {
  return selectPresentedPage.all(db, parametersOf(userId, filter, page))
}

function parametersOf(
  userId: string,
  { fromLocal, beforeLocal, exerciseId, text, status }: WorkoutFilter,
  { after, limit, order = 'newest' }: WorkoutPage,
): PageParameters {
  return {
    fromLocal,
    beforeLocal,
    exerciseId,
    text,
    userId,
    limit,
    fromInstant: fromLocal === undefined ? undefined : fromLocal - maxOffset,
    beforeInstant: beforeLocal === undefined ? undefined : beforeLocal + maxOffset,
    inProgress: status === 'in_progress' || undefined,
    completed: status === 'completed' || undefined,
    afterStartedAt: after?.startedAt,
    afterId: after?.id,
    oldestFirst: order === 'oldest' || undefined,
  }
}
