import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commonDictionary } from '@zxcvbn-ts/language-common'
import { dictionary as englishDictionary } from '@zxcvbn-ts/language-en'
import type { StrengthRequest } from './strength.ts'

/** Words that lifters use in passwords, in addition to those in the dictionaries. */
const domainWords = [
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
  dictionary: { ...commonDictionary, ...englishDictionary, domainWords },
  graphs: adjacencyGraphs,
})

/** Responds to each request with the estimated number of guesses. */
parentPort?.on('message', ({ password, ownerWords }: StrengthRequest) => {
  parentPort?.postMessage(estimator.check(password, [...ownerWords]).guesses)
})
