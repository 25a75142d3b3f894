/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises ("CSV injection"). A text that has an
 * apostrophe before such a character already gets one more, so that reading can take exactly one away.
 */
const runs = /^'*[=+\-@\t\r]/
const guard = /^'+[=+\-@\t\r]/

/** The text as a cell that no spreadsheet runs. */
export function guarded(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** What {@link guarded} was given. */
export function unguarded(cell: string): string {
  return guard.test(cell) ? cell.slice(1) : cell
}
