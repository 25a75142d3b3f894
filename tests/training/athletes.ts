import { catalogueData } from '#catalogue/data/index.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { engagementRole } from '#training/engagement.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import type { AthleteLog } from '#training/recommend/athlete-log.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import type { Candidate, WorkoutRecommendation, WorkoutRequest } from '#training/recommend/types.ts'
import { muscles } from '#training/types.ts'
import { now } from './history.ts'

/** Every exercise of the catalogue, as a candidate for a recommended workout. */
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

/** The log of an 80 kg lifter who trains in kilograms and in UTC. */
export const athleteLog = (sets: readonly TrainedSet[], overrides: Partial<AthleteLog> = {}): AthleteLog => ({
  sets,
  exercises: byId,
  equipmentOf: (id) => byId.get(id)?.equipment,
  bodyweightAt: () => 80_000,
  days: userDays({ timeZone: 'UTC' }),
  at: now,
  unit: 'kg',
  ...overrides,
})

/** The sets of one exercise in a workout some days ago, one for each item of `reps`; 0 kg means no weight. */
export const pastSets = (
  daysAgo: number,
  exerciseId: string,
  kg: number,
  reps: readonly number[],
): TrainedSet[] =>
  reps.map((count, index) => ({
    id: `${exerciseId}-${daysAgo}-${index}`,
    workoutId: `w${daysAgo}`,
    exerciseId,
    performedAt: now - daysAgo * dayMs,
    type: 'normal',
    ...(kg > 0 ? { weightGrams: kg * 1000 } : {}),
    reps: count,
    rpe: 8,
  }))

/** Eight weeks of push, pull and legs: a workout every other day until two days ago. */
export const pushPullLegs = Array.from({ length: 27 }, (_, index) => 54 - 2 * index).flatMap(
  (daysAgo, index) => {
    const split = [
      [
        pastSets(daysAgo, 'barbell-bench-press', 80, [8, 8, 8]),
        pastSets(daysAgo, 'triceps-pushdown', 30, [12, 12, 12]),
      ],
      [pastSets(daysAgo, 'barbell-row', 70, [10, 10, 10]), pastSets(daysAgo, 'pull-up', 0, [8, 8, 8])],
      [
        pastSets(daysAgo, 'barbell-back-squat', 110, [8, 8, 8]),
        pastSets(daysAgo, 'barbell-romanian-deadlift', 90, [10, 10, 10]),
      ],
    ]
    return (split[index % 3] ?? []).flat()
  },
)

/** The workout recommended to a lifter whose log has these sets. */
export const recommend = (
  request: WorkoutRequest,
  sets: readonly TrainedSet[] = [],
  overrides: Partial<AthleteLog> = {},
) => recommendWorkout(candidates, request, athleteState(athleteLog(sets, overrides)))
/** The exercise ids of a recommended workout, in order. */
export const exerciseIdsOf = ({ exercises }: WorkoutRecommendation) =>
  exercises.map(({ exerciseId }) => exerciseId)
/** Whether a muscle is a primary or secondary muscle of an exercise. */
export const trains = (id: string, muscle: string) =>
  byId
    .get(id)
    ?.engagement.some((each) => each.muscle === muscle && engagementRole(each.percent) !== 'stabilizer') ??
  false
