import type { Schemas } from '#generated/types.ts'

type FieldProblem = Schemas['FieldProblem']

/** The contract's limit. More would not help and would let a small request cause a large response. */
export const maxFieldProblems = 50

/** The code of a field problem. */
export type FieldCode = FieldProblem['code']

/** Which part of the request a problem is in. */
export type Place = 'pointer' | 'parameter' | 'header'

/** Collects a request's field problems: one per location, up to the contract's limit. */
export class FieldProblems {
  readonly list: FieldProblem[] = []
  readonly #max: number
  #places: Set<string> | undefined

  constructor(max = maxFieldProblems) {
    this.#max = max
  }

  /** Whether further problems would be dropped. */
  get full(): boolean {
    return this.list.length >= this.#max
  }

  /** Adds a problem, unless its location already has one. */
  add(place: Place, name: string, code: FieldCode, message: string): void {
    if (this.full || this.has(place, name)) return
    this.#places ??= new Set()
    this.#places.add(`${place} ${name}`)
    this.list.push({ [place]: name, code, message } as FieldProblem) // A computed key widens the type.
  }

  /** Whether a location has a problem. */
  has(place: Place, name: string): boolean {
    return this.#places?.has(`${place} ${name}`) ?? false
  }
}
