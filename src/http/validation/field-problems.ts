import type { Schemas } from '#generated/types.ts'

type FieldProblem = Schemas['FieldProblem']

/** The contract's limit: more would not help, and would let a small request cause a large response. */
export const maxFieldProblems = 50

/** One problem in a part of a request. */
export type FieldCode = FieldProblem['code']

/** Which part of the request a problem is in. */
export type Place = 'pointer' | 'parameter' | 'header'

/** Collects the problems of a request: one for each place, and no more than the contract allows. */
export class FieldProblems {
  readonly list: FieldProblem[] = []
  readonly #most: number
  #places: Set<string> | undefined

  constructor(most = maxFieldProblems) {
    this.#most = most
  }

  /** Whether further problems would be dropped. */
  get full(): boolean {
    return this.list.length >= this.#most
  }

  /** Adds a problem, unless its place has one already. */
  add(place: Place, name: string, code: FieldCode, message: string): void {
    if (this.full || this.has(place, name)) return
    this.#places ??= new Set()
    this.#places.add(`${place} ${name}`)
    this.list.push({ [place]: name, code, message } as FieldProblem) // A computed key widens the type.
  }

  /** Whether anything is wrong at a place. */
  has(place: Place, name: string): boolean {
    return this.#places?.has(`${place} ${name}`) ?? false
  }
}
