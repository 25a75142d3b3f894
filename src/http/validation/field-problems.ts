import type { Schemas } from '#generated/types.ts'

type FieldProblem = Schemas['FieldProblem']

/** The contract's limit. More would not help and would let a small request cause a large response. */
export const maxFieldProblems = 50

/** The code of a field problem. */
export type FieldCode = FieldProblem['code']

/** The part of a request that a problem is in: the body (`pointer`), a parameter or a header. */
export type RequestPart = 'pointer' | 'parameter' | 'header'

/** Collects a request's field problems: one per location, up to the contract's limit. */
export class FieldProblems {
  readonly list: FieldProblem[] = []
  readonly #max: number
  #locations: Set<string> | undefined

  constructor(max = maxFieldProblems) {
    this.#max = max
  }

  /** Whether further problems would be dropped. */
  get full(): boolean {
    return this.list.length >= this.#max
  }

  /** Adds a problem, unless its location already has one. */
  add(part: RequestPart, name: string, code: FieldCode, message: string): void {
    if (this.full || this.has(part, name)) return
    this.#locations ??= new Set()
    this.#locations.add(`${part} ${name}`)
    this.list.push({ [part]: name, code, message } as FieldProblem) // A computed key widens the type.
  }

  /** Whether a location has a problem. */
  has(part: RequestPart, name: string): boolean {
    return this.#locations?.has(`${part} ${name}`) ?? false
  }
}
