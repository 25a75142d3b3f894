/** One record that was read leniently, and where it ends. */
export interface LenientRecord {
  readonly cells: readonly string[]
  /** The length of its text without the line break. */
  readonly length: number
}

/**
 * Reads the record at the beginning of a text, treating quotes that are neither at the edge of a cell nor
 * doubled as text: `"said "ok" today"`, `12" Box Jump`. A quote closes a cell only before a delimiter or a
 * line break. Undefined if that doesn't yield `width` cells.
 */
export function lenientRecord(text: string, delimiter: string, width: number): LenientRecord | undefined {
  return recordIn(text, delimiter, width, true) ?? recordIn(text, delimiter, width, false)
}

/** @param closing whether the second of two quotes before a delimiter or a line break closes the cell */
function recordIn(
  text: string,
  delimiter: string,
  width: number,
  closing: boolean,
): LenientRecord | undefined {
  const cells: string[] = []
  let at = 0
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, closing) : plainCell(text, at, delimiter)
    if (!cell || cells.length === width) return undefined
    cells.push(cell.text)
    at = cell.end
    if (text[at] !== delimiter) break
    at++
  }
  return cells.length === width && isEnd(text, at) ? { cells, length: at } : undefined
}

interface LenientCell {
  readonly text: string
  /** The offset after it. */
  readonly end: number
}

function plainCell(text: string, from: number, delimiter: string): LenientCell {
  let end = from
  while (text[end] !== delimiter && !isEnd(text, end)) end++
  return { text: text.slice(from, end), end }
}

function quotedCell(
  text: string,
  from: number,
  delimiter: string,
  closing: boolean,
): LenientCell | undefined {
  let content = ''
  for (let at = from + 1; at < text.length; at++) {
    const isQuote = text[at] === '"'
    const next = at + 1
    if (isQuote && (text[next] === delimiter || isEnd(text, next))) return { text: content, end: next }
    content += text[at]
    const isDoubled = isQuote && text[next] === '"'
    const closesNext = text[next + 1] === delimiter || isEnd(text, next + 1)
    if (isDoubled && !(closing && closesNext)) at++
  }
  return undefined
}

/** Whether a record may end here. */
function isEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r'
}
