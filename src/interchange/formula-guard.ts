/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula, as OWASP advises ("CSV
 * injection"). Text that already has an apostrophe before such a character gets another one, so that reading
 * can always remove exactly one.
 */
const runs = /^'*[=+\-@\t\r]/
const guard = /^'+[=+\-@\t\r]/

/** The text as a cell that no spreadsheet runs. */
export function guarded(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** Undoes {@link guarded}. */
export function unguarded(cell: string): string {
  return guard.test(cell) ? cell.slice(1) : cell
}
