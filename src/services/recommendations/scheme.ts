import { fromJson } from '#db/engine/json.ts'
import type { ProgressionRow } from '#db/training-settings/progressions.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { schemeOf } from '#training/progression/read-scheme.ts'
import { defaultScheme, doubleRange } from '#training/progression/schemes.ts'
import type { ChosenScheme } from '#training/recommend/athlete-log.ts'
import { toGrams } from '#training/units.ts'
import type { FieldProblem } from '../crud/results.ts'

/** Converts the user's choice for an exercise, or the default, to the contract's schema. */
export function presentProgression(
  exerciseId: string,
  stored: ProgressionRow | undefined,
): Schemas['ExerciseProgression'] {
  const revision = stored?.revision ?? 0
  if (!stored?.progression) return { exerciseId, chosen: false, progression: { ...defaultScheme }, revision }
  const progression = fromJson(stored.progression)
  return { exerciseId, chosen: true, progression, since: instant(stored.since), revision }
}

/** Converts the user's choices to the contract's schema; reverted ones are left out. */
export function presentChoices(rows: readonly ProgressionRow[]): Schemas['ChosenProgression'][] {
  return rows.flatMap(({ exerciseId, progression, since, revision }) =>
    progression === null
      ? []
      : [{ exerciseId, progression: fromJson(progression), since: instant(since), revision }],
  )
}

/** The user's chosen schemes by exercise, in the form that `training` expects. */
export function chosenSchemes(rows: readonly ProgressionRow[]): Map<string, ChosenScheme> {
  return new Map(
    rows.flatMap(({ exerciseId, progression, since }) =>
      progression ? [[exerciseId, { scheme: schemeOf(fromJson(progression)), since }]] : [],
    ),
  )
}

/** Checks rules that the contract's schemas can't express: reps in order, weights above 0. */
export function checkScheme(progression: Schemas['ProgressionScheme']): FieldProblem[] {
  const problems: FieldProblem[] = []
  const mustBeAbove0 = (pointer: string) => ({ pointer, code: 'range', message: 'Must be above 0.' }) as const
  if ('increment' in progression && progression.increment && toGrams(progression.increment) === 0) {
    problems.push(mustBeAbove0('/increment/value'))
  }
  if (progression.scheme === 'five_three_one') {
    const { trainingMax } = progression
    if (trainingMax && toGrams(trainingMax) === 0) problems.push(mustBeAbove0('/trainingMax/value'))
  }
  if (progression.scheme === 'memory' && progression.range && progression.range.min > progression.range.max) {
    problems.push({ pointer: '/range/min', code: 'range', message: 'min must not be above max.' })
  }
  if (progression.scheme === 'double') {
    const { minReps = doubleRange.minReps, maxReps = doubleRange.maxReps } = progression
    if (minReps > maxReps) {
      const pointer = progression.minReps === undefined ? '/maxReps' : '/minReps'
      problems.push({
        pointer,
        code: 'range',
        message: 'minReps must not be above maxReps (the defaults are 8 and 12).',
      })
    }
  }
  return problems
}
