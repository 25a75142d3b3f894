import { findTimeZone } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Tx } from '#db/schema/index.ts'
import { changedIn } from '#db/sync/changes.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkoutRow } from '#db/workouts/find.ts'
import type { SavedWorkout, StoredWorkout, UnzonedDraft, WorkoutDraft } from '#db/workouts/rows.ts'
import { deleteWorkout, insertWorkout, replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import type { Facts } from '#db/workouts/totals.ts'
import type { Schemas } from '#generated/types.ts'
import { JsonText } from '#lib/json-text.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource, Saved } from '../crud/resource.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { keepMemory } from '../training-log/keep-memory.ts'
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
   * Whether it may refer to deleted exercises: it was logged before the client could know of the deletion.
   */
  readonly wasOffline: boolean
  readonly rows: UnzonedDraft
}

/** The types of workouts. */
export interface Workouts {
  readonly name: 'workout'
  readonly input: Input
  readonly draft: Draft
  readonly stored: StoredWorkout
  readonly value: JsonText<Schemas['Workout']>
  readonly locked: never
  readonly clash: never
}

/** How workouts are read and written. */
export const workouts: Resource<Workouts> = {
  name: 'workout',
  table: 'workouts',
  exported: {
    member: 'workouts',
    pages: (db, user) => presentedWorkoutPages(db, user, 'newest'),
    check: (workout) => [...checkWorkout(workout), ...checkLocalDates(workout, workout.timeZone)],
  },
  imported: 'with_log',

  draft(input, { userId, id, newId, wasOffline = false }) {
    const errors = checkWorkout(input)
    if (errors.length > 0) return invalid(...errors)
    return { kind: 'drafted', draft: { input, wasOffline, rows: draftWorkout(userId, id, input, newId) } }
  },

  async find(db, userId, id) {
    const stored = await findWorkoutRow(db, userId, id)
    return stored ? { kind: 'found', stored } : { kind: 'missing', resource: 'workout' }
  },

  stampsOf: (row) => row,

  async insert(tx, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? (await findTimeZone(tx, draft.rows.workout.userId))
    const saved = await save(tx, draft, { timeZone }, (rows, facts) => insertWorkout(tx, rows, now, facts))
    return saved ?? { kind: 'id_taken', resource: 'workout' }
  },

  async update(tx, stored, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? stored.timeZone
    const held = readWorkout(stored)
    return save(tx, draft, { timeZone, held }, (rows, facts) =>
      replaceWorkout(tx, held, rows, now, { facts }),
    )
  },

  async revive(tx, tombstone, draft, now) {
    const timeZone = timeZoneOf(draft.input) ?? tombstone.timeZone
    const { workout } = readWorkout(tombstone)
    return save(tx, draft, { timeZone }, (rows, facts) => reviveWorkout(tx, workout, rows, now, facts))
  },

  delete: (tx, stored, now) => deleteWorkout(tx, readWorkout(stored), now),

  present: presentSaved,

  listChanged: changedIn('workouts'),

  async presentChanges(db, user, rows) {
    const live = rows.filter(({ deletedAt }) => deletedAt === null)
    const values = await presentWorkouts(db, user, live, user.unit)
    const byId = new Map(live.map(({ id }, index) => [id, values[index]]))
    return rows.map((row) => {
      const head = changeHead('workout', row)
      const value = byId.get(row.id)
      return value ? new JsonText(`${JSON.stringify(head).slice(0, -1)},"value":${value.text}}`, head) : head
    })
  },
}

/**
 * Writes a workout, unless it has no valid date in its time zone or refers to exercises that it may not
 * contain. Those that it already contained (`held`) may stay.
 */
async function save<Written extends SavedWorkout | undefined>(
  tx: Tx,
  { input, wasOffline, rows }: Draft,
  { timeZone, held }: { readonly timeZone: string; readonly held?: SavedWorkout },
  write: (rows: WorkoutDraft, facts: Facts) => Promise<Written>,
): Promise<Saved<StoredWorkout> | Invalid | (undefined extends Written ? undefined : never)> {
  const ids = new Set(input.exercises.map(({ exerciseId }) => exerciseId))
  const facts = await findExerciseFacts(tx, rows.workout.userId, ids)
  const errors = [
    ...checkExercises(input, facts, wasOffline ? input.exercises : held?.exercises),
    ...checkAssistance(input, held?.sets),
    ...checkLocalDates(input, timeZone),
  ]
  if (errors.length > 0) return invalid(...errors)
  const saved = await write(inTimeZone(rows, timeZone), facts)
  if (saved) await keepMemory(tx, saved.stored)
  return saved && { kind: 'saved', stored: saved.stored }
}
