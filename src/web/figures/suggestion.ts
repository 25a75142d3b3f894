import { platePairs, settings, usualPlates } from '../state/settings.ts'
import { figure } from './ask.ts'
import { ownSettings } from './own.ts'
import type { SuggestQuestion } from './questions.ts'

/** A suggested workout; undefined until the worker has answered. */
export function suggestion(question: Pick<SuggestQuestion, 'at' | 'minutes' | 'exclude'>) {
  const { landmarks, progressions, soreness } = ownSettings() ?? {}
  const { equipment, workoutsPerWeek, competitionDay, bodyweightGoal } = settings.value
  return figure('suggest', {
    ...question,
    equipment,
    plates: chosenPlates(),
    landmarks,
    progressions,
    soreness,
    workoutsPerWeek,
    competitionDay,
    bodyweightGoal,
  })
}

/** The plates, or undefined if they are the default ones: a gym may have others, too. */
function chosenPlates(): SuggestQuestion['plates'] {
  const { unit, plates, pairs } = settings.value
  const isUsual = Object.keys(pairs).length === 0 && String(plates) === String(usualPlates[unit])
  return isUsual ? undefined : platePairs.value
}
