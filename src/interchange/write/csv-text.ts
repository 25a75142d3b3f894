import { guardFormula } from '../formula-guard.ts'

/** The content of a cell: a number, a string, or nothing. */
export type Cell = string | number | undefined

/** How a file writes its cells. */
export interface CsvStyle {
  readonly delimiter: ',' | ';'
  /** The columns, by position, whose cells are always quoted. */
  readonly quoted: ReadonlySet<number>
}

const special = /[",;\r\n]|^\s|\s$/

/** The shortest text of a number without an exponent, since other apps can't read one. */
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}

function cellText(cell: Cell, inQuotes: boolean): string {
  const text = typeof cell === 'number' ? numberText(cell) : guardFormula(cell ?? '')
  return inQuotes || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row (RFC 4180) with its line break, in which no text is run as a formula by a spreadsheet. */
export function csvRow(cells: readonly Cell[], { delimiter, quoted }: CsvStyle): string {
  return `${cells.map((cell, index) => cellText(cell, quoted.has(index))).join(delimiter)}\n`
}
