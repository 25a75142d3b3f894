import { figure } from './ask.ts'
import { chosenSettings } from './own.ts'
import type { SuggestQuestion } from './questions.ts'

/** A suggested workout; undefined until the worker has answered. */
export const suggestion = (question: Pick<SuggestQuestion, 'at' | 'minutes' | 'exclude'>) =>
  figure('suggest', { ...question, ...chosenSettings() })
