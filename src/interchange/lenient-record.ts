/** A leniently read record. */
export interface LenientRecord {
  readonly cells: readonly string[]
  /** The length of its text, without the line break. */
  readonly length: number
}

/**
 * Reads the record at the beginning of a text. Quotes that are neither at the edge of a cell nor doubled are
 * part of the text: `"said "ok" today"`, `12" Box Jump`. A quote closes a cell only before a delimiter or a
 * line break. Undefined if that doesn't yield `width` cells.
 */
export function lenientRecord(text: string, delimiter: string, width: number): LenientRecord | undefined {
  return recordIn(text, delimiter, width, true) ?? recordIn(text, delimiter, width, false)
}

/** @param closesAtSecondQuote whether the second of two quotes before a delimiter or a line break closes the cell */
function recordIn(
  text: string,
  delimiter: string,
  width: number,
  closesAtSecondQuote: boolean,
): LenientRecord | undefined {
  const cells: string[] = []
  let offset = 0
  for (;;) {
    const cell =
      text[offset] === '"'
        ? quotedCell(text, offset, delimiter, closesAtSecondQuote)
        : plainCell(text, offset, delimiter)
    if (!cell || cells.length === width) return undefined
    cells.push(cell.text)
    offset = cell.end
    if (text[offset] !== delimiter) break
    offset++
  }
  return cells.length === width && isEnd(text, offset) ? { cells, length: offset } : undefined
}

interface LenientCell {
  readonly text: string
  /** The offset after the cell. */
  readonly end: number
}

function plainCell(text: string, start: number, delimiter: string): LenientCell {
  let end = start
  while (text[end] !== delimiter && !isEnd(text, end)) end++
  return { text: text.slice(start, end), end }
}

function quotedCell(
  text: string,
  start: number,
  delimiter: string,
  closesAtSecondQuote: boolean,
): LenientCell | undefined {
  let content = ''
  for (let offset = start + 1; offset < text.length; offset++) {
    const isQuote = text[offset] === '"'
    const next = offset + 1
    if (isQuote && (text[next] === delimiter || isEnd(text, next))) return { text: content, end: next }
    content += text[offset]
    const isDoubled = isQuote && text[next] === '"'
    const isSecondAtEdge = text[next + 1] === delimiter || isEnd(text, next + 1)
    if (isDoubled && !(closesAtSecondQuote && isSecondAtEdge)) offset++
  }
  return undefined
}

/** Whether a record can end at this offset. */
function isEnd(text: string, offset: number): boolean {
  return offset >= text.length || text[offset] === '\n' || text[offset] === '\r'
}
