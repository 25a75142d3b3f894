/** Characters that begin a formula, and all that Unicode's compatibility forms (NFKC) turn into one of them. */
const signs = '=+\\-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌⩵⩶﬩'

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe, as OWASP advises ("CSV injection"); East Asian
 * spreadsheets also run full-width characters. Text that already has an apostrophe before such a character gets another
 * one, so that reading can always remove exactly one.
 */
const runs = new RegExp(`^'*\\s*[${signs}\\t\\r\\n]`)
const guard = new RegExp(`^'+\\s*[${signs}\\t\\r\\n]`)

/** The text as a cell that no spreadsheet runs. */
export function guarded(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** Undoes {@link guarded}. */
export function unguarded(cell: string): string {
  return guard.test(cell) ? cell.slice(1) : cell
}

/** Whether a cell is a formula. */
export function startsFormula(cell: string): boolean {
  return /^[=＝﹦]/.test(cell)
}
