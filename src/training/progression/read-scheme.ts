import type { Schemas } from '#generated/types.ts'
import { toGrams } from '../units.ts'
import type { Scheme } from './schemes.ts'

/** A scheme with its weights in grams. */
export function schemeOf(progression: Schemas['ProgressionScheme']): Scheme {
  switch (progression.scheme) {
    case 'rpe':
    case 'apre':
      return progression
    case 'five_three_one': {
      const { trainingMax, increment, ...scheme } = progression
      return { ...scheme, ...inGrams(increment), trainingMaxGrams: trainingMax && toGrams(trainingMax) }
    }
    default: {
      const { increment, ...scheme } = progression
      return { ...scheme, ...inGrams(increment) }
    }
  }
}

const inGrams = (increment: Schemas['Increment'] | undefined) => ({
  incrementGrams: increment && toGrams(increment),
})
