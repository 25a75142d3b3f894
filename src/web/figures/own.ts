import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'
import { type OwnSettings, platePairs, settings, usualPlates } from '../state/settings.ts'
import type { ChosenQuestion } from './questions.ts'

/** What the user has set elsewhere; undefined if nothing, or if what is on the device is another user's. */
export const ownSettings = (): OwnSettings | undefined => {
  const { own } = settings.value
  return own?.user === log().user?.id ? own : undefined
}

/** What suggestions and chosen schemes depend on, besides the log. */
export function chosenSettings(): ChosenQuestion {
  const { landmarks, progressions, soreness } = ownSettings() ?? {}
  const { equipment, workoutsPerWeek, competitionDay, bodyweightGoal } = settings.value
  const plates = chosenPlates()
  return {
    equipment,
    plates,
    landmarks,
    progressions,
    soreness,
    workoutsPerWeek,
    competitionDay,
    bodyweightGoal,
  }
}

/** The plates, or undefined if they are the default ones: a gym may have others, too. */
function chosenPlates(): ChosenQuestion['plates'] {
  const { unit, plates, pairs } = settings.value
  const isUsual = Object.keys(pairs).length === 0 && String(plates) === String(usualPlates[unit])
  return isUsual ? undefined : platePairs.value
}

/** The scheme chosen for an exercise; undefined if the default applies. */
export const choiceOf = (exerciseId: string): Schemas['ChosenProgression'] | undefined =>
  ownSettings()?.progressions.find((choice) => choice.exerciseId === exerciseId)
