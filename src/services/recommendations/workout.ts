import type { Profile } from '#db/accounts/users.ts'
import { listCandidates } from '#db/exercises/candidates.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { fatigueMethod } from '#training/fatigue/fatigue-method.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import type { AddedFatigue, RecommendedExercise } from '#training/recommend/types.ts'
import { rounded } from '#training/units.ts'
import { methodOf } from '../analytics/method.ts'
import { type Current, type FieldProblem, type Invalid, invalid } from '../crud/results.ts'
import { athleteLog } from './athlete.ts'
import { plannedInput, prescribedSet, type WeightFormat, weightFormatOf } from './prescribed.ts'

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
  const value = {
    workout: {
      startedAt: instant(at),
      exercises: recommendation.exercises.map((exercise) =>
        exerciseInput(exercise, weightFormatOf(log, exercise.exerciseId)),
      ),
    },
    exercises: recommendation.exercises.map((exercise) =>
      exerciseOf(exercise, weightFormatOf(log, exercise.exerciseId)),
    ),
    estimatedSeconds: Math.round(recommendation.estimatedSeconds),
    addedFatigue: recommendation.addedFatigue.map(presentAddedFatigue),
    readiness: recommendation.readiness,
    leftOut: recommendation.leftOut.map((omission) => ({ ...omission })),
    ...(recommendation.empty && { empty: { ...recommendation.empty } }),
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

function exerciseInput(
  { exerciseId, warmUps, sets, restSeconds }: RecommendedExercise,
  format: WeightFormat,
): Schemas['WorkoutExerciseInput'] {
  const rest = Math.round(restSeconds)
  return { exerciseId, sets: [...warmUps, ...sets].map((set) => plannedInput(set, rest, format)) }
}

function exerciseOf(
  { exerciseId, warmUps, sets, restSeconds, estimatedSeconds, reasons, rule }: RecommendedExercise,
  format: WeightFormat,
): Schemas['RecommendedExercise'] {
  return {
    exerciseId,
    warmUps: warmUps.map((set) => prescribedSet(set, format)),
    sets: sets.map((set) => prescribedSet(set, format)),
    restSeconds: Math.round(restSeconds),
    estimatedSeconds: Math.round(estimatedSeconds),
    reasons: [...reasons],
    ...(rule !== undefined && { rule }),
  }
}

function presentAddedFatigue({ muscle, stimulus, before, after }: AddedFatigue): Schemas['AddedFatigue'] {
  return { muscle, stimulus: rounded(stimulus, 2), before: rounded(before, 2), after: rounded(after, 2) }
}
