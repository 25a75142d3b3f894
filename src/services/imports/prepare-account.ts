import type { Profile } from '#db/accounts/users.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { nameableExercises } from '#db/exercises/nameable.ts'
import { existingMeasurements, existingWorkouts } from '#db/imports/existing.ts'
import { importedItems } from '#db/imports/items.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { milliseconds, optionalMilliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedAccount } from '#interchange/account.ts'
import { importedId } from '#interchange/identity.ts'
import { localText, shownIn } from '#interchange/local-time.ts'
import type { ImportedLog } from '#interchange/model.ts'
import { foldCase } from '#lib/fold.ts'
import { createYielder } from '#lib/yield.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone } from '../workouts/time-zone.ts'
import { prepareSettings } from './prepare-settings.ts'
import { counted, maxListedDuplicates, type NewExercise, type PreparedImport } from './prepared-import.ts'
import { settingsOfUser } from './profile.ts'
import { prepareWhole } from './whole.ts'

/**
 * Prepares an account export. Everything keeps its id, revision and times. Items whose id already exists
 * are skipped; an exercise whose name the user already has under another id is mapped to that one.
 */
export async function prepareAccount(
  db: Reader,
  user: Profile,
  log: ImportedLog,
  account: ImportedAccount,
  signal?: AbortSignal,
): Promise<PreparedImport> {
  const own = await listOwnExercises(db, user.id)
  const known = await nameableExercises(db, user.id)
  const workouts = await newOf(
    account.workouts,
    await existingWorkouts(db, user.id),
    await importedItems(db, user.id, 'workout'),
  )
  const measurements = await newOf(
    account.measurements,
    await existingMeasurements(db, user.id),
    await importedItems(db, user.id, 'measurement'),
  )

  // Deleted ones last, because the name of a deleted exercise may have been reused.
  const ownIds = new Set(own.map(({ id }) => id))
  const idByNameKey = new Map(
    known.flatMap(({ id, nameKey, source }) => (source === 'custom' ? [[nameKey, id] as const] : [])),
  )
  const idFor = new Map<string, string>()
  const exercises: NewExercise[] = []
  const add = (exercise: NewExercise) => {
    exercises.push(exercise)
    if ((exercise.stamps?.deletedAt ?? null) === null) {
      idByNameKey.set(foldCase(exercise.input.name), exercise.input.id)
    }
  }
  const names: Schemas['ImportedName'][] = []
  const setsById = setCounts(account.workouts)
  for (const exercise of account.exercises.toSorted(deletedLast)) {
    const { name } = exercise
    const existingId = exercise.deletedAt === undefined ? idByNameKey.get(foldCase(name)) : undefined
    const sets = setsById.get(exercise.id) ?? 0
    if (ownIds.has(exercise.id) || existingId !== undefined) {
      const exerciseId = existingId ?? exercise.id
      idFor.set(exercise.id, exerciseId)
      names.push({ name, sets, certainty: 'exact', score: 1, exerciseId, exerciseName: name })
    } else {
      add(transferOf(exercise))
      const { category, equipment, tracking, unilateral } = exercise
      const newExercise = { name, category, equipment, tracking, unilateral }
      names.push({ name, sets, certainty: 'new', score: 0, newExercise })
    }
  }
  const usable = new Set([...known.map(({ id }) => id), ...ownIds, ...exercises.map(({ input }) => input.id)])
  for (const [slug, sets] of setsById) {
    if (usable.has(slug) || idFor.has(slug)) continue
    // From another version's catalogue.
    const name = slug.replaceAll('-', ' ')
    const newExercise = { name, category: 'core', equipment: 'other', tracking: 'weight_reps' } as const
    const id = idByNameKey.get(foldCase(name)) ?? importedId(user.id, 'exercise', slug)
    idFor.set(slug, id)
    if (!usable.has(id)) add({ input: { ...newExercise, id } })
    usable.add(id)
    names.push({ name: slug, sets, certainty: 'new', score: 0, newExercise })
  }

  const settings = await prepareSettings(db, user.id, account, (id) => idFor.get(id) ?? id)
  const isEmpty = own.length === 0 && workouts.existingCount === 0 && measurements.existingCount === 0
  const sets = sum(account.workouts.map(setCount))
  const freshSets = sum(workouts.fresh.map(({ item }) => setCount(item)))
  const isFresh = new Set(workouts.fresh.map(({ item }) => item.id))
  const duplicates = account.workouts.filter(({ id }) => !isFresh.has(id))
  return {
    log,
    exercises,
    namesToRemember: new Map(),
    fingerprints: new Map(),
    problems: [],
    changes: [],
    settings,
    whole: prepareWhole(user.id, account, (id) => idFor.get(id) ?? id),
    ...(isEmpty && account.user && { profile: settingsOfUser(account.user) }),
    comparison: {
      workouts: counted(account.workouts.length, workouts.fresh.length),
      sets: counted(sets, freshSets),
      measurements: counted(account.measurements.length, measurements.fresh.length),
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
        for (const { item, revision } of workouts.fresh) {
          const draft = inTimeZone(draftWorkout(user.id, item.id, withIds(item, idFor), noId), item.timeZone)
          const stamps = { ...stampsOf(item), revision, seq: 0 }
          yield { ...draft, workout: { ...draft.workout, ...stamps } }
          await pause()
        }
      },
      async measurements() {
        const pause = createYielder(signal)
        const rows: MeasurementRow[] = []
        for (const { item, revision } of measurements.fresh) {
          const draft = draftMeasurement(user.id, item.id, item)
          rows.push({ ...draft, ...stampsOf(item), revision, seq: 0 })
          await pause()
        }
        return rows
      },
    }),
  }
}

