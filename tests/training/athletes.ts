import { catalogueData } from '#catalogue/data/index.ts'
import { userDays } from '#training/days.ts'
import { engagementRole } from '#training/engagement.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { type AthleteLog, athleteState } from '#training/recommend/athlete.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import type { Candidate, WorkoutRecommendation, WorkoutRequest } from '#training/recommend/types.ts'
import { muscles } from '#training/types.ts'
import { day, now } from './history.ts'

/** The catalogue as candidates of a recommendation. */
export const candidates: Candidate[] = catalogueData.map(({ slug, engagement, ...exercise }) => ({
  ...exercise,
  id: slug,
  engagement: muscles.flatMap((muscle) => {
    const percent = engagement[muscle]
    return percent === undefined ? [] : [{ muscle, percent }]
  }),
}))
/** The candidates by id. */
export const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))

/** The training of an 80 kg lifter, in kilograms, in UTC. */
export const logOf = (sets: readonly TrainedSet[], more: Partial<AthleteLog> = {}): AthleteLog => ({
  sets,
  exercises: byId,
  equipmentOf: (id) => byId.get(id)?.equipment,
  bodyweightAt: () => 80_000,
  days: userDays({ timeZone: 'UTC' }),
  at: now,
  unit: 'kg',
  ...more,
})

/** Sets of a workout a number of days ago; 0 kg for no weight. */
export const did = (daysAgo: number, exerciseId: string, kg: number, reps: readonly number[]): TrainedSet[] =>
  reps.map((count, index) => ({
    id: `${exerciseId}-${daysAgo}-${index}`,
    workoutId: `w${daysAgo}`,
    exerciseId,
    performedAt: now - daysAgo * day,
    type: 'normal',
    ...(kg > 0 ? { weightGrams: kg * 1000 } : {}),
    reps: count,
    rpe: 8,
  }))

/** Eight weeks of push, pull and legs, every other day; the last was push, two days ago. */
export const habit = Array.from({ length: 27 }, (_, index) => 54 - 2 * index).flatMap((daysAgo, index) => {
  const split = [
    [did(daysAgo, 'barbell-bench-press', 80, [8, 8, 8]), did(daysAgo, 'triceps-pushdown', 30, [12, 12, 12])],
    [did(daysAgo, 'barbell-row', 70, [10, 10, 10]), did(daysAgo, 'pull-up', 0, [8, 8, 8])],
    [
      did(daysAgo, 'barbell-back-squat', 110, [8, 8, 8]),
      did(daysAgo, 'barbell-romanian-deadlift', 90, [10, 10, 10]),
    ],
  ]
  return (split[index % 3] ?? []).flat()
})

/** A workout recommended after these sets. */
export const recommend = (
  request: WorkoutRequest,
  sets: readonly TrainedSet[] = [],
  more: Partial<AthleteLog> = {},
) => recommendWorkout(candidates, request, athleteState(logOf(sets, more)))
/** The exercise ids of a recommendation, in order. */
export const ids = ({ exercises }: WorkoutRecommendation) => exercises.map(({ exerciseId }) => exerciseId)
/** Whether a muscle is a primary or secondary one of an exercise. */
export const trains = (id: string, muscle: string) =>
  byId
    .get(id)
    ?.engagement.some((each) => each.muscle === muscle && engagementRole(each.percent) !== 'stabilizer') ??
  false
