import type { Profile } from '#db/accounts/users.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { nameableExercises } from '#db/exercises/nameable.ts'
import { existingMeasurements, existingWorkouts } from '#db/imports/existing.ts'
import { importedItems } from '#db/imports/items.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { milliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedAccount } from '#interchange/account.ts'
import { localText, wallClockIn } from '#interchange/local-time.ts'
import type { ImportedLog } from '#interchange/model.ts'
import { createYielder } from '#lib/yield.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone } from '../workouts/time-zone.ts'
import { prepareLists } from './lists.ts'
import { prepareExercises } from './prepare-exercises.ts'
import { prepareSettings } from './prepare-settings.ts'
import { importCount, maxListedDuplicates, type PreparedImport } from './prepared-import.ts'
import { settingsOfUser } from './profile.ts'

/**
 * Prepares an account export. Items keep their id, times and revision, but get a higher revision if they replace a
 * tombstone. Items whose id already exists are skipped.
 */
export async function prepareAccount(
  db: Reader,
  user: Profile,
  log: ImportedLog,
  account: ImportedAccount,
  signal?: AbortSignal,
): Promise<PreparedImport> {
  const ownExercises = await listOwnExercises(db, user.id)
  const nameable = await nameableExercises(db, user.id)
  const workouts = await newItemsOf(
    account.workouts,
    await existingWorkouts(db, user.id),
    await importedItems(db, user.id, 'workout'),
  )
  const measurements = await newItemsOf(
    account.measurements,
    await existingMeasurements(db, user.id),
    await importedItems(db, user.id, 'measurement'),
  )

  const { newExercises, names, exerciseIdFor } = prepareExercises(user.id, account, {
    own: ownExercises,
    nameable,
  })

  const settings = await prepareSettings(db, user.id, account, exerciseIdFor)
  const isEmpty =
    ownExercises.length === 0 && workouts.existingCount === 0 && measurements.existingCount === 0
  const sets = sum(account.workouts.map(setCount))
  const newSets = sum(workouts.newItems.map(({ item }) => setCount(item)))
  const newIds = new Set(workouts.newItems.map(({ item }) => item.id))
  const duplicates = account.workouts.filter(({ id }) => !newIds.has(id))
  return {
    log,
    exercises: newExercises,
    namesToRemember: new Map(),
    fingerprints: new Map(),
    problems: [],
    changes: [],
    settings,
    lists: prepareLists(user.id, account, exerciseIdFor),
    ...(isEmpty && account.user && { profile: settingsOfUser(account.user) }),
    comparison: {
      workouts: importCount(account.workouts.length, workouts.newItems.length),
      sets: importCount(sets, newSets),
      measurements: importCount(account.measurements.length, measurements.newItems.length),
      exercises: names,
      duplicates: duplicates.slice(0, maxListedDuplicates).map(({ id, name, startedAt }) => ({
        workoutId: id,
        startedAt,
        ...(name !== undefined && { name }),
        changed: false,
      })),
      ...daysOf(account, log.timeZone),
    },
    rows: () => ({
      async *workouts() {
        const pause = createYielder(signal)
        for (const { item, revision } of workouts.newItems) {
          const draft = inTimeZone(
            draftWorkout(user.id, item.id, withExerciseIds(item, exerciseIdFor), noId),
            item.timeZone,
          )
          const stamps = { ...stampsOf(item), revision, seq: 0 }
          yield { ...draft, workout: { ...draft.workout, ...stamps } }
          await pause()
        }
      },
      async measurements() {
        const pause = createYielder(signal)
        const rows: MeasurementRow[] = []
        for (const { item, revision } of measurements.newItems) {
          const draft = draftMeasurement(user.id, item.id, item)
          rows.push({ ...draft, ...stampsOf(item), revision, seq: 0 })
          await pause()
        }
        return rows
      },
    }),
  }
}

/** An exported item, with its revision and times. */
interface ExportedItem {
  readonly id: string
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * The items that don't exist yet, or that an undo removed. An item that replaces a tombstone gets a higher revision.
 */
async function newItemsOf<Item extends ExportedItem>(
  items: readonly Item[],
  existing: readonly { readonly id: string; readonly deletedAt: number | null; readonly revision: number }[],
  imported: ReadonlyMap<string, unknown>,
) {
  const pause = createYielder()
  const byId = new Map(existing.map((row) => [row.id, row]))
  const newItems: { readonly item: Item; readonly revision: number }[] = []
  for (const item of items) {
    const row = byId.get(item.id)
    if (imported.has(item.id) || row?.deletedAt === null) continue
    newItems.push({ item, revision: Math.max(item.revision, (row?.revision ?? 0) + 1) })
    await pause()
  }
  return { newItems, existingCount: existing.length }
}

function stampsOf({ createdAt, updatedAt }: ExportedItem) {
  return { createdAt: milliseconds(createdAt), updatedAt: milliseconds(updatedAt), deletedAt: null }
}

function withExerciseIds(
  workout: Schemas['Workout'],
  exerciseIdFor: (id: string) => string,
): Schemas['Workout'] {
  return {
    ...workout,
    exercises: workout.exercises.map((exercise) => ({
      ...exercise,
      exerciseId: exerciseIdFor(exercise.exerciseId),
    })),
  }
}

function daysOf(
  { workouts, measurements }: ImportedAccount,
  timeZone: string,
): Pick<Schemas['Import'], 'days'> {
  const times = [
    ...workouts.map(({ startedAt }) => startedAt),
    ...measurements.map(({ measuredAt }) => measuredAt),
  ]
  const sorted = times.map(milliseconds).sort((a, b) => a - b)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return {}
  const day = (at: number) => localText(wallClockIn(timeZone, at)).slice(0, 10)
  return { days: { from: day(first), to: day(last) } }
}

function setCount({ exercises }: Schemas['Workout']): number {
  return sum(exercises.map(({ sets }) => sets.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function noId(): string {
  throw new Error('a part of an exported workout has no id')
}
