import { weightUnits } from '#training/units.ts'
import { figure } from '../figures/ask.ts'
import { choiceOf, chosenSettings } from '../figures/own.ts'
import type { Coaching, CoachQuestion } from '../figures/questions.ts'
import { barOf } from '../parts/plates.tsx'
import { exerciseOf } from '../state/catalogue.ts'
import { platePairs, type Settings, settings } from '../state/settings.ts'

/** Cached questions, since the same one is asked whenever a page is rendered. */
const questions = new Map<
  string,
  { readonly settings: Settings; readonly bar: number | undefined; question: CoachQuestion }
>()

function questionOf(exerciseId: string): CoachQuestion {
  const bar = barOf(exerciseOf(exerciseId)?.equipment)
  const cached = questions.get(exerciseId)
  if (cached?.settings === settings.value && cached.bar === bar) return cached.question
  const choice = choiceOf(exerciseId)
  const { canonical } = weightUnits[settings.value.unit]
  const question = {
    exerciseId,
    plates: platePairs.value,
    bodyweightGoal: settings.value.bodyweightGoal,
    ...(bar !== undefined && { barGrams: bar * canonical }),
    ...(choice && { chosen: { ...chosenSettings(), progressions: [choice] } }),
  }
  questions.set(exerciseId, { settings: settings.value, bar, question })
  return question
}

/** The memory of a lift and what to do next time; undefined until the worker has answered. */
export const coachingFor = (exerciseId: string): Coaching | undefined =>
  figure('coach', questionOf(exerciseId))
