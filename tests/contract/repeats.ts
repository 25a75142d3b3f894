import { createHash } from 'node:crypto'
import type { Place } from './places.ts'

/**
 * The seed for selecting repeats: different in each run, unless `CONTRACT_SEED` reproduces an earlier
 * run.
 */
const seed = process.env.CONTRACT_SEED ?? String(Date.now() % 2 ** 31)

/** `CONTRACT_REPEATS=1` tries every repeat; by default one in eight. */
const oneIn = Number(process.env.CONTRACT_REPEATS ?? 8)

/** The environment variables that reproduce a failure, for its message. */
export const howToRepeat = `CONTRACT_SEED=${seed} CONTRACT_REPEATS=${oneIn}`

interface Case {
  readonly place: Place
  readonly text: string | undefined
}

/** What counts as a repeat, besides repeats in the same operation. */
interface RepeatsOptions {
  /** The earlier cases, shared by operations whose bodies have the same schema. */
  readonly seen?: Set<string>
  /** Whether another operation covers everything at this place. */
  isCovered?(place: Place): boolean
}

/**
 * Skips most cases that repeat an earlier one: the same text in the same member of another list item, or
 * in another body of the same operation. Since the schema is the same, only the index in the response
 * differs.
 */
export class Repeats {
  readonly #seen: Set<string>
  readonly #operation: string
  readonly #isCovered: (place: Place) => boolean

  constructor(operation: string, { seen = new Set(), isCovered = () => false }: RepeatsOptions = {}) {
    this.#operation = operation
    this.#seen = seen
    this.#isCovered = isCovered
  }

  /**
   * Whether to try a case: always if it is the first of its kind. Cases inside a mutation's value or an
   * import's new exercise count as repeats, because the operation that creates the resource covers them.
   */
  includes({ place, text }: Case, kind = ''): boolean {
    const members = place.map((step) => (typeof step === 'number' ? '*' : step))
    // Each operation has to show that it validates its body, so top-level cases repeat only within an operation.
    const operation = place.length <= 1 ? this.#operation : ''
    const key = JSON.stringify([operation, members, text, kind])
    const [list, , value] = members
    const isCoveredElsewhere =
      (list === 'mutations' && value === 'value' && members.length > 4) ||
      (list === 'mappings' && value === 'newExercise' && members.length > 3) ||
      this.#isCovered(place)
    if (!isCoveredElsewhere && !this.#seen.has(key)) {
      this.#seen.add(key)
      return true
    }
    return isSelected([seed, this.#operation, place, text, kind])
  }
}

/** Selects one in `oneIn`, deterministically by seed. */
function isSelected(parts: readonly unknown[]): boolean {
  const digest = createHash('sha1').update(JSON.stringify(parts)).digest()
  return digest.readUInt32BE() % oneIn === 0
}
