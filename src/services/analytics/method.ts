import type { Schemas } from '#generated/types.ts'
import type { Method } from '#training/method.ts'

/** A method in the contract's shape. */
export function methodOf({ id, parameters }: Method): Schemas['Method'] {
  return { id, ...(parameters && { parameters: { ...parameters } }) }
}