interface Stamped {
  readonly id: string
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * The items that don't exist yet, and those that an undo removed; a tombstone that an item replaces has a
 * lower revision.
 */
async function newOf<Item extends Stamped>(
  items: readonly Item[],
  existing: readonly { readonly id: string; readonly deletedAt: number | null; readonly revision: number }[],
  imported: ReadonlyMap<string, unknown>,
) {
  const pause = createYielder()
  const byId = new Map(existing.map((row) => [row.id, row]))
  const fresh: { readonly item: Item; readonly revision: number }[] = []
  for (const item of items) {
    const row = byId.get(item.id)
    if (imported.has(item.id) || row?.deletedAt === null) continue
    fresh.push({ item, revision: Math.max(item.revision, (row?.revision ?? 0) + 1) })
    await pause()
  }
  return { fresh, existingCount: existing.length }
}

function stampsOf({ createdAt, updatedAt }: Stamped) {
  return { createdAt: milliseconds(createdAt), updatedAt: milliseconds(updatedAt), deletedAt: null }
}

function transferOf(exercise: Schemas['Exercise']): NewExercise {
  const { source: _, derived: __, revision, createdAt, updatedAt, deletedAt, ...input } = exercise
  return {
    input: {
      ...input,
      engagement: input.engagement.map(({ muscle, percent }) => ({ muscle, percent })),
    },
    stamps: {
      revision,
      createdAt: milliseconds(createdAt),
      updatedAt: milliseconds(updatedAt),
      deletedAt: optionalMilliseconds(deletedAt),
    },
  }
}

function deletedLast(a: Schemas['Exercise'], b: Schemas['Exercise']): number {
  return Number(a.deletedAt !== undefined) - Number(b.deletedAt !== undefined)
}

function withIds(workout: Schemas['Workout'], idFor: ReadonlyMap<string, string>): Schemas['Workout'] {
  return {
    ...workout,
    exercises: workout.exercises.map((exercise) => ({
      ...exercise,
      exerciseId: idFor.get(exercise.exerciseId) ?? exercise.exerciseId,
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
  const day = (at: number) => localText(shownIn(timeZone, at)).slice(0, 10)
  return { days: { from: day(first), to: day(last) } }
}

function setCounts(workouts: readonly Schemas['Workout'][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { exercises } of workouts) {
    for (const { exerciseId, sets } of exercises) {
      counts.set(exerciseId, (counts.get(exerciseId) ?? 0) + sets.length)
    }
  }
  return counts
}

function setCount({ exercises }: Schemas['Workout']): number {
  return sum(exercises.map(({ sets }) => sets.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function noId(): string {
  throw new Error('a part of an exported workout has no id')
}
