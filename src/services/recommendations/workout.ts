import type { Profile } from '#db/accounts/users.ts'
import { listCandidates } from '#db/exercises/candidates.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { fatigueMethod } from '#training/fatigue/fatigue-method.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import { presentWorkout } from '#training/recommend/present.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import { methodOf } from '../analytics/method.ts'
import { type Current, type FieldProblem, type Invalid, invalid } from '../crud/results.ts'
import { athleteLog } from './athlete.ts'

/** Recommends a complete workout. Invalid if `exclude` lists exercises that don't exist. */
export async function workoutFor(
  db: Reader,
  user: Profile,
  request: Omit<Schemas['WorkoutRequest'], 'at'>,
  {
    at,
    now,
    unit,
  }: { readonly at: number; readonly now: number; readonly unit: Schemas['WeightUnit'] | undefined },
): Promise<Current<Schemas['WorkoutRecommendation']> | Invalid> {
  const candidates = await listCandidates(db, user.id)
  const unknown = unknownExercises(request.exclude ?? [], new Set(candidates.map(({ id }) => id)))
  if (unknown.length > 0) return invalid(...unknown)
  const log = await athleteLog(db, user, { at, now, unit, equipment: request.equipment })
  const recommendation = recommendWorkout(
    candidates,
    { ...request, equipment: log.equipment, isUsualEquipment: request.equipment === undefined },
    athleteState(log),
  )
  const { workout, ...presented } = presentWorkout(recommendation, log)
  const value = {
    workout: { startedAt: instant(at), ...workout },
    ...presented,
    methods: [recommendation.method, fatigueMethod].map(methodOf),
  }
  return { kind: 'current', value }
}

function unknownExercises(exclude: readonly string[], knownIds: ReadonlySet<string>): FieldProblem[] {
  return exclude.flatMap((id, index) =>
    knownIds.has(id)
      ? []
      : [
          {
            pointer: `/exclude/${index}`,
            code: 'unknown_exercise',
            message: 'There is no such exercise.',
          } as const,
        ],
  )
}
