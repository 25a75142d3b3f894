import type { Schemas } from '#generated/types.ts'
import { localTime } from '#training/days.ts'
import { isAssistedExercise } from '#training/load.ts'
import type { FieldProblem } from '../crud/results.ts'

/**
 * Checks rules that the contract's schemas can't express: a workout doesn't end before it starts, ids are
 * unique, rep ranges are in order.
 */
export function checkWorkout(input: Schemas['WorkoutInput']): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { startedAt, endedAt } = input
  if (endedAt !== undefined && Date.parse(endedAt) < Date.parse(startedAt)) {
    problems.push({ pointer: '/endedAt', code: 'end_before_start', message: 'Must not be before startedAt.' })
  }
  const exerciseIds = new Set<string>()
  const setIds = new Set<string>()
  input.exercises.forEach((exercise, exerciseIndex) => {
    if (isRepeated(exercise.id, exerciseIds)) problems.push(duplicateId(`/exercises/${exerciseIndex}`))
    exercise.sets.forEach((set, setIndex) => {
      const pointer = () => `/exercises/${exerciseIndex}/sets/${setIndex}`
      if (isRepeated(set.id, setIds)) problems.push(duplicateId(pointer()))
      const reps = set.target?.reps
      if (reps && reps.min > reps.max) problems.push(invertedRange(`${pointer()}/target/reps`))
    })
  })
  return problems
}

/**
 * Reports each weight of an assisted exercise, which would count as load instead of reducing it. Sets
 * that already had that weight (`existing`) may keep it.
 */
export function checkAssistance(
  { exercises }: Schemas['WorkoutInput'],
  existing: readonly { readonly id: string; readonly weightValue: number | null }[] = [],
): FieldProblem[] {
  return exercises.flatMap(({ exerciseId, sets }, exerciseIndex) => {
    if (!isAssistedExercise({ id: exerciseId })) return []
    return sets.flatMap(({ id, weight }, setIndex) => {
      if (!weight || weight.value === 0) return []
      if (existing.some((set) => set.id === id && set.weightValue === weight.value)) return []
      const pointer = `/exercises/${exerciseIndex}/sets/${setIndex}/weight`
      const message = 'This exercise is assisted: enter the weight that is removed as assistance.'
      return { pointer, code: 'use_assistance', message } as const
    })
  })
}

/** The years 1 to 9999 in local time. Others can't be written as YYYY-MM-DD. */
const localYears = { from: Date.parse('0001-01-01T00:00:00Z'), before: Date.UTC(10_000, 0) }

/** Reports each time that has no date in the workout's time zone. */
export function checkLocalDates(input: Schemas['WorkoutInput'], timeZone: string): FieldProblem[] {
  return (['startedAt', 'endedAt'] as const).flatMap((field) => {
    const time = input[field]
    if (time === undefined) return []
    const local = localTime(timeZone, Date.parse(time))
    if (local >= localYears.from && local < localYears.before) return []
    const message = "Must also be in the years 1 to 9999 in the workout's time zone."
    return { pointer: `/${field}`, code: 'range', message } as const
  })
}

/**
 * Reports each exercise that the workout may not contain: those that don't exist, and deleted ones
 * that it didn't already contain (`existing`).
 */
export function checkExercises(
  { exercises }: Schemas['WorkoutInput'],
  exerciseById: ReadonlyMap<string, { readonly deleted: boolean }>,
  existing: readonly { readonly exerciseId: string }[] = [],
): FieldProblem[] {
  const existingIds = new Set(existing.map(({ exerciseId }) => exerciseId))
  return exercises.flatMap(({ exerciseId }, index) => {
    const exercise = exerciseById.get(exerciseId)
    if (exercise && (!exercise.deleted || existingIds.has(exerciseId))) return []
    const pointer = `/exercises/${index}/exerciseId`
    return [{ pointer, code: 'unknown_exercise', message: 'There is no such exercise.' } as const]
  })
}

/** Whether an id occurred before; adds it to the earlier ones. */
function isRepeated(id: string | undefined, earlierIds: Set<string>): boolean {
  if (id === undefined) return false
  if (earlierIds.has(id)) return true
  earlierIds.add(id)
  return false
}

function duplicateId(pointer: string): FieldProblem {
  return {
    pointer: `${pointer}/id`,
    code: 'duplicate_id',
    message: 'Must not be used twice in a workout.',
  }
}

function invertedRange(pointer: string): FieldProblem {
  return { pointer, code: 'range', message: 'min must not be above max.' }
}
