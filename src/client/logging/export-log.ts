import type {
  LocalExercise,
  LocalMeasurement,
  LocalProgram,
  LocalRun,
  LocalWorkout,
  Replog,
} from '../types.ts'

/** Everything on the device in one file, in the format that `POST /api/imports` and the app's import accept. */
export interface LogFile {
  readonly format: 'replog'
  readonly version: 1
  readonly exportedAt: string
  readonly exercises: readonly LocalExercise[]
  readonly workouts: readonly LocalWorkout[]
  readonly measurements: readonly LocalMeasurement[]
  readonly programs: readonly LocalProgram[]
  readonly runs: readonly LocalRun[]
}

/**
 * Everything on the device, including unsent and rejected changes, for users whose device is full or who have no
 * account. It is read from memory and stored nowhere, so it needs no space.
 *
 * @param now milliseconds since 1970
 */
export function exportLog(
  { exercises, workouts, measurements, programs, runs }: Replog,
  now = Date.now(),
): LogFile {
  const used = workouts.list().flatMap((workout) => workout.exercises.map(({ exerciseId }) => exerciseId))
  const followed = runs.list().map(({ programId }) => programId)
  return {
    format: 'replog',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    exercises: withUsed(exercises.list(), used, exercises.get),
    workouts: workouts.list(),
    measurements: measurements.list(),
    programs: withUsed(programs.list(), followed, programs.get),
    runs: runs.list(),
  }
}

/** The items, including deleted ones that are still used. */
function withUsed<Item extends { readonly id: string }>(
  items: readonly Item[],
  used: readonly string[],
  get: (id: string) => Item | undefined,
): readonly Item[] {
  const all = new Map(items.map((item) => [item.id, item]))
  for (const id of used) {
    const item = get(id)
    if (item) all.set(id, item)
  }
  return [...all.values()]
}
