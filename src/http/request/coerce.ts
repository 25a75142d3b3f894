import type { Coercion } from '../operation.ts'

const integer = /^-?(?:0|[1-9]\d*)$/
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/**
 * Converts a parameter's text to its value; `undefined` if it isn't valid. Accepts plain decimal digits
 * (no `0x10`, `1e1`, `+1`, spaces, leading zeros or empty text), or `true` and `false`.
 */
export function coerce(text: string, coercion: Coercion): string | number | boolean | undefined {
  switch (coercion) {
    case 'string':
      return text
    case 'integer':
      // Adding 0 turns -0 into 0.
      return integer.test(text) ? Number(text) + 0 : undefined
    case 'number':
      return decimal.test(text) ? Number(text) + 0 : undefined
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
  }
}

/** The messages for text that `coerce` rejects. */
export const coercionMessages: Readonly<Record<Coercion, string>> = {
  string: 'Must be a string.',
  integer: 'Must be an integer in decimal digits.',
  number: 'Must be a number in decimal digits.',
  boolean: 'Must be true or false.',
}
