import { fromJson, type Json, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { ImportedSettings } from '../schema/imports.ts'
import type { Reader, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import {
  findLandmarks,
  type OwnLandmarks,
  revertLandmarks,
  writeLandmarks,
} from '../training-settings/landmarks.ts'
import {
  type ProgressionRow,
  progressionsByExercise,
  revertProgressions,
  writeProgressions,
} from '../training-settings/progressions.ts'
import { deleteUnchangedSoreness, type SorenessRow, writeSoreness } from '../training-settings/soreness.ts'
import { forgetNames, rememberNames } from './name-mappings.ts'

/** The settings in an account export that an account doesn't have yet. */
export interface NewSettings {
  readonly progressions: readonly Omit<ProgressionRow, 'userId' | 'seq'>[]
  readonly soreness: readonly SorenessRow[]
  readonly landmarks?: OwnLandmarks | undefined
  /** Exercise ids by the normal form of the name. */
  readonly names: ReadonlyMap<string, string>
}

/** Counts of settings by kind. */
export interface SettingsCounts {
  readonly progressions: number
  readonly soreness: number
  /** The number of muscles with landmarks. */
  readonly landmarks: number
  readonly rememberedNames: number
}

interface Key {
  readonly userId: string
  readonly id: string
}

const recordSettings = prepare((db, p: Key & { readonly broughtSettings: Json<ImportedSettings> }) =>
  db
    .updateTable('imports')
    .set({ broughtSettings: p.broughtSettings })
    .where('userId', '=', p.userId)
    .where('id', '=', p.id),
)

const selectSettings = prepare((db, { userId, id }: Key) =>
  db.selectFrom('imports').select('broughtSettings').where('userId', '=', userId).where('id', '=', id),
)

/** The number of settings of each kind that will be created. */
export function settingsCounts({ progressions, soreness, landmarks, names }: NewSettings): SettingsCounts {
  return {
    progressions: progressions.length,
    soreness: soreness.length,
    landmarks: landmarks?.items.length ?? 0,
    rememberedNames: names.size,
  }
}

/** Whether the user has changed any of these settings since they were found to be new. */
export async function haveSettingsChanged(
  db: Reader,
  userId: string,
  { progressions, landmarks }: NewSettings,
): Promise<boolean> {
  const chosen = await progressionsByExercise(db, userId)
  const current = await findLandmarks(db, userId)
  return (
    progressions.some(({ exerciseId, revision }) => (chosen.get(exerciseId)?.revision ?? 0) >= revision) ||
    (landmarks !== undefined && current.revision >= landmarks.revision)
  )
}

/** Writes settings, and records in the import's row which ones an undo must remove. */
export async function insertSettings(
  tx: Tx,
  userId: string,
  importId: string,
  { progressions, soreness, landmarks, names }: NewSettings,
): Promise<void> {
  let seq = await raiseSeqBy(tx, userId, progressions.length + soreness.length + 1)
  const numbered = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, userId, seq: ++seq }))
  await writeProgressions(tx, numbered(progressions))
  await writeSoreness(tx, numbered(soreness))
  if (landmarks) await writeLandmarks(tx, userId, landmarks, ++seq)
  await rememberNames(tx, userId, names)
  const broughtSettings: Json<ImportedSettings> = toJson({
    progressions: progressions.map(({ exerciseId, revision }) => [exerciseId, revision]),
    soreness: soreness.map((row) => [row.reportedAt, row.muscle, row.soreness]),
    ...(landmarks && { landmarks: { muscles: landmarks.items.length, revision: landmarks.revision } }),
    names: [...names],
  })
  await recordSettings.run(tx, { userId, id: importId, broughtSettings })
}

/** Removes the settings that an import added, except those changed since; undefined if it added none. */
export async function deleteImportedSettings(
  tx: Tx,
  key: Key,
  now: number,
): Promise<SettingsCounts | undefined> {
  const settingsJson = (await selectSettings.first(tx, key))?.broughtSettings
  if (!settingsJson) return undefined
  const { progressions, soreness, landmarks, names } = fromJson(settingsJson)
  const { userId } = key
  const seq = (await raiseSeqBy(tx, userId, 1)) + 1
  const progressionRows = progressions.map(([exerciseId, revision]) => ({
    userId,
    exerciseId,
    revision,
    since: now,
    seq,
  }))
  const sorenessRows = soreness.map(([reportedAt, muscle, level]) => ({
    userId,
    reportedAt,
    muscle,
    soreness: level,
  }))
  const nameRows = names.map(([nameKey, exerciseId]) => ({ userId, nameKey, exerciseId }))
  return {
    progressions: await revertProgressions(tx, progressionRows),
    soreness: await deleteUnchangedSoreness(tx, sorenessRows),
    landmarks:
      landmarks && (await revertLandmarks(tx, userId, landmarks.revision, seq)) ? landmarks.muscles : 0,
    rememberedNames: await forgetNames(tx, nameRows),
  }
}
