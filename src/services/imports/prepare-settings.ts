import { toJson } from '#db/engine/json.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import type { NewSettings } from '#db/imports/settings.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import { progressionsByExercise } from '#db/training-settings/progressions.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import { milliseconds } from '#db/values/instant.ts'
import type { ImportedAccount } from '#interchange/account.ts'

/** The settings in an account export that the user doesn't have. Existing settings are never replaced. */
export async function prepareSettings(
  db: Reader,
  userId: string,
  { progressions, soreness, landmarks, rememberedNames: names }: ImportedAccount,
  exerciseIdFor: (id: string) => string,
): Promise<NewSettings> {
  return {
    progressions: await newProgressions(db, userId, progressions, exerciseIdFor),
    soreness: await newSoreness(db, userId, soreness),
    landmarks: await newLandmarks(db, userId, landmarks),
    names: await newNames(db, userId, names, exerciseIdFor),
  }
}

async function newProgressions(
  db: Reader,
  userId: string,
  progressions: ImportedAccount['progressions'],
  exerciseIdFor: (id: string) => string,
): Promise<NewSettings['progressions']> {
  const existing = await progressionsByExercise(db, userId)
  const added = new Map<string, NewSettings['progressions'][number]>()
  for (const { exerciseId: exportedId, progression, since, revision } of progressions) {
    const exerciseId = exerciseIdFor(exportedId)
    const row = existing.get(exerciseId)
    if (added.has(exerciseId) || (row && row.progression !== null)) continue
    added.set(exerciseId, {
      exerciseId,
      progression: toJson(progression),
      since: milliseconds(since),
      revision: Math.max(revision, (row?.revision ?? 0) + 1),
    })
  }
  return [...added.values()]
}

async function newSoreness(
  db: Reader,
  userId: string,
  reports: ImportedAccount['soreness'],
): Promise<NewSettings['soreness']> {
  const allTime = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }
  const existing = await listSoreness(db, userId, allTime)
  const existingKeys = new Set(existing.map(({ reportedAt, muscle }) => `${reportedAt} ${muscle}`))
  return reports
    .map(({ muscle, soreness, at }) => ({ muscle, soreness, reportedAt: milliseconds(at) }))
    .filter(({ reportedAt, muscle }) => !existingKeys.has(`${reportedAt} ${muscle}`))
}

async function newLandmarks(
  db: Reader,
  userId: string,
  landmarks: ImportedAccount['landmarks'],
): Promise<NewSettings['landmarks']> {
  const existing = await findLandmarks(db, userId)
  if (!landmarks || existing.items.length > 0) return undefined
  if (landmarks.items.length === 0 && existing.revision > 0) return undefined
  return { items: landmarks.items, revision: Math.max(landmarks.revision, existing.revision + 1) }
}

async function newNames(
  db: Reader,
  userId: string,
  names: ImportedAccount['rememberedNames'],
  exerciseIdFor: (id: string) => string,
): Promise<NewSettings['names']> {
  const existing = await rememberedNames(db, userId)
  return new Map(
    names.flatMap(({ name, exerciseId }) => (existing.has(name) ? [] : [[name, exerciseIdFor(exerciseId)]])),
  )
}
