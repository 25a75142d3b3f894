import { type Best, type Bests, kindOf } from './bests.ts'
import { cell, cellWidth } from './cell.ts'
import type { RecordKind } from './kinds.ts'

/** A span of time in which records were set: `from` ≤ performedAt < `before`. */
export interface RecordTime {
  readonly from: number
  readonly before: number
}

/** The numbers stored for each record: its exercise, the number of the best, and the cell's content at that time. */
const field = { exercise: 0, best: 1, cell: 2 } as const

const recordWidth = 2 + cellWidth
const recordsPerPage = 256

/**
 * Each time that a best was beaten, oldest first. They are stored as numbers, because every third set of a long history
 * beats a best, and creating an object for each would take longer than all other work. Full pages never change, so
 * copies share them.
 */
export class RecordHistory {
  readonly #exercises: readonly Bests[]
  readonly #pages: Float64Array[]
  #count: number

  /** @param exercises in the order of their numbers */
  constructor(exercises: readonly Bests[], pages: Float64Array[] = [], count = 0) {
    this.#exercises = exercises
    this.#pages = pages
    this.#count = count
  }

  /** An independent copy that uses the copies of the same exercises. */
  fork(exercises: readonly Bests[]): RecordHistory {
    const pages = [...this.#pages]
    const last = this.#count % recordsPerPage === 0 ? undefined : pages.pop()
    if (last) pages.push(last.slice())
    return new RecordHistory(exercises, pages, this.#count)
  }

  get count(): number {
    return this.#count
  }

  /** Stores the content of an exercise's cell. */
  add(exercise: number, bestNumber: number, cells: Float64Array, cellAt: number): void {
    const indexInPage = this.#count++ % recordsPerPage
    let page = this.#pages.at(-1)
    if (!page || indexInPage === 0) {
      page = new Float64Array(recordsPerPage * recordWidth)
      this.#pages.push(page)
    }
    const start = indexInPage * recordWidth
    page[start + field.exercise] = exercise
    page[start + field.best] = bestNumber
    for (let offset = 0; offset < cellWidth; offset++)
      page[start + field.cell + offset] = cells[cellAt + offset] ?? 0
  }

  /**
   * The indexes of the records in a time span, oldest first. It returns indexes because creating all the records would
   * take longer than finding them.
   */
  indexesIn({ from, before }: RecordTime, kind?: RecordKind): number[] {
    const indexes: number[] = []
    for (let index = 0; index < this.#count; index++) {
      const performedAt = this.performedAt(index)
      if (performedAt < from || performedAt >= before) continue
      if (kind === undefined || kindOf(this.bestAt(index)) === kind) indexes.push(index)
    }
    return indexes
  }

  /** The position, among all sets, of the set of a record. */
  positionAt(index: number): number {
    return this.#figure(index, field.cell + cell.position)
  }

  /** The time of the record at an index. */
  performedAt(index: number): number {
    return this.#figure(index, field.cell + cell.performedAt)
  }

  /** The number of the exercise of the record at an index. */
  exerciseAt(index: number): number {
    return this.#figure(index, field.exercise)
  }

  /** The number of the best of the record at an index. */
  bestAt(index: number): number {
    return this.#figure(index, field.best)
  }

  /** Numbers that contain the cell of the record at an index, and the cell's start. */
  cellAt(index: number): readonly [cells: Float64Array, cellStart: number] {
    const page = this.#pages[Math.floor(index / recordsPerPage)]
    if (!page || index >= this.#count) throw new RangeError('there is no record at this index')
    return [page, (index % recordsPerPage) * recordWidth + field.cell]
  }

  /** The record at an index. */
  at(index: number): Best {
    const bests = this.#exercises[this.exerciseAt(index)]
    if (!bests) throw new RangeError('there is no record at this index')
    return bests.bestOf(this.bestAt(index), ...this.cellAt(index))
  }

  /** All records, oldest first. */
  all(): Best[] {
    return Array.from({ length: this.#count }, (_, index) => this.at(index))
  }

  #figure(index: number, offset: number): number {
    return (
      this.#pages[Math.floor(index / recordsPerPage)]?.[(index % recordsPerPage) * recordWidth + offset] ?? 0
    )
  }
}
