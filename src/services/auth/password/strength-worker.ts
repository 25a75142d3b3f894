import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commonDictionary } from '@zxcvbn-ts/language-common'
import { dictionary as englishDictionary } from '@zxcvbn-ts/language-en'
import type { StrengthQuestion } from './strength.ts'

/** What a lifter's password is made of, apart from what the dictionaries know. */
const trade = [
  'replog',
  'workout',
  'deadlift',
  'benchpress',
  'powerlifting',
  'bodybuilding',
  'crossfit',
  'gym',
]

const estimator = new ZxcvbnFactory({
  dictionary: { ...commonDictionary, ...englishDictionary, trade },
  graphs: adjacencyGraphs,
})

/** Answers each question with how many guesses the password would take. */
parentPort?.on('message', ({ password, known }: StrengthQuestion) => {
  parentPort?.postMessage(estimator.check(password, [...known]).guesses)
})
