import { contentOf } from '#db/workouts/content.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { Schemas } from '#generated/types.ts'
import { canonicalJson } from '#lib/canonical-json.ts'
import { type Caller, create } from '../crud/operations.ts'
import { type Created, type IdTaken, type Invalid, invalid } from '../crud/results.ts'
import { programs, type TooManyPrograms } from './resource.ts'

/** The contract's limits: kinds of sets per slot, slots per day, characters per key, and sets per kind. */
const limits = { sets: 50, slots: 50, key: 40, count: 20 } as const

/** Creates a program of one day from a workout, with its exercises, and its sets as targets. */
export async function createFromWorkout(
  caller: Caller,
  { workoutId, name }: Schemas['ProgramFromWorkout'],
): Promise<Created<Schemas['Program']> | IdTaken<'program'> | Invalid | TooManyPrograms> {
  const rows = await findWorkout(caller.db, caller.user.id, workoutId)
  if (!rows || rows.workout.deletedAt !== null) {
    return invalid({
      pointer: '/workoutId',
      code: 'unknown_workout',
      message: 'There is no such workout.',
    })
  }
  const workout = contentOf(rows)
  if (workout.exercises.length === 0) {
    return invalid({ pointer: '/workoutId', code: 'range', message: 'The workout has no exercises.' })
  }
  return create(programs, caller, {
    name: name ?? workout.name ?? 'Routine',
    days: [{ key: 'day', slots: slotsOf(workout.exercises.slice(0, limits.slots)) }],
    weeks: [{ key: 'week', days: ['day'] }],
  })
}

function slotsOf(exercises: readonly Schemas['WorkoutExercise'][]): Schemas['ProgramSlot'][] {
  const usedKeys = new Set<string>()
  return exercises.map(({ exerciseId, supersetGroup, notes, sets }, index) => {
    const isFree = exerciseId.length <= limits.key && !usedKeys.has(exerciseId)
    const key = isFree ? exerciseId : `slot-${index + 1}`
    usedKeys.add(key)
    return {
      key,
      exerciseId,
      ...(supersetGroup !== undefined && { supersetGroup }),
      ...(notes !== undefined && { notes }),
      sets: plannedSets(sets),
    }
  })
}

/** The sets as targets, with consecutive equal ones merged. */
function plannedSets(sets: readonly Schemas['WorkoutSet'][]): Schemas['PlannedSet'][] {
  const planned: Schemas['PlannedSet'][] = []
  let previous: string | undefined
  for (const set of sets.map(plannedSet)) {
    const text = canonicalJson(set)
    const last = planned.at(-1)
    if (last && text === previous && (last.count ?? 1) < limits.count) last.count = (last.count ?? 1) + 1
    else planned.push({ ...set })
    previous = text
  }
  return planned.length === 0 ? [{}] : planned.slice(0, limits.sets)
}

function plannedSet(set: Schemas['WorkoutSet']): Schemas['PlannedSet'] {
  const { type, target } = set
  const reps = target?.reps ?? (set.reps ? { min: set.reps, max: set.reps } : undefined)
  const weight = set.weight ?? target?.weight
  const durationSeconds = set.durationSeconds || target?.durationSeconds
  const distance = set.distance?.value ? set.distance : target?.distance
  return {
    type,
    ...(reps && { reps }),
    ...(weight && { load: { of: 'weight', weight } }),
    ...(durationSeconds && { durationSeconds }),
    ...(distance && { distance }),
    ...(set.restSeconds !== undefined && { restSeconds: set.restSeconds }),
  }
}
