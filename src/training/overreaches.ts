import type { DayNumber } from './days.ts'
import type { ExerciseWork } from './exercise-work.ts'
import { landmarkSets, type Overreaches } from './landmarks.ts'
import type { ExerciseIndex, Muscle } from './types.ts'
import { muscleVolumes } from './volume.ts'

/** Only this many of the latest marked workouts count. */
export const maxOverreached = 20
/** A mark means that the training of this many days, including the workout's own, was too much. */
export const overreachDays = 7

/** The day of an overreach, and the muscles that had too much training. */
export interface Overreach {
  readonly day: DayNumber
  readonly muscles: readonly Muscle[]
}

/** The overreaches in marked workouts (newest first): marks of a muscle less than a week apart count as one. */
export function distinctOverreaches(marked: readonly Overreach[]): Overreach[] {
  const lastDay = new Map<Muscle, DayNumber>()
  return marked.flatMap(({ day, muscles: markedMuscles }) => {
    const muscles = markedMuscles.filter(
      (muscle) => (lastDay.get(muscle) ?? Number.POSITIVE_INFINITY) - day >= overreachDays,
    )
    for (const muscle of muscles) lastDay.set(muscle, day)
    return muscles.length > 0 ? [{ day, muscles }] : []
  })
}

/** An overreach, and the work of the week up to it. */
export type OverreachedWeek = readonly [Overreach, Iterable<ExerciseWork>]

/** The weekly direct sets at which a user overreached, by muscle. Muscles without work are left out. */
export function overreachesIn(weeks: readonly OverreachedWeek[], exercises: ExerciseIndex): Overreaches {
  const weeklySets = new Map<Muscle, number[]>()
  for (const [{ muscles }, work] of weeks) {
    for (const volume of muscleVolumes(work, exercises)) {
      const { muscle } = volume
      if (!muscles.includes(muscle)) continue
      weeklySets.set(muscle, [...(weeklySets.get(muscle) ?? []), landmarkSets(volume, exercises)])
    }
  }
  return weeklySets
}
