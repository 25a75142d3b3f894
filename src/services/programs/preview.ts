import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { workByExercise } from '#training/exercise-work.ts'
import {
  Bases,
  completedSets,
  completedWorkout,
  exercisesWithLoads,
  type Program,
  type ReadySlot,
  type RunWorkout,
  startingBases,
  startPercentOf,
  stepSeconds,
  toPrescribedSet,
} from '#training/programs/index.ts'
import { readProgram } from '#training/programs/read.ts'
import type { PrescribedSet } from '#training/progression/types.ts'
import { prescribedSet } from '#training/recommend/planned-sets.ts'
import type { PerformedSet } from '#training/types.ts'
import { rounded } from '#training/units.ts'
import { muscleVolumes } from '#training/volume.ts'
import type { Current, Invalid } from '../crud/results.ts'
import { invalid } from '../crud/results.ts'
import { knownLifts, startingWeight } from '../runs/lift-memory.ts'
import { planSlots } from '../runs/plan-slots.ts'
import { checkContent, checkExercises, exercisesIn } from './rules.ts'

/** A preview ends with the week that reaches this many sets. */
const maxSets = 10_000

interface PreviewOptions {
  readonly at: number
  readonly unit: Schemas['WeightUnit']
}

/** Previews what a program prescribes week by week if every set succeeds. Nothing is stored. */
export async function previewProgram(
  db: Reader,
  user: Profile,
  { program: { id: _, ...content }, lifts = [], cycles = 1 }: Schemas['ProgramPreviewRequest'],
  options: PreviewOptions,
): Promise<Current<Schemas['ProgramPreview']> | Invalid> {
  const ids = new Set(exercisesIn(content).map(({ exerciseId }) => exerciseId))
  const facts = await findExerciseFacts(db, user.id, ids)
  const problems = [...checkContent(content), ...checkExercises(content, facts, new Set())]
  const errors = problems.map((problem) => ({ ...problem, pointer: `/program${problem.pointer}` }))
  const liftKeys = new Set(content.lifts?.map(({ key }) => key))
  lifts.forEach(({ lift }, index) => {
    if (liftKeys.has(lift)) return
    const pointer = `/lifts/${index}/lift`
    errors.push({ pointer, code: 'unknown_lift', message: 'The program has no such lift.' })
  })
  if (errors.length > 0) return invalid(...errors)
  const program = readProgram(content)
  const bases = new Map(startingBases(lifts))
  for (const { key, exerciseId, ...lift } of program.lifts ?? []) {
    const exercise = facts.get(exerciseId)
    if (bases.has(key) || !exercise) continue
    const percent = startPercentOf(lift)
    const grams = await startingWeight(db, user, exercise, { percent, at: options.at })
    if (grams !== undefined) bases.set(key, grams)
  }
  return {
    kind: 'current',
    value: { weeks: await previewWeeks(db, user, { program, bases, cycles, facts }, options) },
  }
}

/** A program to preview, and the bases to start with. */
interface PreviewedProgram {
  readonly program: Program
  readonly bases: ReadonlyMap<string, number>
  readonly cycles: number
  readonly facts: ReadonlyMap<string, ExerciseFactsRow>
}

async function previewWeeks(
  db: Reader,
  user: Profile,
  { program, bases: initialBases, cycles, facts }: PreviewedProgram,
  options: PreviewOptions,
): Promise<Schemas['PreviewWeek'][]> {
  const bases = new Bases(initialBases)
  const noSwaps = { swaps: new Map<string, string>() }
  const lifts = program.days.flatMap(({ key }) => [...exercisesWithLoads(program, noSwaps, key)])
  const liftById = await knownLifts(db, user, new Set(lifts), options.at)
  const liftFor = (id: string) => liftById.get(id)
  const countedWorkouts: RunWorkout[] = []
  const weeks: Schemas['PreviewWeek'][] = []
  let setCount = 0
  for (let cycle = 1; cycle <= Math.min(cycles, program.cycles ?? cycles); cycle++) {
    for (const { key: week, days } of program.weeks) {
      const previewedDays: Schemas['PreviewDay'][] = []
      const work: PerformedSet[] = []
      for (const day of days) {
        const step = { cycle, week, day }
        const state = { bases: bases.for(cycle), ...noSwaps, countedWorkouts }
        const input = {
          program,
          state,
          workouts: [],
          since: options.at,
          liftFor,
          mayLackBases: true,
          ...options,
        }
        const slots = await planSlots(db, user, input, step)
        const workout = completedWorkout(step, slots, setCount, options.unit)
        bases.judge(program, workout)
        countedWorkouts.push(workout)
        previewedDays.push(previewDay(day, slots, options.unit))
        work.push(...completedSets(slots, options.at))
        setCount += slots.reduce((sum, { sets }) => sum + sets.length, 0)
      }
      weeks.push({ cycle, week, days: previewedDays, muscles: musclesOf(user, work, facts) })
      if (setCount >= maxSets) return weeks
    }
  }
  return weeks
}

function previewDay(
  day: string,
  slots: readonly ReadySlot[],
  unit: Schemas['WeightUnit'],
): Schemas['PreviewDay'] {
  return {
    day,
    slots: slots.map(({ slot, exerciseId, sets, chance }) => ({
      slot: slot.key,
      exerciseId,
      sets: sets.map((set) =>
        prescribedSet(toPrescribedSet(set) satisfies PrescribedSet, { unit, plates: undefined }),
      ),
      ...(chance !== undefined && { chance: rounded(chance, 4) }),
    })),
    estimatedSeconds: stepSeconds(slots),
  }
}

function musclesOf(
  user: Profile,
  work: readonly PerformedSet[],
  exercises: ReadonlyMap<string, ExerciseFactsRow>,
): Schemas['PreviewMuscle'][] {
  const bodyweightAt = bodyweightOver([], userDays(user))
  const byExercise = workByExercise(work, { exercises, bodyweightAt })
  return muscleVolumes(byExercise.values(), exercises).map(({ muscle, directSets, fractionalSets }) => ({
    muscle,
    directSets: rounded(directSets, 2),
    fractionalSets: rounded(fractionalSets, 2),
  }))
}
