import { countText } from '#lib/count-text.ts'
import { shorten } from '#lib/shorten.ts'
import { isVisible, lineOf } from '#lib/visible.ts'
import type { Columns } from './columns.ts'
import type { Conventions } from './conventions.ts'
import type { CsvRecord } from './csv-records.ts'
import { removeFormulaGuard, startsFormula } from './formula-guard.ts'
import { limits } from './limits.ts'
import type { ImportProblem, ImportProblemCode } from './model.ts'
import { readNumber } from './number-text.ts'

/** The rules for a number in a cell. */
export interface NumberRule {
  readonly maximum: number
  /**
   * Whether the number must be whole, as `8.0` is, or is rounded to the nearest whole number. By default, fractions
   * are allowed.
   */
  readonly whole?: 'must' | 'round'
  /** Whether it may be negative; `maximum` then limits its absolute value. */
  readonly signed?: boolean
}

/** A value read from a cell, or the reason why it can't be read. */
type CellReading<Value> =
  | { readonly value: Value | undefined }
  | { readonly code: ImportProblemCode; readonly message: string }

/** The beginning of a cell, to quote in a message. */
export function excerpt(cell: string): string {
  return cell.length > 40 ? `${shorten(cell, 40)}…` : cell
}

/** One row while it is read: its cells by column, and its faults. */
export class Row {
  readonly line: number
  /** Reasons to skip the row. */
  readonly faults: ImportProblem[] = []
  /** Problems to report about the row if it isn't skipped. */
  readonly remarks: ImportProblem[] = []
  readonly cells: readonly string[]
  readonly #columns: Columns
  readonly #conventions: Conventions

  constructor(columns: Columns, { line, cells }: CsvRecord, conventions: Conventions) {
    this.#columns = columns
    this.#conventions = conventions
    this.line = line
    this.cells = cells
    const width = columns.names.length
    const isSurplusBlank = cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')
    if (cells.length !== width && !isSurplusBlank)
      this.#fault('column_count', `The row has ${countText(cells.length, 'column')}, the header ${width}.`)
  }

  get isValid(): boolean {
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
    return excerpt(index === undefined ? column : (this.#columns.names[index] ?? column))
  }

  /** The trimmed cell; empty for a column that doesn't exist. */
  cell(column: string): string {
    const index = this.#columns.indexOf(column)
    return index === undefined ? '' : (this.cells[index] ?? '').trim()
  }

  /**
   * A name: one line, at most 200 characters. Undefined for an empty cell, and for a formula, which is a
   * fault.
   */
  name(column: string): string | undefined {
    if (startsFormula(this.cell(column)))
      return this.fault(column, 'formula', 'There is a formula instead of a name.')
    return this.title(column)
  }

  /** A name, like {@link name}, except that a formula is read as plain text. */
  title(column: string): string | undefined {
    const cell = this.cell(column)
    if (cell === '') return undefined
    if (startsFormula(cell))
      this.remark(column, 'formula', 'kept', 'There is a formula; it was read as plain text.')
    const line = lineOf(removeFormulaGuard(cell))
    const name = shorten(line, limits.name)
    if (name !== line)
      this.remark(column, 'text_shortened', 'value_changed', `The name was cut to ${limits.name} characters.`)
    return isVisible(name) ? name : undefined
  }

  /** A string with line breaks, at most 10,000 characters; undefined for an empty cell. */
  notes(column: string): string | undefined {
    const cell = this.cell(column)
    if (cell === '') return undefined
    if (startsFormula(cell))
      this.remark(column, 'formula', 'kept', 'There is a formula; it was read as plain text.')
    const text = removeFormulaGuard(cell).replace(/\r\n?/g, '\n')
    const notes = shorten(text, limits.notes)
    if (notes !== text)
      this.remark(
        column,
        'text_shortened',
        'value_changed',
        `The notes were cut to ${limits.notes} characters.`,
      )
    return notes
  }

  /** A required number from 0 to `maximum`; undefined for an empty cell or a fault. */
  number(column: string, rule: NumberRule): number | undefined {
    const reading = this.#reading(column, rule)
    return 'value' in reading ? reading.value : this.fault(column, reading.code, reading.message)
  }

  /** A number in an optional cell. An unreadable cell is reported and dropped, without skipping the row. */
  optionalNumber(column: string, rule: NumberRule): number | undefined {
    const reading = this.#reading(column, rule)
    return 'value' in reading ? reading.value : this.drop(column, reading.code, reading.message)
  }

  /** Reports a dropped cell. */
  drop(column: string, code: ImportProblemCode, message: string): undefined {
    this.remark(column, code, 'value_dropped', `${message.replace(/\.$/, '')}; it was left out.`)
    return undefined
  }

  /** Turns dropped cells into faults, which skip the row, if the set has no figures without them. */
  requireFigures(set: object): void {
    const figures = ['weight', 'assistance', 'reps', 'durationSeconds', 'distance']
    if (figures.some((figure) => figure in set)) return
    for (const { code, effect, field, message } of this.remarks)
      if (effect === 'value_dropped' && field !== undefined)
        this.faults.push({ line: this.line, field, code, effect: 'row_skipped', message })
  }

  #reading(column: string, { maximum, whole, signed = false }: NumberRule): CellReading<number> {
    const cell = this.cell(column)
    if (cell === '') return { value: undefined }
    const quoted = excerpt(cell)
    if (startsFormula(cell)) return { code: 'formula', message: 'There is a formula instead of a number.' }
    const reading = readNumber(cell, { maximum, mark: this.#conventions.decimalMark })
    if (reading.kind === 'none') return { code: 'invalid_number', message: `"${quoted}" is not a number.` }
    if (reading.kind === 'ambiguous') {
      const message = `"${quoted}" may have a thousands separator or decimals, and nothing else in the file shows which.`
      return { code: 'ambiguous_number', message }
    }
    const number = reading.value
    if (number < 0 && !signed) return { code: 'negative', message: `${quoted} is negative.` }
    const value = whole === 'round' ? Math.round(number) : number
    if (Math.abs(value) > maximum)
      return { code: 'out_of_range', message: `${quoted} is more than ${maximum}.` }
    if (whole === 'must' && !Number.isInteger(value))
      return { code: 'invalid_number', message: `${quoted} is not a whole number.` }
    return { value }
  }
}
