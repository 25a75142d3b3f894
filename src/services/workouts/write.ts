import { findTimeZone } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Tx } from '#db/schema/index.ts'
import type { UnzonedDraft, WorkoutAggregate } from '#db/workouts/rows.ts'
import { insertWorkout, replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { invalid } from '#handlers/problems.ts'
import type { Refused } from '#handlers/refused.ts'
import { problem } from '#http/response/constructors.ts'
import { newId } from '#lib/new-id.ts'
import { draftWorkout } from './draft.ts'
import { checkExercises, checkLocalDates, checkWorkout } from './rules.ts'
import { inTimeZone, timeZoneOf } from './time-zone.ts'

type Input = Schemas['WorkoutInput']

/** A workout as it was sent, and its rows. */
export interface ReadyWorkout {
  readonly input: Input
  /**
   * Whether it may refer to deleted exercises: it was logged before the client could know of the deletion.
   */
  readonly wasOffline: boolean
  readonly draft: UnzonedDraft
}

/** A workout as it was saved, and facts about its exercises. */
export interface SavedWorkout {
  readonly workout: WorkoutAggregate
  readonly facts: ReadonlyMap<string, ExerciseFactsRow>
}

/** Prepares a workout for writing, outside of the transaction, or says what is wrong with it. */
export function readyWorkout(userId: string, id: string, input: Input): ReadyWorkout | Refused<422> {
  const errors = checkWorkout(input)
  if (errors.length > 0) return invalid(...errors)
  return { input, wasOffline: false, draft: draftWorkout(userId, id, input, newId) }
}

/** The same for a workout that was logged offline. */
export function readyOfflineWorkout(userId: string, id: string, input: Input): ReadyWorkout | Refused<422> {
  const ready = readyWorkout(userId, id, input)
  return 'problem' in ready ? ready : { ...ready, wasOffline: true }
}

/** Adds a workout, if its id is free. */
export async function addWorkout(
  tx: Tx,
  ready: ReadyWorkout,
  now: number,
): Promise<SavedWorkout | Refused<409 | 422>> {
  const { input, draft } = ready
  const timeZone = timeZoneOf(input) ?? (await findTimeZone(tx, draft.workout.userId))
  const facts = await factsOf(tx, ready)
  const faults = [...unknownExercises(ready, facts), ...checkLocalDates(input, timeZone)]
  if (faults.length > 0) return invalid(...faults)
  const workout = await insertWorkout(tx, inTimeZone(draft, timeZone), now)
  return workout ? { workout, facts } : problem(409, 'id_taken', 'A workout with this id already exists.')
}

/** Replaces a workout. */
export async function changeWorkout(
  tx: Tx,
  kept: WorkoutAggregate,
  ready: ReadyWorkout,
  now: number,
): Promise<SavedWorkout | Refused<422>> {
  const { input, draft } = ready
  const timeZone = timeZoneOf(input) ?? kept.workout.timeZone
  const facts = await factsOf(tx, ready)
  const faults = [...unknownExercises(ready, facts, kept.exercises), ...checkLocalDates(input, timeZone)]
  if (faults.length > 0) return invalid(...faults)
  return { workout: await replaceWorkout(tx, kept, inTimeZone(draft, timeZone), now), facts }
}

/** Replaces a workout's tombstone. */
export async function bringBackWorkout(
  tx: Tx,
  { workout: tombstone }: WorkoutAggregate,
  ready: ReadyWorkout,
  now: number,
): Promise<SavedWorkout | Refused<422>> {
  const { input, draft } = ready
  const timeZone = timeZoneOf(input) ?? tombstone.timeZone
  const facts = await factsOf(tx, ready)
  const faults = [...unknownExercises(ready, facts), ...checkLocalDates(input, timeZone)]
  if (faults.length > 0) return invalid(...faults)
  return { workout: await reviveWorkout(tx, tombstone, inTimeZone(draft, timeZone), now), facts }
}

function unknownExercises(
  { input, wasOffline }: ReadyWorkout,
  facts: SavedWorkout['facts'],
  held?: readonly { readonly exerciseId: string }[],
) {
  return checkExercises(input, facts, wasOffline ? input.exercises : held)
}

function factsOf(tx: Tx, { input, draft }: ReadyWorkout): Promise<Map<string, ExerciseFactsRow>> {
  const ids = new Set(input.exercises.map(({ exerciseId }) => exerciseId))
  return findExerciseFacts(tx, draft.workout.userId, ids)
}
