import { toJson } from '#db/engine/json.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import type { NewSettings } from '#db/imports/settings.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import { progressionsByExercise } from '#db/training-settings/progressions.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import { milliseconds } from '#db/values/instant.ts'
import type { ImportedAccount } from '#interchange/account.ts'

/** The settings in an account export that the user doesn't have; existing ones are kept. */
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
  const kept = await progressionsByExercise(db, userId)
  const made = new Map<string, NewSettings['progressions'][number]>()
  for (const { exerciseId: named, progression, since, revision } of progressions) {
    const exerciseId = exerciseIdFor(named)
    const row = kept.get(exerciseId)
    if (made.has(exerciseId) || (row && row.progression !== null)) continue
    made.set(exerciseId, {
      exerciseId,
      progression: toJson(progression),
      since: milliseconds(since),
      revision: Math.max(revision, (row?.revision ?? 0) + 1),
    })
  }
  return [...made.values()]
}

async function newSoreness(
  db: Reader,
  userId: string,
  reports: ImportedAccount['soreness'],
): Promise<NewSettings['soreness']> {
  const always = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }
  const kept = await listSoreness(db, userId, always)
  const there = new Set(kept.map(({ reportedAt, muscle }) => `${reportedAt} ${muscle}`))
  return reports
    .map(({ muscle, soreness, at }) => ({ muscle, soreness, reportedAt: milliseconds(at) }))
    .filter(({ reportedAt, muscle }) => !there.has(`${reportedAt} ${muscle}`))
}

async function newLandmarks(
  db: Reader,
  userId: string,
  landmarks: ImportedAccount['landmarks'],
): Promise<NewSettings['landmarks']> {
  const kept = await findLandmarks(db, userId)
  if (!landmarks || kept.items.length > 0) return undefined
  if (landmarks.items.length === 0 && kept.revision > 0) return undefined
  return { items: landmarks.items, revision: Math.max(landmarks.revision, kept.revision + 1) }
}

async function newNames(
  db: Reader,
  userId: string,
  names: ImportedAccount['rememberedNames'],
  exerciseIdFor: (id: string) => string,
): Promise<NewSettings['names']> {
  const kept = await rememberedNames(db, userId)
  return new Map(
    names.flatMap(({ name, exerciseId }) => (kept.has(name) ? [] : [[name, exerciseIdFor(exerciseId)]])),
  )
}
