import type { SavedPackedWorkout } from '#db/lift-memory/continue-log.ts'
import type { Tx } from '#db/schema/index.ts'
import { changedIn } from '#db/sync/changes.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkoutRow, hasWorkout } from '#db/workouts/find.ts'
import { readWorkoutToReplace } from '#db/workouts/last-written.ts'
import type { SavedWorkout, StoredWorkout, UnzonedDraft, WorkoutDraft } from '#db/workouts/rows.ts'
import { deleteWorkout, insertWorkout, replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import { findFactsOf, findTotalsFacts, type TotalsFacts } from '#db/workouts/totals.ts'
import type { Schemas } from '#generated/types.ts'
import { JsonText } from '#lib/json-text.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource, Saved } from '../crud/resource.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { storeMemory } from '../training-log/store-memory.ts'
import { draftWorkout } from './draft.ts'
import { presentedWorkoutPages } from './pages.ts'
import { presentSaved, presentWorkouts } from './present.ts'
import { checkAssistance, checkExercises, checkLocalDates, checkWorkout } from './rules.ts'
import { inTimeZone, timeZoneOf } from './time-zone.ts'

type Input = Schemas['WorkoutInput']

/** A workout as sent by a client, and its rows. */
interface Draft {
  readonly input: Input
  /**
   * Whether it may refer to deleted exercises: it was logged before the client could know of the deletion, or follows a
   * program.
   */
  readonly mayReferToDeleted: boolean
  /** Of the user's profile, for a new workout without one. */
  readonly defaultTimeZone: string
  readonly rows: UnzonedDraft
  /** What its totals depend on, if it was read together with the state that it replaces. */
  facts?: TotalsFacts
}

/** The TypeScript types of the resource `workout`; see `ResourceTypes`. */
export interface Workouts {
  readonly name: 'workout'
  readonly input: Input
  readonly draft: Draft
  readonly stored: StoredWorkout
  readonly value: JsonText<Schemas['Workout']>
  readonly locked: never
  readonly writeFailure: never
}

/** Reads and writes workouts. */
export const workouts: Resource<Workouts> = {
  name: 'workout',
  table: 'workouts',
  exported: {
    member: 'workouts',
    pages: (db, user) => presentedWorkoutPages(db, user, 'newest'),
    check: (workout) => [...checkWorkout(workout), ...checkLocalDates(workout, workout.timeZone)],
  },
  imported: 'with_log',

  draft(input, { userId, timeZone, id, newId, mayReferToDeleted = false }) {
    const errors = checkWorkout(input)
    if (errors.length > 0) return invalid(...errors)
    const rows = draftWorkout(userId, id, input, newId)
    return { kind: 'drafted', draft: { input, mayReferToDeleted, defaultTimeZone: timeZone, rows } }
  },

  async find(db, userId, id, draft) {
    const [stored, facts] = await Promise.all([
      findWorkoutRow(db, userId, id),
      draft && findTotalsFacts(db, draft.rows),
    ])
    if (draft && facts) draft.facts = facts
    return stored ? { kind: 'found', stored } : { kind: 'missing', resource: 'workout' }
  },

  stampsOf: (row) => row,

  async insert(tx, draft, now, isNewId = false) {
    const { userId, id } = draft.rows.workout
    const timeZone = timeZoneOf(draft.input) ?? draft.defaultTimeZone
    // Together, in one round trip to PostgreSQL.
    const [exists, facts] = await Promise.all([
      !isNewId && hasWorkout(tx, userId, id),
      findTotalsFacts(tx, draft.rows),
    ])
    const result = await save(tx, draft, { timeZone, facts }, async (rows) =>
      exists ? undefined : insertWorkout(tx, rows, now, facts),
    )
    return result ?? { kind: 'id_taken', resource: 'workout' }
  },

  async update(tx, stored, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? stored.timeZone
    const previous = readWorkoutToReplace(tx, stored)
    const facts = draft.facts ?? (await findFactsOf(tx, draft.rows))
    return save(tx, draft, { timeZone, facts, previous }, (rows) =>
      replaceWorkout(tx, previous, rows, now, { facts }),
    )
  },

  async revive(tx, tombstone, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? tombstone.timeZone
    const deleted = readWorkout(tombstone)
    const facts = await findTotalsFacts(tx, draft.rows)
    return save(tx, draft, { timeZone, facts }, (rows) => reviveWorkout(tx, deleted, rows, now, facts))
  },

  delete: (tx, stored, now) => deleteWorkout(tx, readWorkout(stored), now),

  present: (db, user, stored) => presentSaved(db, user, stored, packedOf.get(stored)),

  listChanged: changedIn('workouts'),

  async presentChanges(db, user, rows) {
    const liveRows = rows.filter(({ deletedAt }) => deletedAt === null)
    const values = await presentWorkouts(db, user, liveRows, user.unit)
    const byId = new Map(liveRows.map(({ id }, index) => [id, values[index]]))
    return rows.map((row) => {
      const head = changeHead('workout', row)
      const value = byId.get(row.id)
      return value
        ? new JsonText([`${JSON.stringify(head).slice(0, -1)},"value":`, ...value.pieces, '}'], head)
        : head
    })
  },
}

/** The context in which a workout is checked and saved. */
interface SaveContext {
  readonly timeZone: string
  readonly facts: TotalsFacts
  /** The state that it replaces. */
  readonly previous?: SavedWorkout
}

/**
 * Writes a workout, unless it has no valid date in its time zone, refers to exercises that it may not contain, or has a
 * weight on an assisted exercise. Exercises and weights that it already contained (`previous`) may stay.
 */
async function save<Written extends SavedWorkout | undefined>(
  tx: Tx,
  { input, mayReferToDeleted, rows }: Draft,
  { timeZone, facts, previous }: SaveContext,
  write: (rows: WorkoutDraft) => Promise<Written>,
): Promise<Saved<StoredWorkout> | Invalid | (undefined extends Written ? undefined : never)> {
  const errors = [
    ...checkExercises(input, facts.exercises, mayReferToDeleted ? input.exercises : previous?.exercises),
    ...checkAssistance(input, previous?.sets),
    ...checkLocalDates(input, timeZone),
  ]
  if (errors.length > 0) return invalid(...errors)
  const result = await write(inTimeZone(rows, timeZone))
  if (result) {
    const { stored, packed } = result
    if (stored === previous?.stored) return { kind: 'saved', stored }
    await storeMemory(tx, stored)
    if (packed) packedOf.set(stored, { row: packed.whole, seq: stored.seq, isAdded: previous === undefined })
  }
  return result && { kind: 'saved', stored: result.stored }
}

/** The packed rows of workouts that were just saved, from which the memory of lifts can be continued. */
const packedOf = new WeakMap<StoredWorkout, SavedPackedWorkout>()
