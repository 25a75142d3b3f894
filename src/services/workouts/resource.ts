import { findTimeZone } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Tx } from '#db/schema/index.ts'
import { listChangedWorkouts } from '#db/workouts/changed.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { UnzonedDraft, WorkoutAggregate, WorkoutDraft } from '#db/workouts/rows.ts'
import { deleteWorkout, insertWorkout, replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource, Saved } from '../crud/resource.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { keepMemory } from '../training-log/keep-memory.ts'
import { draftWorkout } from './draft.ts'
import { presentedWorkoutPages } from './pages.ts'
import { presentWorkout, presentWorkouts } from './present.ts'
import { checkAssistance, checkExercises, checkLocalDates, checkWorkout } from './rules.ts'
import { inTimeZone, timeZoneOf } from './time-zone.ts'

type Input = Schemas['WorkoutInput']

/** A workout as sent, and its rows. */
interface Draft {
  readonly input: Input
  /**
   * Whether it may refer to deleted exercises: it was logged before the client could know of the deletion.
   */
  readonly wasOffline: boolean
  readonly rows: UnzonedDraft
}

/** A workout, and facts about its exercises if they were read anyway. */
interface Stored {
  readonly workout: WorkoutAggregate
  readonly facts?: ReadonlyMap<string, ExerciseFactsRow>
}

/** The types of workouts. */
export interface Workouts {
  readonly name: 'workout'
  readonly input: Input
  readonly draft: Draft
  readonly stored: Stored
  readonly value: Schemas['Workout']
  readonly locked: never
  readonly clash: never
}

/** How workouts are read and written. */
export const workouts: Resource<Workouts> = {
  name: 'workout',
  table: 'workouts',
  exported: { member: 'workouts', pages: (db, user) => presentedWorkoutPages(db, user, 'newest') },

  draft(input, { userId, id, newId, wasOffline = false }) {
    const errors = checkWorkout(input)
    if (errors.length > 0) return invalid(...errors)
    return { kind: 'drafted', draft: { input, wasOffline, rows: draftWorkout(userId, id, input, newId) } }
  },

  async find(db, userId, id) {
    const workout = await findWorkout(db, userId, id)
    return workout ? { kind: 'found', stored: { workout } } : { kind: 'missing', resource: 'workout' }
  },

  stampsOf: ({ workout: { workout } }) => workout,

  async insert(tx, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? (await findTimeZone(tx, draft.rows.workout.userId))
    const saved = await save(tx, draft, { timeZone }, (rows) => insertWorkout(tx, rows, now))
    return saved ?? { kind: 'id_taken', resource: 'workout' }
  },

  async update(tx, { workout }, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? workout.workout.timeZone
    return save(tx, draft, { timeZone, held: workout }, (rows) => replaceWorkout(tx, workout, rows, now))
  },

  async revive(tx, { workout: { workout: tombstone } }, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? tombstone.timeZone
    return save(tx, draft, { timeZone }, (rows) => reviveWorkout(tx, tombstone, rows, now))
  },

  delete: (tx, { workout }, now) => deleteWorkout(tx, workout, now),

  present: (db, user, { workout, facts }) => presentWorkout(db, user, workout, { ...(facts && { facts }) }),

  async listChanged(db, page) {
    const changed = await listChangedWorkouts(db, page)
    return changed.map(({ seq, stored: workout }) => ({ seq, stored: { workout } }))
  },

  async presentChanges(db, user, stored) {
    const aggregates = stored.map(({ workout }) => workout)
    const live = aggregates.filter(({ workout }) => workout.deletedAt === null)
    const values = await presentWorkouts(db, user, live, user.unit)
    const byId = new Map(values.map((value) => [value.id, value]))
    return aggregates.map(({ workout }) => {
      const value = byId.get(workout.id)
      return { ...changeHead('workout', workout), ...(value && { value }) }
    })
  },
}

/**
 * Writes a workout, unless it has no date in its time zone or refers to exercises that it may not contain. Those that
 * it `held` before may stay.
 */
async function save<Written extends WorkoutAggregate | undefined>(
  tx: Tx,
  { input, wasOffline, rows }: Draft,
  { timeZone, held }: { readonly timeZone: string; readonly held?: WorkoutAggregate },
  write: (rows: WorkoutDraft) => Promise<Written>,
): Promise<Saved<Stored> | Invalid | (undefined extends Written ? undefined : never)> {
  const ids = new Set(input.exercises.map(({ exerciseId }) => exerciseId))
  const facts = await findExerciseFacts(tx, rows.workout.userId, ids)
  const errors = [
    ...checkExercises(input, facts, wasOffline ? input.exercises : held?.exercises),
    ...checkAssistance(input, held?.sets),
    ...checkLocalDates(input, timeZone),
  ]
  if (errors.length > 0) return invalid(...errors)
  const workout = await write(inTimeZone(rows, timeZone))
  if (workout) await keepMemory(tx, workout.workout)
  return workout && { kind: 'saved', stored: { workout, facts } }
}
