import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { CustomMusclesTable } from '../schema/exercises.ts'
import type { Tx } from '../schema/index.ts'
import { nextSeq } from '../sync/change-numbers.ts'
import { differs } from '../values/differs.ts'
import { refreshForExercise } from '../workouts/refresh-totals.ts'
import { factsForLoad } from './facts.ts'
import { findExercise } from './find.ts'
import type { ExerciseDraft, OwnExerciseRow } from './rows.ts'

/** The maximum number of custom exercises per user, not counting deleted ones. */
export const maxOwnExercises = 1000

/** The result of inserting an exercise. */
export type ExerciseInsertion =
  | { readonly kind: 'added'; readonly exercise: OwnExerciseRow }
  | { readonly kind: 'name_taken'; readonly existingId: string }
  | { readonly kind: 'id_taken' | 'too_many' }

interface Stamps {
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly deletedAt: number | null
  readonly seq: number
}

const insertRow = prepare((db, row: ExerciseDraft & Stamps) => db.insertInto('customExercises').values(row))

const updateRow = prepare((db, { userId, id, derived, ...columns }: OwnExerciseRow) =>
  db.updateTable('customExercises').set(columns).where('userId', '=', userId).where('id', '=', id),
)

const selectIdByName = prepare(
  (db, p: { readonly userId: string; readonly nameKey: string; readonly id: string }) =>
    db
      .selectFrom('customExercises')
      .select('id')
      .where('userId', '=', p.userId)
      .where('nameKey', '=', p.nameKey)
      .where('id', '!=', p.id)
      .where('deletedAt', 'is', null),
)

const selectCount = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('customExercises')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null),
)

const insertMuscle = prepare((db, row: CustomMusclesTable) => db.insertInto('customMuscles').values(row))

const deleteMuscles = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.deleteFrom('customMuscles').where('userId', '=', userId).where('exerciseId', '=', id),
)

/** Inserts one of the user's own exercises. */
export async function insertExercise(tx: Tx, draft: ExerciseDraft, now: number): Promise<ExerciseInsertion> {
  const { userId, id } = draft
  if (await findExercise(tx, userId, id)) return { kind: 'id_taken' }
  const existingId = await findSameName(tx, draft)
  if (existingId !== undefined) return { kind: 'name_taken', existingId }
  if (await hasMaxExercises(tx, userId)) return { kind: 'too_many' }
  const stamps: Stamps = {
    revision: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    seq: await nextSeq(tx, userId),
  }
  await insertRow.send(tx, { ...draft, ...stamps })
  const exercise = { ...draft, ...stamps, derived: 0 as const }
  await insertMuscles(tx, exercise)
  return { kind: 'added', exercise }
}

/** Whether the user has reached the limit of custom exercises. */
export async function hasMaxExercises(tx: Tx, userId: string): Promise<boolean> {
  const row = await selectCount.first(tx, { userId })
  return row !== undefined && row.count >= maxOwnExercises
}

/** The id of another of the user's exercises that has this name and isn't deleted, if there is one. */
export async function findSameName(
  tx: Tx,
  { userId, nameKey, id }: ExerciseDraft,
): Promise<string | undefined> {
  return (await selectIdByName.first(tx, { userId, nameKey, id }))?.id
}

/** Replaces an exercise's content with the draft; writes nothing if they are the same. */
export async function replaceExercise(
  tx: Tx,
  stored: OwnExerciseRow,
  draft: ExerciseDraft,
  now: number,
): Promise<OwnExerciseRow> {
  if (!differs(draft, stored)) return stored
  const saved = await stamp(tx, { ...stored, ...draft }, now)
  await refreshTotals(tx, stored, saved)
  if (draft.engagement !== stored.engagement) {
    await deleteMuscles.send(tx, { userId: saved.userId, id: saved.id })
    await insertMuscles(tx, saved)
  }
  return saved
}

/** Restores a deleted exercise with the content of the draft. */
export async function reviveExercise(
  tx: Tx,
  tombstone: OwnExerciseRow,
  draft: ExerciseDraft,
  now: number,
): Promise<OwnExerciseRow> {
  const revived = await stamp(tx, { ...tombstone, ...draft, deletedAt: null }, now)
  await deleteMuscles.send(tx, { userId: revived.userId, id: revived.id })
  await insertMuscles(tx, revived)
  await refreshTotals(tx, tombstone, revived)
  return revived
}

/** Recomputes the totals of workouts if one of the facts that they depend on has changed. */
async function refreshTotals(tx: Tx, previous: OwnExerciseRow, current: OwnExerciseRow) {
  if (factsForLoad.some((fact) => previous[fact] !== current[fact])) {
    await refreshForExercise(tx, { userId: current.userId, exerciseId: current.id })
  }
}

/** Whether the user has exceeded the limit of custom exercises. */
export async function hasTooManyExercises(tx: Tx, userId: string): Promise<boolean> {
  const row = await selectCount.first(tx, { userId })
  return row !== undefined && row.count > maxOwnExercises
}

/** Inserts an exercise with its original revision and times. Its id and name must not be taken. */
export async function transferExercise(
  tx: Tx,
  draft: ExerciseDraft,
  stamps: Omit<Stamps, 'seq'>,
): Promise<void> {
  const row = { ...draft, ...stamps, seq: await nextSeq(tx, draft.userId) }
  await insertRow.send(tx, row)
  await insertMuscles(tx, row)
}

/** Turns an exercise into a tombstone, which workouts may still refer to, and returns it. */
export function deleteExercise(tx: Tx, stored: OwnExerciseRow, now: number): Promise<OwnExerciseRow> {
  return stamp(tx, { ...stored, deletedAt: now }, now)
}

async function stamp(tx: Tx, row: OwnExerciseRow, now: number): Promise<OwnExerciseRow> {
  const next = { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
  await updateRow.send(tx, next)
  return next
}

async function insertMuscles(tx: Tx, { userId, id, engagement }: ExerciseDraft): Promise<void> {
  await insertMuscle.insertAll(
    tx,
    fromJson(engagement).map(({ muscle, percent }) => ({ userId, exerciseId: id, muscle, percent })),
  )
}
