import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Tx } from '#db/schema/index.ts'
import { listChangedWorkouts } from '#db/workouts/changed.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { WorkoutAggregate, WorkoutDraft } from '#db/workouts/rows.ts'
import { deleteWorkout, insertWorkout, replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource, Saved } from '../crud/resource.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { draftWorkout } from './draft.ts'
import { presentWorkout, presentWorkouts } from './present.ts'
import { checkExercises, checkWorkout } from './rules.ts'

type Input = Schemas['WorkoutInput']

/** A workout as it was sent, and its rows. */
interface Draft {
  readonly input: Input
  /**
   * Whether it may refer to deleted exercises: it was logged before the client could know of the deletion.
   */
  readonly wasOffline: boolean
  readonly rows: WorkoutDraft
}

/** A workout, and facts about its exercises if they were read along the way. */
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
    const saved = await save(tx, draft, [], () => insertWorkout(tx, draft.rows, now))
    return saved ?? { kind: 'id_taken', resource: 'workout' }
  },

  async update(tx, { workout }, draft, now) {
    return save(tx, draft, workout.exercises, () => replaceWorkout(tx, workout, draft.rows, now))
  },

  async revive(tx, { workout: { workout: tombstone } }, draft, now) {
    return save(tx, draft, [], () => reviveWorkout(tx, tombstone, draft.rows, now))
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

/** Writes a workout, unless it refers to exercises that it may not contain; those that it `held` may stay. */
async function save<Written extends WorkoutAggregate | undefined>(
  tx: Tx,
  { input, wasOffline, rows }: Draft,
  held: WorkoutAggregate['exercises'],
  write: () => Promise<Written>,
): Promise<Saved<Stored> | Invalid | (undefined extends Written ? undefined : never)> {
  const ids = new Set(input.exercises.map(({ exerciseId }) => exerciseId))
  const facts = await findExerciseFacts(tx, rows.workout.userId, ids)
  const unknown = checkExercises(input, facts, wasOffline ? input.exercises : held)
  if (unknown.length > 0) return invalid(...unknown)
  const workout = await write()
  return workout && { kind: 'saved', stored: { workout, facts } }
}
