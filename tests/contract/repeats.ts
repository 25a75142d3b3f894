import { createHash } from 'node:crypto'
import { nodeOf } from '#tests/support/contract.ts'
import type { Place } from './places.ts'

/**
 * The seed for selecting repeats: different in each run, unless `CONTRACT_SEED` reproduces an earlier
 * run.
 */
const seed = process.env.CONTRACT_SEED ?? String(Date.now() % 2 ** 31)

/** `CONTRACT_REPEATS=1` tries every case; by default one repeat in 24. */
const oneIn = Number(process.env.CONTRACT_REPEATS ?? 24)

/** Of further texts of a kind in the same member, one in this many is tried. */
const oneVariantIn = Math.min(4, oneIn)

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
 * Skips most cases that repeat an earlier one: the same text in the same member of another list item, or in another
 * body of the same operation. Since the schema is the same, only the index in the response differs. Also skips most
 * further texts that the same member must reject with the same code.
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
   *
   * @param kind what the case has in common with others of the same member; each text is its own kind by default
   * @param isPossible called only for cases that would be tried; an impossible one is not the first of its kind
   */
  includes({ place, text }: Case, kind = String(text), isPossible = () => true): boolean {
    const isSelected = (one: number) => isOneIn(one, [seed, this.#operation, place, text, kind])
    if (this.#isCoveredElsewhere(place)) return isSelected(oneIn) && isPossible()
    // Each operation has to show that it validates its body, so top-level cases repeat only within an operation.
    const isTopLevel = place.length <= 1
    const members = place.map((step) => (typeof step === 'number' ? '*' : step))
    const kindKey = JSON.stringify([isTopLevel ? this.#operation : '', members, kind])
    const key = JSON.stringify([kindKey, text])
    if (this.#seen.has(key)) return isSelected(oneIn) && isPossible()
    const isFirst = isTopLevel || !this.#seen.has(kindKey)
    if (isFirst && !isPossible()) return false
    this.#seen.add(key).add(kindKey)
    return isFirst || (isSelected(oneVariantIn) && isPossible())
  }

  #isCoveredElsewhere(place: Place): boolean {
    const [list, , value] = place
    return (
      (list === 'mutations' && value === 'value' && place.length > 3) ||
      (list === 'mappings' && value === 'newExercise' && place.length > 3) ||
      this.#isCovered(place)
    )
  }
}

/**
 * Returns a function that creates the repeats of each operation of a test. The bodies of operations with the same
 * schema repeat each other, because the same code validates them.
 */
export function createRepeats(): (operation: string, schema: unknown) => Repeats {
  const seenBySchema = new Map<string, Set<string>>()
  return (operation, schema) => {
    const name = String(nodeOf(schema).$ref ?? operation)
    const seen = seenBySchema.get(name) ?? new Set()
    seenBySchema.set(name, seen)
    // The member `program` has the schema of the body of `createProgram`, which covers it.
    const isCovered = ([member, ...inside]: Place) => member === 'program' && inside.length > 1
    return new Repeats(operation, { seen, isCovered })
  }
}

/** Selects one case in `one`, by the seed. */
function isOneIn(one: number, parts: readonly unknown[]): boolean {
  const digest = createHash('sha1').update(JSON.stringify(parts)).digest()
  return digest.readUInt32BE() % one === 0
}
