import { type ExistingWorkout, existingMeasurements, existingWorkouts } from '#db/imports/existing.ts'
import { importedItems } from '#db/imports/items.ts'
import type { Reader } from '#db/schema/index.ts'
import { importedId, measurementKey, setsFingerprint, workoutId, workoutKey } from '#interchange/identity.ts'
import { localText, shownIn } from '#interchange/local-time.ts'
import type { ImportedLog, ImportedMeasurement, ImportedWorkout } from '#interchange/model.ts'
import { createYielder } from '#lib/yield.ts'
import { knownDays, type LiftNames } from './known-days.ts'

/** An item in a file that will be written. */
interface Planned<Item> {
  readonly id: string
  readonly item: Item
  /** 1, or one more than the revision of the tombstone it replaces. */
  readonly revision: number
}

/** How an imported workout differs from its file. */
export interface Change {
  /** The import that wrote it. */
  readonly importId: string
  /** A digest of its current sets. */
  readonly fingerprint: string
  /** The digest of its sets when imported; null for a workout that wasn't imported. */
  readonly before: string | null
}

/** A workout in a file that already exists. */
interface DuplicateWorkout {
  readonly id: string
  readonly workout: ImportedWorkout
  /** Present if its sets differ from those in the file. */
  readonly change?: Change
}

/** What is new in a file, and what already exists. */
export interface Plan {
  readonly workouts: readonly (Planned<ImportedWorkout> & { readonly fingerprint: string })[]
  readonly duplicates: readonly DuplicateWorkout[]
  readonly measurements: readonly Planned<ImportedMeasurement>[]
  readonly duplicateMeasurements: number
}

/**
 * Compares a file with a user's data. A workout already exists if there is one with its id (derived from
 * start and name, whatever the file), or one with the same name that started in the same minute on the
 * file's clock or its own. In a file without times, sets that exist on the day are left out. What the
 * user deleted stays deleted, even after its tombstone has expired; what an undo removed is written
 * again.
 */
export async function planOf(
  db: Reader,
  userId: string,
  log: ImportedLog,
  names: LiftNames,
  signal?: AbortSignal,
): Promise<Plan> {
  const pause = createYielder(signal)
  const imported = await importedItems(db, userId, 'workout')
  const existing = await existingWorkouts(db, userId)
  const byId = new Map(existing.map((row) => [row.id, row]))
  const duplicates: DuplicateWorkout[] = []
  const unknown: (Planned<ImportedWorkout> & { readonly fingerprint: string })[] = []
  const matched = new Set<string>()
  for (const workout of log.workouts) {
    const id = workoutId(userId, workout)
    const row = byId.get(id)
    const item = imported.get(id)
    const fingerprint = setsFingerprint(workout.exercises)
    if (item !== undefined || row?.deletedAt === null) {
      const isChanged = row?.deletedAt === null && item !== undefined && item.fingerprint !== fingerprint
      const change = isChanged
        ? { importId: item.importId, fingerprint, before: item.fingerprint }
        : undefined
      duplicates.push({ id, workout, ...(change && { change }) })
      matched.add(id)
    } else unknown.push({ id, item: workout, revision: (row?.revision ?? 0) + 1, fingerprint })
    await pause()
  }

  const free = existing.filter(({ id, deletedAt }) => deletedAt === null && !matched.has(id))
  const claim = await claimByStart(free, log.timeZone, pause)
  const dayOnly = unknown.map(({ item }) => item).filter((workout) => workout.dayOnly)
  const days = await knownDays(db, userId, free, dayOnly, names)
  const workouts: Plan['workouts'][number][] = []
  for (const planned of unknown) {
    const { item } = planned
    const { localStart, name } = item
    const sameStart = item.dayOnly ? undefined : claim(workoutKey(localStart, false, name))
    const { rest, knownId } = item.dayOnly
      ? days.newPartOf(item)
      : { rest: item.exercises, knownId: sameStart }
    if (knownId === undefined) workouts.push(planned)
    else if (sameStart !== undefined || rest.length === 0) duplicates.push({ id: knownId, workout: item })
    else workouts.push({ ...planned, item: { ...item, exercises: rest } })
    await pause()
  }
  return { workouts, duplicates, ...(await planMeasurements(db, userId, log)) }
}

/**
 * Finds workouts by the keys that they would have in a file, on the clock of their own time zone, as in
 * Replog's exports, or on the file's. Each is found once.
 */
async function claimByStart(
  workouts: readonly ExistingWorkout[],
  fileZone: string,
  pause: () => Promise<void> | undefined,
): Promise<(key: string) => string | undefined> {
  const ids = new Map<string, string[]>()
  for (const { id, name, startedAt, timeZone } of workouts) {
    for (const zone of new Set([timeZone, fileZone])) {
      const key = workoutKey(localText(shownIn(zone, startedAt)), false, name ?? undefined)
      const sameKey = ids.get(key)
      if (sameKey) sameKey.push(id)
      else ids.set(key, [id])
    }
    await pause()
  }
  const claimed = new Set<string>()
  return (key) => {
    const id = ids.get(key)?.find((each) => !claimed.has(each))
    if (id !== undefined) claimed.add(id)
    return id
  }
}

async function planMeasurements(db: Reader, userId: string, { measurements, timeZone }: ImportedLog) {
  if (measurements.length === 0) return { measurements: [], duplicateMeasurements: 0 }
  const pause = createYielder()
  const imported = await importedItems(db, userId, 'measurement')
  const existing = await existingMeasurements(db, userId)
  const byId = new Map(existing.map((row) => [row.id, row]))
  const logged = new Set<string>()
  for (const row of existing) {
    if (row.deletedAt !== null || imported.has(row.id)) continue
    logged.add(measurementKey(row, localText(shownIn(timeZone, row.measuredAt))))
    await pause()
  }
  const planned: Planned<ImportedMeasurement>[] = []
  for (const item of measurements) {
    const id = importedId(userId, 'measurement', item.key)
    const row = byId.get(id)
    const exists = imported.has(id) || row?.deletedAt === null
    if (exists || logged.has(item.key)) continue
    planned.push({ id, item, revision: (row?.revision ?? 0) + 1 })
    await pause()
  }
  return { measurements: planned, duplicateMeasurements: measurements.length - planned.length }
}
