import type { Landmarks } from './landmarks.ts'

/** More sets of a muscle than this in a workout add little (Remmert et al. 2025). */
const maxInWorkout = 11
/** Sets of a muscle that fit into a workout next to those of other muscles. */
const typicalInWorkout = 6
/** With more workouts a week than this, each trains only a part of the body, with room for more sets of it. */
const maxWholeBodyWorkouts = 3

/** How often each muscle is trained with this many workouts a week: in every workout if there are at most three. */
function timesPerWeek(workouts: number): number {
  if (workouts <= maxWholeBodyWorkouts) return workouts
  return workouts >= 9 ? 3 : 2
}

/** The weekly sets of a muscle that fit into this many workouts. */
export const maxWeeklySets = (workouts: number): number => typicalInWorkout * Math.max(1, workouts)

/** The direct sets in each workout that trains a muscle, from its MEV to the upper end of its MAV. */
export function setsPerWorkout(
  { mev, mav }: Pick<Landmarks, 'mev' | 'mav'>,
  workouts: number,
): { readonly min: number; readonly max: number } {
  const times = timesPerWeek(workouts)
  const inEach = (weeklySets: number) => Math.min(maxInWorkout, Math.ceil(weeklySets / times))
  const room = workouts > maxWholeBodyWorkouts ? maxInWorkout : typicalInWorkout
  return { min: inEach(mev), max: Math.max(inEach(mev), Math.min(room, inEach(mav.max))) }
}
