import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { fromJson, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { LandmarksTable } from '../schema/training-settings.ts'
import { nextSeq } from '../sync/change-numbers.ts'

/** A user's own landmarks. */
export interface OwnLandmarks {
  readonly items: readonly Schemas['MuscleLandmarksInput'][]
  /** 0 if the user never changed any. */
  readonly revision: number
}

const selectRow = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('landmarks').select(['landmarks', 'revision']).where('userId', '=', userId),
)

const upsertRow = prepare((db, row: Selectable<LandmarksTable>) =>
  db
    .insertInto('landmarks')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet(({ ref }) => ({
        landmarks: ref('excluded.landmarks'),
        revision: ref('excluded.revision'),
        seq: ref('excluded.seq'),
      })),
    ),
)

/** The landmarks that a user set; empty if they set none. */
export async function findLandmarks(db: Reader, userId: string): Promise<OwnLandmarks> {
  const row = await selectRow.first(db, { userId })
  return row ? { items: fromJson(row.landmarks), revision: row.revision } : { items: [], revision: 0 }
}

/** Replaces the current landmarks (`current`); writes nothing if they are the same. */
export async function saveLandmarks(
  tx: Tx,
  userId: string,
  current: OwnLandmarks,
  items: OwnLandmarks['items'],
): Promise<OwnLandmarks> {
  const landmarks = toJson([...items])
  if (landmarks === toJson([...current.items])) return current
  const revision = current.revision + 1
  await upsertRow.run(tx, { userId, landmarks, revision, seq: await nextSeq(tx, userId) })
  return { items, revision }
}

/** Writes landmarks unchanged, for an import. */
export async function writeLandmarks(
  tx: Tx,
  userId: string,
  { items, revision }: OwnLandmarks,
  seq: number,
): Promise<void> {
  await upsertRow.run(tx, { userId, landmarks: toJson([...items]), revision, seq })
}

/**
 * Reverts to the default landmarks if the user's own still have this revision. Resolves to whether they
 * did.
 */
export async function revertLandmarks(
  tx: Tx,
  userId: string,
  revision: number,
  seq: number,
): Promise<boolean> {
  if ((await findLandmarks(tx, userId)).revision !== revision) return false
  await writeLandmarks(tx, userId, { items: [], revision: revision + 1 }, seq)
  return true
}
