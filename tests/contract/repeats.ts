import { createHash } from 'node:crypto'
import type { Place } from './places.ts'

/** Seeds which repeats are tried: another each run, unless `CONTRACT_SEED` repeats an earlier run's. */
export const seed = process.env.CONTRACT_SEED ?? String(Date.now() % 2 ** 31)

/** `CONTRACT_REPEATS=1` tries every repeat; by default one in eight. */
const oneIn = Number(process.env.CONTRACT_REPEATS ?? 8)

/** What a failure needs to say to be repeated. */
export const howToRepeat = `CONTRACT_SEED=${seed} CONTRACT_REPEATS=${oneIn}`

interface Case {
  readonly place: Place
  readonly text: string | undefined
}

/**
 * Leaves out most cases that repeat an earlier one: the same text in the same member of another item of a list, or in
 * another body of the same operation. The schema there is the same, so that only the index in the response differs.
 */
export class Repeats {
  readonly #seen = new Set<string>()
  readonly #operation: string

  constructor(operation: string) {
    this.#operation = operation
  }

  /**
   * Whether to try a case: always if it is the first of its kind. What is inside a mutation's value, or an import's new
   * exercise, counts as a repeat: the operation that creates the resource tries it.
   */
  includes({ place, text }: Case, kind = ''): boolean {
    const members = place.map((step) => (typeof step === 'number' ? '*' : step))
    const key = JSON.stringify([members, text, kind])
    const [list, , value] = members
    const isTriedElsewhere =
      (list === 'mutations' && value === 'value' && members.length > 4) ||
      (list === 'mappings' && value === 'newExercise' && members.length > 3)
    if (!isTriedElsewhere && !this.#seen.has(key)) {
      this.#seen.add(key)
      return true
    }
    return isDrawn([seed, this.#operation, place, text, kind])
  }
}

/** Draws one in so many, the same ones for the same seed. */
function isDrawn(parts: readonly unknown[]): boolean {
  const digest = createHash('sha1').update(JSON.stringify(parts)).digest()
  return digest.readUInt32BE() % oneIn === 0
}
