import { type Best, type Bests, kindOf } from './bests.ts'
import { cell, cellWidth } from './cell.ts'
import type { RecordKind } from './kinds.ts'

/** When records were set: `from` ≤ performedAt < `before`. */
export interface RecordTime {
  readonly from: number
  readonly before: number
}

/** The numbers stored for each record: its exercise and slot, and the cell's content at that time. */
const note = { exercise: 0, slot: 1, cell: 2 } as const

const noteWidth = 2 + cellWidth
const notesOfPage = 256

/**
 * Each time that a best was beaten, oldest first, as numbers: every third set of a long history beats
 * something, and creating an object for each would take longer than everything else. Full pages never change,
 * so copies share them.
 */
export class BeatenBests {
  readonly #exercises: readonly Bests[]
  readonly #pages: Float64Array[]
  #count: number

  /** @param exercises in the order of their numbers */
  constructor(exercises: readonly Bests[], pages: Float64Array[] = [], count = 0) {
    this.#exercises = exercises
    this.#pages = pages
    this.#count = count
  }

  /** A copy that continues on its own, with the copies of the same exercises. */
  fork(exercises: readonly Bests[]): BeatenBests {
    const pages = [...this.#pages]
    const last = this.#count % notesOfPage === 0 ? undefined : pages.pop()
    if (last) pages.push(last.slice())
    return new BeatenBests(exercises, pages, this.#count)
  }

  /** Stores the content of an exercise's cell. */
  add(exercise: number, slot: number, cells: Float64Array, cellAt: number): void {
    const place = this.#count++ % notesOfPage
    let page = this.#pages.at(-1)
    if (!page || place === 0) {
      page = new Float64Array(notesOfPage * noteWidth)
      this.#pages.push(page)
    }
    const at = place * noteWidth
    page[at + note.exercise] = exercise
    page[at + note.slot] = slot
    for (let which = 0; which < cellWidth; which++) page[at + note.cell + which] = cells[cellAt + which] ?? 0
  }

  /**
   * The places of the records in a time span, oldest first: creating all the records would take longer than
   * finding them.
   */
  placesIn({ from, before }: RecordTime, kind?: RecordKind): number[] {
    const places: number[] = []
    for (let place = 0; place < this.#count; place++) {
      const performedAt = this.performedAt(place)
      if (performedAt < from || performedAt >= before) continue
      if (kind === undefined || kindOf(this.#figure(place, note.slot)) === kind) places.push(place)
    }
    return places
  }

  /** The position, among all sets, of the set at a place. */
  positionAt(place: number): number {
    return this.#figure(place, note.cell + cell.position)
  }

  /** When the record at a place was set. */
  performedAt(place: number): number {
    return this.#figure(place, note.cell + cell.performedAt)
  }

  /** The record at a place. */
  at(place: number): Best {
    const page = this.#pages[Math.floor(place / notesOfPage)]
    const bests = this.#exercises[this.#figure(place, note.exercise)]
    if (!page || !bests || place >= this.#count) throw new RangeError('there is no record at this place')
    return bests.bestOf(this.#figure(place, note.slot), page, (place % notesOfPage) * noteWidth + note.cell)
  }

  /** All of them, oldest first. */
  all(): Best[] {
    return Array.from({ length: this.#count }, (_, place) => this.at(place))
  }

  #figure(place: number, which: number): number {
    return this.#pages[Math.floor(place / notesOfPage)]?.[(place % notesOfPage) * noteWidth + which] ?? 0
  }
}
