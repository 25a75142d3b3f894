import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { unguarded } from './formula-guard.ts'
import { limits } from './limits.ts'
import type { ImportProblem, ImportProblemCode } from './model.ts'

/** The rules for a number. */
export interface NumberRule {
  readonly maximum: number
  /**
   * How fractions are handled: `8.0` is whole, `8.5` isn't. Undefined: any fraction is fine. `round`: to the
   * nearest whole number.
   */
  readonly whole?: 'must' | 'round'
}

const numberForm = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i

function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return [...text].slice(0, most).join('')
}

/** One row while it is read: its cells by column, and its faults. */
export class Row {
  readonly line: number
  /** Reasons to leave the row out. */
  readonly faults: ImportProblem[] = []
  /** What to report about the row if it stays. */
  readonly remarks: ImportProblem[] = []
  readonly cells: readonly string[]
  readonly #columns: Columns

  constructor(columns: Columns, { line, cells }: CsvRecord) {
    this.#columns = columns
    this.line = line
    this.cells = cells
    const width = columns.names.length
    const surplus = cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')
    if (cells.length !== width && !surplus)
      this.#fault('column_count', `The row has ${cells.length} columns, the header ${width}.`)
  }

  get isGood(): boolean {
    return this.faults.length === 0
  }

  fault(field: string, code: ImportProblemCode, message: string): undefined {
    this.#fault(code, message, field)
    return undefined
  }

  remark(field: string, code: ImportProblemCode, effect: ImportProblem['effect'], message: string): void {
    this.remarks.push({ line: this.line, field: this.#nameOf(field), code, effect, message })
  }

  #fault(code: ImportProblemCode, message: string, field?: string): void {
    const { line } = this
    this.faults.push({
      line,
      ...(field !== undefined && { field: this.#nameOf(field) }),
      code,
      effect: 'row_skipped',
      message,
    })
  }

  #nameOf(column: string): string {
    const index = this.#columns.indexOf(column)
    return index === undefined ? column : (this.#columns.names[index] ?? column)
  }

  /** The trimmed cell; empty for a column that doesn't exist. */
  cell(column: string): string {
    const index = this.#columns.indexOf(column)
    return index === undefined ? '' : (this.cells[index] ?? '').trim()
  }

  /**
   * A name: one line, at most 200 characters; undefined for an empty cell, and for a formula, which is a
   * fault.
   */
  name(column: string): string | undefined {
    if (this.cell(column).startsWith('='))
      return this.fault(column, 'formula', 'There is a formula instead of a name.')
    return this.title(column)
  }

  /** The same, but a formula is treated as the plain text that it is. */
  title(column: string): string | undefined {
    const cell = this.cell(column)
    if (cell === '') return undefined
    if (cell.startsWith('='))
      this.remark(column, 'formula', 'kept', 'There is a formula; it was read as plain text.')
    // \p{Cc} stands for the control characters that biome's rule forbids in patterns.
    const line = unguarded(cell)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    const name = shortened(line, limits.name)
    if (name !== line)
      this.remark(column, 'text_shortened', 'value_changed', `The name was cut to ${limits.name} characters.`)
    return name === '' ? undefined : name
  }

  /** A text with line breaks, at most 10,000 characters; undefined for an empty cell. */
  notes(column: string): string | undefined {
    const cell = this.cell(column)
    if (cell === '') return undefined
    if (cell.startsWith('='))
      this.remark(column, 'formula', 'kept', 'There is a formula; it was read as plain text.')
    const text = unguarded(cell).replace(/\r\n?/g, '\n')
    const notes = shortened(text, limits.notes)
    if (notes !== text)
      this.remark(
        column,
        'text_shortened',
        'value_changed',
        `The notes were cut to ${limits.notes} characters.`,
      )
    return notes
  }

  /** A number from 0 to `maximum`; undefined for an empty cell or a fault, which is recorded. */
  number(column: string, { maximum, whole }: NumberRule): number | undefined {
    const cell = this.cell(column)
    if (cell === '') return undefined
    const shown = cell.length > 30 ? `${cell.slice(0, 30)}…` : cell
    if (cell.startsWith('=')) return this.fault(column, 'formula', 'There is a formula instead of a number.')
    const number = numberForm.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
    if (Number.isNaN(number)) return this.fault(column, 'invalid_number', `"${shown}" is not a number.`)
    if (number < 0) return this.fault(column, 'negative', `${shown} is negative.`)
    const value = whole === 'round' ? Math.round(number) : number
    if (value > maximum) return this.fault(column, 'out_of_range', `${shown} is more than ${maximum}.`)
    if (whole === 'must' && !Number.isInteger(value))
      return this.fault(column, 'invalid_number', `${shown} is not a whole number.`)
    return value
  }
}
