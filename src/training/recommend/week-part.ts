import type { Muscle } from '../types.ts'
import { primaryMuscles } from './candidates.ts'
import type { MuscleNeed } from './need.ts'
import type { AthleteState, Candidate, WorkoutRequest } from './types.ts'

/** An exercise done in this many workouts of the last eight weeks shows that the lifter has a routine. */
const habitWorkouts = 4

const legs: readonly Muscle[] = ['quads', 'hamstrings', 'glutes', 'calves', 'abs']
const push: readonly Muscle[] = ['chest', 'front_delts', 'side_delts', 'triceps']
const pull: readonly Muscle[] = ['lats', 'upper_back', 'rear_delts', 'traps', 'biceps']
const halves = [[...push, ...pull], legs] as const
const thirds = [push, pull, legs] as const

/** The parts into which the week's workouts are split. None for up to three workouts, which train the whole body. */
function partsOf(workouts: number): readonly (readonly Muscle[])[] {
  if (workouts <= 3) return []
  return workouts <= 5 ? halves : thirds
}

/** The number of workouts a week that someone wants, if their log doesn't show a habit yet. */
export function plannedWorkouts({ workoutsPerWeek, familiar }: AthleteState): number | undefined {
  const isSettled = [...familiar.values()].some(({ workouts }) => workouts >= habitWorkouts)
  return isSettled ? undefined : workoutsPerWeek
}

/**
 * The muscles of the part of the week that is due: the part that lacks the largest share of its sets, weighted by
 * how recovered each muscle is. Undefined for the whole body.
 */
export function partOfWeek(
  workouts: number | undefined,
  needs: ReadonlyMap<Muscle, MuscleNeed>,
  { focus }: WorkoutRequest,
  { fatigue }: Pick<AthleteState, 'fatigue'>,
): ReadonlySet<Muscle> | undefined {
  if (workouts === undefined || focus?.length) return undefined
  const readiness = new Map(fatigue.map((entry) => [entry.muscle, entry.readiness]))
  const deficitOf = (part: readonly Muscle[]) =>
    part.reduce((sum, muscle) => {
      const need = needs.get(muscle)
      if (!need) return sum
      return sum + Math.max(0, 1 - need.done / need.target) * ((readiness.get(muscle) ?? 100) / 100)
    }, 0) / part.length
  let best: readonly Muscle[] | undefined
  for (const part of partsOf(workouts)) if (!best || deficitOf(part) > deficitOf(best)) best = part
  return best && new Set(best)
}

/** Whether an exercise belongs to a part of the week: one of its primary muscles does, and none to another part. */
export function belongsToPart(candidate: Candidate, part: ReadonlySet<Muscle>): boolean {
  const others = new Set(halves.flat().filter((muscle) => !part.has(muscle)))
  const primary = primaryMuscles(candidate)
  return primary.some((muscle) => part.has(muscle)) && !primary.some((muscle) => others.has(muscle))
}
