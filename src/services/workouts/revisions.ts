import { transact } from '#db/engine/transact.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { findWorkout, findWorkoutRow } from '#db/workouts/find.ts'
import { findRevision, type KeptRevision, listRevisions as listRows } from '#db/workouts/revisions.ts'
import { replaceWorkout, reviveWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import type { JsonText } from '#lib/json-text.ts'
import type { PageRequest } from '#lib/page.ts'
import type { Caller } from '../crud/operations.ts'
import { listPage } from '../crud/page.ts'
import type { Current, Listed, Missing } from '../crud/results.ts'
import { draftWorkout } from './draft.ts'
import { presentSaved } from './present.ts'
import { inTimeZone, timeZoneOf } from './time-zone.ts'

/** A page of a workout's replaced states, newest first; the next page continues below a revision. */
export async function listRevisions(
  db: Reader,
  userId: string,
  id: string,
  page: PageRequest<number>,
): Promise<Listed<Schemas['WorkoutRevision'], number> | Missing<'workout'>> {
  if (!(await findWorkoutRow(db, userId, id))) return missing
  return listPage(
    page,
    ({ after, limit }) => listRows(db, userId, id, { before: after, limit }),
    ({ revision }) => revision,
    (rows) => rows.map(presentRevision),
  )
}

function presentRevision({
  revision,
  replacedAt,
  reason,
  content,
}: KeptRevision): Schemas['WorkoutRevision'] {
  return { revision, replacedAt: instant(replacedAt), reason, workout: content }
}

/**
 * Makes an earlier revision the current state, as a new revision. Without a number, restores a deleted
 * workout to its last state and does nothing if it isn't deleted.
 */
export async function restoreWorkout(
  { user, db, now, newId }: Caller,
  id: string,
  revision: number | undefined,
): Promise<Current<JsonText<Schemas['Workout']>> | Missing<'workout' | 'workout_revision'>> {
  return transact(db, user.id, async (tx) => {
    const stored = await findWorkout(tx, user.id, id)
    if (!stored) return missing
    const isDeleted = stored.workout.deletedAt !== null
    const target = revision ?? (isDeleted ? undefined : stored.workout.revision)
    if (!isDeleted && target === stored.workout.revision) {
      return { kind: 'current', value: await presentSaved(tx, user, stored.stored) }
    }
    const state = await findRevision(tx, user.id, id, target)
    if (!state) return { kind: 'missing', resource: 'workout_revision' }
    const timeZone = timeZoneOf(state.content) ?? stored.workout.timeZone
    const draft = inTimeZone(draftWorkout(user.id, id, state.content, newId), timeZone)
    const restored = isDeleted
      ? await reviveWorkout(tx, stored, draft, now())
      : await replaceWorkout(tx, stored, draft, now(), { reason: 'restored' })
    return { kind: 'current', value: await presentSaved(tx, user, restored.stored) }
  })
}

const missing: Missing<'workout'> = { kind: 'missing', resource: 'workout' }
