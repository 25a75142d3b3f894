import type { Schemas } from '#generated/types.ts'
import { checkProgram } from '#training/programs/index.ts'
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
    ...content.days.flatMap(({ slots }, d) =>
      slots.flatMap(({ progression }, s) =>
        (progression ? checkScheme(progression) : []).map((problem) => ({
          ...problem,
          pointer: `/days/${d}/slots/${s}/progression${problem.pointer}`,
        })),
      ),
    ),
  ]
}

function setLists({ days, waves = [] }: ProgramContent) {
  return [
    ...days.flatMap(({ slots }, d) =>
      slots.map(({ sets = [] }, s) => ({ pointer: `/days/${d}/slots/${s}/sets`, sets })),
    ),
    ...waves.flatMap(({ weeks }, w) =>
      weeks.map(({ sets }, index) => ({ pointer: `/waves/${w}/weeks/${index}/sets`, sets })),
    ),
  ]
}

/** A reference to an exercise in a program, and its location. */
interface NamedExercise {
  readonly exerciseId: string
  readonly pointer: string
}

/** All references to exercises in a program. */
export function exercisesIn({ lifts = [], days }: ProgramContent): NamedExercise[] {
  return [
    ...lifts.map(({ exerciseId }, l) => ({ exerciseId, pointer: `/lifts/${l}/exerciseId` })),
    ...days.flatMap(({ slots }, d) => slots.flatMap((slot, s) => exercisesOf(slot, `/days/${d}/slots/${s}`))),
  ]
}

function exercisesOf(
  { exerciseId, alternatives = [] }: Schemas['ProgramSlot'],
  pointer: string,
): NamedExercise[] {
  return [
    ...(exerciseId === undefined ? [] : [{ exerciseId, pointer: `${pointer}/exerciseId` }]),
    ...alternatives.map((id, index) => ({ exerciseId: id, pointer: `${pointer}/alternatives/${index}` })),
  ]
}

/**
 * Reports each exercise that doesn't exist; deleted ones may stay if the program already refers to them
 * (`held`).
 */
export function checkNamed(
  content: ProgramContent,
  known: ReadonlyMap<string, { readonly deleted: boolean }>,
  held: ReadonlySet<string>,
): FieldProblem[] {
  return exercisesIn(content).flatMap(({ exerciseId, pointer }) => {
    const exercise = known.get(exerciseId)
    if (exercise && (!exercise.deleted || held.has(exerciseId))) return []
    return { pointer, code: 'unknown_exercise', message: 'There is no such exercise.' } as const
  })
}
