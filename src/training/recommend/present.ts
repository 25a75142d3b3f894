import type { Schemas } from '#generated/types.ts'
import { rounded } from '../units.ts'
import type { AthleteLog } from './athlete-log.ts'
import { plannedInput, prescribedSet, type WeightFormat, weightFormatOf } from './planned-sets.ts'
import type { AddedFatigue, RecommendedExercise, WorkoutRecommendation } from './types.ts'

/** A recommended workout in the contract's schema, without its methods and its start. */
export type PresentedWorkout = Omit<Schemas['WorkoutRecommendation'], 'methods' | 'workout'> & {
  readonly workout: Pick<Schemas['WorkoutInput'], 'exercises'>
}

/** Converts a recommended workout to the contract's schema. */
export function presentWorkout(recommendation: WorkoutRecommendation, log: AthleteLog): PresentedWorkout {
  const { exercises, estimatedSeconds, readiness, leftOut, empty } = recommendation
  return {
    workout: {
      exercises: exercises.map((exercise) =>
        exerciseInput(exercise, weightFormatOf(log, exercise.exerciseId)),
      ),
    },
    exercises: exercises.map((exercise) => exerciseOf(exercise, weightFormatOf(log, exercise.exerciseId))),
    estimatedSeconds: Math.round(estimatedSeconds),
    addedFatigue: recommendation.addedFatigue.map(addedFatigue),
    readiness,
    leftOut: leftOut.map((omission) => ({ ...omission })),
    ...(empty && { empty: { ...empty } }),
  }
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

function addedFatigue({ muscle, stimulus, before, after }: AddedFatigue): Schemas['AddedFatigue'] {
  return { muscle, stimulus: rounded(stimulus, 2), before: rounded(before, 2), after: rounded(after, 2) }
}
