import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { workByExercise } from '#training/exercise-work.ts'
import {
  Bases,
  completedSets,
  completedWorkout,
  type ProgramContent,
  type RunWorkout,
  readProgram,
  readySlots,
  stepSeconds,
  stepWorkout,
} from '#training/programs/index.ts'
import type { PerformedSet } from '#training/types.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { bodyweightAt, days } from '../figures/performed.ts'
import { exercises } from '../state/catalogue.ts'
import { earlierSetsBefore, gear } from './runs.ts'

/** A day of the preview: what to do, and how long it takes. */
interface PreviewDay {
  readonly day: string
  readonly exercises: Schemas['WorkoutInput']['exercises']
  readonly seconds: number
}

export interface PreviewWeek {
  readonly key: string
  readonly days: readonly PreviewDay[]
  readonly muscles: readonly MuscleVolume[]
}

/** A preview ends with the week that reaches this many sets. */
const maxSets = 3000

/**
 * The first cycle of a program, week by week, assuming that every set is completed. Lifts without a base have no
 * weights.
 */
export function previewWeeks(content: ProgramContent, starting: ReadonlyMap<string, number>): PreviewWeek[] {
  const program = readProgram(content)
  const at = Date.now()
  const bases = new Bases(starting)
  const countedWorkouts: RunWorkout[] = []
  const weeks: PreviewWeek[] = []
  let count = 0
  for (const week of program.weeks) {
    const work: PerformedSet[] = []
    const previewed = week.days.map((day) => {
      const step = { cycle: 1, week: week.key, day }
      const state = { bases: bases.for(1), swaps: new Map<string, string>(), countedWorkouts }
      const slots = readySlots(program, state, step, {
        gear: gear(),
        exercises: exercises.value,
        workouts: [],
        earlierSets: earlierSetsBefore(at),
        bodyweightAt: bodyweightAt.value,
        days: days.value,
        since: at,
        at,
        unit: gear().unit,
        mayLackBases: true,
      })
      const workout = completedWorkout(step, slots, count, gear().unit)
      bases.judge(program, workout)
      countedWorkouts.push(workout)
      work.push(...completedSets(slots, at))
      count += slots.reduce((sum, { sets }) => sum + sets.length, 0)
      const { exercises: planned } = stepWorkout(program, '', step, slots, gear().unit)
      return { day, exercises: planned, seconds: stepSeconds(slots) }
    })
    weeks.push({ key: week.key, days: previewed, muscles: musclesOf(work) })
    if (count >= maxSets) break
  }
  return weeks
}

function musclesOf(work: readonly PerformedSet[]): readonly MuscleVolume[] {
  const byId = exercises.value
  const context = { exercises: byId, bodyweightAt: bodyweightOver([], days.value) }
  const knownSets = work.filter(({ exerciseId }) => byId.has(exerciseId))
  return muscleVolumes(workByExercise(knownSets, context).values(), byId)
    .filter(({ fractionalSets }) => fractionalSets > 0)
    .toSorted((a, b) => b.fractionalSets - a.fractionalSets)
}
