import type { Schemas } from '#generated/types.ts'
import { checkProgram } from '#training/programs/check-program.ts'
import { type ProgramContent, readProgram } from '#training/programs/read.ts'
import type { FieldProblem } from '../crud/results.ts'
import { checkScheme } from '../recommendations/scheme.ts'

/** The maximum number of sets of an exercise in a workout. */
const maxSets = 100

/** Checks rules for programs that the contract's schemas can't express. */
export function checkContent(content: ProgramContent): FieldProblem[] {
  return [
    ...checkProgram(readProgram(content)),
    ...setLists(content).flatMap(({ pointer, sets }) => {
      const count = sets.reduce((sum, set) => sum + (set.count ?? 1), 0)
      if (count <= maxSets) return []
      return { pointer, code: 'range', message: `Must have at most ${maxSets} sets in total.` } as const
    }),
    ...content.days.flatMap(({ slots }, dayIndex) =>
      slots.flatMap(({ progression }, slotIndex) =>
        (progression ? checkScheme(progression) : []).map((problem) => ({
          ...problem,
          pointer: `/days/${dayIndex}/slots/${slotIndex}/progression${problem.pointer}`,
        })),
      ),
    ),
  ]
}

function setLists({ days, waves = [] }: ProgramContent) {
  return [
    ...days.flatMap(({ slots }, dayIndex) =>
      slots.map(({ sets = [] }, slotIndex) => ({
        pointer: `/days/${dayIndex}/slots/${slotIndex}/sets`,
        sets,
      })),
    ),
    ...waves.flatMap(({ weeks }, waveIndex) =>
      weeks.map(({ sets }, weekIndex) => ({ pointer: `/waves/${waveIndex}/weeks/${weekIndex}/sets`, sets })),
    ),
  ]
}

/** A reference to an exercise in a program, and its location. */
interface ExerciseReference {
  readonly exerciseId: string
  readonly pointer: string
}

/** All references to exercises in a program. */
export function exercisesIn({ lifts = [], days }: ProgramContent): ExerciseReference[] {
  return [
    ...lifts.map(({ exerciseId }, liftIndex) => ({ exerciseId, pointer: `/lifts/${liftIndex}/exerciseId` })),
    ...days.flatMap(({ slots }, dayIndex) =>
      slots.flatMap((slot, slotIndex) => exercisesOf(slot, `/days/${dayIndex}/slots/${slotIndex}`)),
    ),
  ]
}

function exercisesOf(
  { exerciseId, alternatives = [] }: Schemas['ProgramSlot'],
  pointer: string,
): ExerciseReference[] {
  return [
    ...(exerciseId === undefined ? [] : [{ exerciseId, pointer: `${pointer}/exerciseId` }]),
    ...alternatives.map((id, index) => ({ exerciseId: id, pointer: `${pointer}/alternatives/${index}` })),
  ]
}

/**
 * Reports each exercise that doesn't exist. Deleted exercises are accepted if they are in `allowedDeleted`, because
 * the program already refers to them.
 */
export function checkExercises(
  content: ProgramContent,
  exercises: ReadonlyMap<string, { readonly deleted: boolean }>,
  allowedDeleted: ReadonlySet<string>,
): FieldProblem[] {
  return exercisesIn(content).flatMap(({ exerciseId, pointer }) => {
    const exercise = exercises.get(exerciseId)
    if (exercise && (!exercise.deleted || allowedDeleted.has(exerciseId))) return []
    return { pointer, code: 'unknown_exercise', message: 'There is no such exercise.' } as const
  })
}
