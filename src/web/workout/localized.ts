import { minus, plain } from '../words.ts'

/** A number that is being typed, with the decimal separator that the user expects. */
export const localized = (typed: string): string =>
  typed.replace('.', plain(0.5).replace(/\p{N}/gu, '')).replace('-', minus)
