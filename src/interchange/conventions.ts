import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { type DayOrder, DayOrderEvidence } from './day-order.ts'
import { type DecimalMark, decimalMarkIn } from './number-text.ts'

/** How a file writes numbers and dates, as far as its rows reveal. */
export interface Conventions {
  /** Undefined if nothing in the file reveals it. */
  readonly decimalMark: DecimalMark | undefined
  /** Undefined if nothing in the file reveals it, or rows contradict each other. */
  readonly dayOrder: DayOrder | undefined
}

const dateColumns = /^(?:date|start_time|end_time)$/
const numberColumns = /^(?:weight|distance|value)(?![a-z])/

/** Gathers a file's conventions in a first pass over its rows. */
export class ConventionEvidence {
  readonly #dates: readonly number[]
  readonly #numbers: readonly number[]
  readonly #marks = new Set<DecimalMark>()
  readonly #order = new DayOrderEvidence()

  constructor(columns: Columns) {
    this.#dates = columns.matching(dateColumns).map(({ index }) => index)
    this.#numbers = columns.matching(numberColumns).map(({ index }) => index)
  }

  add({ cells }: CsvRecord): void {
    for (const index of this.#dates) this.#order.add((cells[index] ?? '').trim())
    for (const index of this.#numbers) {
      const mark = decimalMarkIn(cells[index] ?? '')
      if (mark !== undefined) this.#marks.add(mark)
    }
  }

  /** Whether only the user knows which numbers in the file's dates are days and which are months. */
  get asksDayOrder(): boolean {
    return this.#order.mustAsk
  }

  /** @param fallbackOrder the order of day and month if the file doesn't reveal it */
  conventions(fallbackOrder: DayOrder | undefined): Conventions {
    const [mark, another] = this.#marks
    return {
      decimalMark: another === undefined ? mark : undefined,
      dayOrder: this.#order.order ?? fallbackOrder,
    }
  }
}
