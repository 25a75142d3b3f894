import { computed } from '@preact/signals'
import type { DayNumber } from '#training/days.ts'
import { type ExerciseWork, workByExercise } from '#training/exercise-work.ts'
import { overreachDays } from '#training/overreaches.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { workouts as allWorkouts } from '../state/log.ts'
import { bodyweightAt, dayOf, exerciseIndex, performedSets, today, workoutsFromDay } from './performed.ts'

const daysOfWeek = 7

type SetCounts = Pick<MuscleVolume, 'directSets' | 'fractionalSets'>

/** The work of the seven days up to a day, by which an overreach on that day is judged. */
export function weekUpTo(day: DayNumber): ExerciseWork[] {
  const workouts = workoutsFromDay(day - overreachDays + 1).filter((workout) => dayOf(workout) <= day)
  const context = { exercises: exerciseIndex.value, bodyweightAt: bodyweightAt.value }
  return [...workByExercise(performedSets(workouts), context).values()]
}

/** The volume of each muscle in the seven days up to a day. */
export const volumesUpTo = (day: DayNumber): MuscleVolume[] =>
  muscleVolumes(weekUpTo(day), exerciseIndex.value)

/** The mean volume of each muscle in the last weeks, without those before the first workout. */
const weeklyMean = (maxWeeks: number) =>
  computed<readonly MuscleVolume[]>(() => {
    const workouts = workoutsFromDay(today() - maxWeeks * daysOfWeek + 1)
    const first = allWorkouts.value.at(-1)
    const weeksSinceFirst = first ? Math.ceil((today() - dayOf(first) + 1) / daysOfWeek) : 1
    const weeks = Math.max(1, Math.min(maxWeeks, weeksSinceFirst))
    const context = { exercises: exerciseIndex.value, bodyweightAt: bodyweightAt.value }
    const work = [...workByExercise(performedSets(workouts), context).values()]
    const perWeek = <Sets extends SetCounts>(counts: Sets): Sets => ({
      ...counts,
      directSets: counts.directSets / weeks,
      fractionalSets: counts.fractionalSets / weeks,
    })
    return muscleVolumes(work, exerciseIndex.value).map((volume) => ({
      ...perWeek(volume),
      contributions: volume.contributions.map(perWeek),
    }))
  })

/** The volume of each muscle in the last seven days, and a week's in the last four weeks. */
export const volumes = { week: weeklyMean(1), month: weeklyMean(4) } as const
