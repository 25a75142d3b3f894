import { minusSign, numberText } from '../words.ts'

/** A number that is being typed, with the decimal separator that the user expects. */
export const localizedNumber = (typed: string): string =>
  typed.replace('.', numberText(0.5).replace(/\p{N}/gu, '')).replace('-', minusSign)
