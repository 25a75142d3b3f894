/** Characters that begin a formula, and all characters that NFKC normalization turns into one of them. */
const signs = '=+\\-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌⩵⩶﬩'

/**
 * Text that a spreadsheet would run as a formula is prefixed with an apostrophe, as OWASP advises ("CSV injection").
 * East Asian spreadsheets also run full-width characters. Text that already has an apostrophe before such a character
 * gets another one, so that reading can always remove exactly one.
 */
const unsafe = new RegExp(`^'*\\s*[${signs}\\t\\r\\n]`)
const guardedText = new RegExp(`^'+\\s*[${signs}\\t\\r\\n]`)

/** The text of a cell that no spreadsheet runs as a formula. */
export function guardFormula(text: string): string {
  return unsafe.test(text) ? `'${text}` : text
}

/** Undoes {@link guardFormula}. */
export function removeFormulaGuard(cell: string): string {
  return guardedText.test(cell) ? cell.slice(1) : cell
}

/** Whether a cell is a formula. */
export function startsFormula(cell: string): boolean {
  return /^[=＝﹦]/.test(cell)
}
