/** Whether numeric dates start with the day (`dmy`) or the month (`mdy`). */
export type DayOrder = 'dmy' | 'mdy'

/** `7/23/2025`, `23.07.2025`, `23. 7. 2025`, `23-07-25`, with anything after a space. */
const numericForm = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[,\s]|$)/

/** The numbers of a date whose year comes last. */
export interface NumericDate {
  readonly first: number
  readonly second: number
  readonly year: number
  readonly separator: string
  /** The text after the date, such as a time. */
  readonly textAfter: string
}

/** Splits a date that consists of numbers with the year last; undefined for anything else. */
export function numericDate(text: string): NumericDate | undefined {
  const [whole, first, separator, second, year] = numericForm.exec(text) ?? []
  if (whole === undefined || separator === undefined) return undefined
  const century = year?.length === 2 ? 2000 : 0
  return {
    first: Number(first),
    second: Number(second),
    year: century + Number(year),
    separator,
    textAfter: text.slice(whole.length).trim(),
  }
}

/** The order that a single date proves; undefined if both are possible. */
export function provenOrder({ first, second, separator }: NumericDate): DayOrder | undefined {
  if (first > 12) return 'dmy'
  if (second > 12) return 'mdy'
  // Dates with periods always have the day first.
  return separator === '.' ? 'dmy' : undefined
}

/** Determines from all dates of a file whether the day or the month comes first. */
export class DayOrderEvidence {
  readonly #proven = new Set<DayOrder>()
  #ambiguous = false

  add(text: string): void {
    const date = numericDate(text)
    if (!date) return
    const order = provenOrder(date)
    if (order) this.#proven.add(order)
    else if (date.first !== date.second) this.#ambiguous = true
  }

  /** The order of the whole file; undefined if no date proves one, or different dates prove both. */
  get order(): DayOrder | undefined {
    const [order, another] = this.#proven
    return another === undefined ? order : undefined
  }

  /** Whether some dates can't be read unless the user says which number is the day. */
  get mustAsk(): boolean {
    return this.#ambiguous && this.#proven.size === 0
  }
}
