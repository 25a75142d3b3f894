import type { Best, Bests } from './bests.ts'

/** When records fell: `from` ≤ performedAt < `before`. */
export interface RecordTime {
  readonly from: number
  readonly before: number
}

/** What is noted of a best: whose and which it is, and what its cell held. */
const note = { exercise: 0, slot: 1, cell: 2 } as const

/** What a cell of `Bests` holds: the value, 0 where nothing stands; where; reps and load of the set; what was beaten, and where that stands. */
export const cell = {
  value: 0,
  position: 1,
  reps: 2,
  loadGrams: 3,
  beaten: 4,
  beatenPosition: 5,
  performedAt: 6,
} as const

/** Numbers of a cell: one more than are used, so that it starts at a power of two. */
export const cellWidth = 8
const noteWidth = 2 + cellWidth
const notesOfPage = 256

/**
 * Each time that a best was beaten, oldest first, as numbers: every third set of a long history beats something, and to make an object of
 * each takes longer than all else. Pages that are full never change, so that a copy shares them.
 */
export class BeatenBests {
  readonly #exercises: readonly Bests[]
  readonly #pages: Float64Array[]
  #count: number

  /** `exercises` by the numbers that they were given. */
  constructor(exercises: readonly Bests[], pages: Float64Array[] = [], count = 0) {
    this.#exercises = exercises
    this.#pages = pages
    this.#count = count
  }

  /** A copy that goes on for itself, of the same exercises' copies. */
  fork(exercises: readonly Bests[]): BeatenBests {
    const pages = [...this.#pages]
    const last = this.#count % notesOfPage === 0 ? undefined : pages.pop()
    if (last) pages.push(last.slice())
    return new BeatenBests(exercises, pages, this.#count)
  }

  /** Notes what a cell of an exercise holds. */
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

  /** The records of a time, oldest first. */
  between({ from, before }: RecordTime): Best[] {
    const within: Best[] = []
    for (let index = 0; index < this.#count; index++) {
      const page = this.#pages[Math.floor(index / notesOfPage)]
      const at = (index % notesOfPage) * noteWidth
      const performedAt = page?.[at + note.cell + cell.performedAt] ?? 0
      if (!page || performedAt < from || performedAt >= before) continue
      const best = this.#exercises[page[at] ?? 0]?.bestOf(page[at + note.slot] ?? 0, page, at + note.cell)
      if (best) within.push(best)
    }
    return within
  }

  /** All of them, oldest first. */
  all(): Best[] {
    return this.between({ from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY })
  }
}
