import { type ExistingWorkout, existingMeasurements, existingWorkouts } from '#db/imports/existing.ts'
import { importedItems } from '#db/imports/items.ts'
import type { Reader } from '#db/schema/index.ts'
import { importedId, measurementKey, setsFingerprint, workoutId, workoutKey } from '#interchange/identity.ts'
import { localText, wallClockIn } from '#interchange/local-time.ts'
import type { ImportedLog, ImportedMeasurement, ImportedWorkout } from '#interchange/model.ts'
import { createYielder } from '#lib/yield.ts'
import { type LiftNames, readExistingDays } from './existing-days.ts'

/** An item of a file that isn't in the user's data yet. */
interface Planned<Item> {
  readonly id: string
  readonly item: Item
  /** 1, or one more than the revision of the tombstone it replaces. */
  readonly revision: number
}

/** A workout whose sets in the file differ from those that were imported. */
export interface Change {
  /** The import that wrote the workout. */
  readonly importId: string
  /** The revision at which that import left it. */
  readonly importedRevision: number
  /** A digest of the sets in the file. */
  readonly fingerprint: string
  /** The digest of the sets that were imported; null if it isn't known. */
  readonly before: string | null
}

/** A workout in a file that already exists. */
interface DuplicateWorkout {
  readonly id: string
  readonly workout: ImportedWorkout
  /** Present if its sets differ from those in the file. */
  readonly change?: Change
}

/** The items of a file that are new, and those that already exist. */
export interface Plan {
  readonly workouts: readonly (Planned<ImportedWorkout> & { readonly fingerprint: string })[]
  readonly duplicates: readonly DuplicateWorkout[]
  readonly measurements: readonly Planned<ImportedMeasurement>[]
  readonly duplicateMeasurements: number
}

/**
 * Compares a file with a user's data. A workout already exists if there is one with its id (derived from start and
 * name, whatever the file), or one with the same name that started at the same local minute in the file's time
 * zone or in its own. If a file has no times, sets that exist on the same day are left out. Items that the user
 * deleted stay deleted, even after their tombstones have expired; items that an undo removed are written again.
 */
export async function planOf(
  db: Reader,
  userId: string,
  log: ImportedLog,
  names: LiftNames,
  signal?: AbortSignal,
): Promise<Plan> {
  const pause = createYielder(signal)
  const importedById = await importedItems(db, userId, 'workout')
  const existing = await existingWorkouts(db, userId)
  const byId = new Map(existing.map((row) => [row.id, row]))
  const duplicates: DuplicateWorkout[] = []
  const newWorkouts: (Planned<ImportedWorkout> & { readonly fingerprint: string })[] = []
  const matchedIds = new Set<string>()
  for (const workout of log.workouts) {
    const id = workoutId(userId, workout)
    const row = byId.get(id)
    const item = importedById.get(id)
    const fingerprint = setsFingerprint(workout.exercises)
    if (item !== undefined || row?.deletedAt === null) {
      const isChanged = row?.deletedAt === null && item !== undefined && item.fingerprint !== fingerprint
      const change = isChanged
        ? {
            importId: item.importId,
            importedRevision: item.revision,
            fingerprint,
            before: item.fingerprint,
          }
        : undefined
      duplicates.push({ id, workout, ...(change && { change }) })
      matchedIds.add(id)
    } else newWorkouts.push({ id, item: workout, revision: (row?.revision ?? 0) + 1, fingerprint })
    await pause()
  }

  const unmatched = existing.filter(({ id, deletedAt }) => deletedAt === null && !matchedIds.has(id))
  const claimByKey = await createClaims(unmatched, log.timeZone, pause)
  const dayOnlyWorkouts = newWorkouts.map(({ item }) => item).filter((workout) => workout.isDayOnly)
  const days = await readExistingDays(db, userId, unmatched, dayOnlyWorkouts, names)
  const workouts: Plan['workouts'][number][] = []
  for (const planned of newWorkouts) {
    const { item } = planned
    const { localStart, name } = item
    const sameStart = item.isDayOnly ? undefined : claimByKey(workoutKey(localStart, false, name))
    const { exercises, existingId } = item.isDayOnly
      ? days.unmatchedPartOf(item)
      : { exercises: item.exercises, existingId: sameStart }
    if (existingId === undefined) workouts.push(planned)
    else if (sameStart !== undefined || exercises.length === 0)
      duplicates.push({ id: existingId, workout: item })
    else workouts.push({ ...planned, item: { ...item, exercises } })
    await pause()
  }
  return { workouts, duplicates, ...(await planMeasurements(db, userId, log)) }
}

/**
 * Resolves to a function that finds a workout by its `workoutKey`. Its start may be in the workout's own time zone, as
 * in Replog's exports, or in that of the file. The function returns each workout only once.
 */
async function createClaims(
  workouts: readonly ExistingWorkout[],
  fileZone: string,
  pause: () => Promise<void> | undefined,
): Promise<(key: string) => string | undefined> {
  const ids = new Map<string, string[]>()
  for (const { id, name, startedAt, timeZone } of workouts) {
    for (const zone of new Set([timeZone, fileZone])) {
      const key = workoutKey(localText(wallClockIn(zone, startedAt)), false, name ?? undefined)
      const sameKey = ids.get(key)
      if (sameKey) sameKey.push(id)
      else ids.set(key, [id])
    }
    await pause()
  }
  const claimed = new Set<string>()
  return (key) => {
    const id = ids.get(key)?.find((candidate) => !claimed.has(candidate))
    if (id !== undefined) claimed.add(id)
    return id
  }
}

async function planMeasurements(db: Reader, userId: string, { measurements, timeZone }: ImportedLog) {
  if (measurements.length === 0) return { measurements: [], duplicateMeasurements: 0 }
  const pause = createYielder()
  const importedById = await importedItems(db, userId, 'measurement')
  const existing = await existingMeasurements(db, userId)
  const byId = new Map(existing.map((row) => [row.id, row]))
  const loggedKeys = new Set<string>()
  for (const row of existing) {
    if (row.deletedAt !== null || importedById.has(row.id)) continue
    loggedKeys.add(measurementKey(row, localText(wallClockIn(timeZone, row.measuredAt))))
    await pause()
  }
  const planned: Planned<ImportedMeasurement>[] = []
  for (const item of measurements) {
    const id = importedId(userId, 'measurement', item.key)
    const row = byId.get(id)
    const isExisting = importedById.has(id) || row?.deletedAt === null
    if (isExisting || loggedKeys.has(item.key)) continue
    planned.push({ id, item, revision: (row?.revision ?? 0) + 1 })
    await pause()
  }
  return { measurements: planned, duplicateMeasurements: measurements.length - planned.length }
}
