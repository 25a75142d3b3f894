/**
 * The edit distances between a typed word and a known one. An edit inserts, deletes or replaces a letter, or swaps two
 * neighboring ones.
 */
export interface Distances {
  /** The distance to the whole known word. */
  readonly whole: number
  /** The distance to the nearest prefix of the known word, for unfinished input. */
  readonly beginning: number
}

const maxLength = 32
const width = maxLength + 1
/** The rows of the table, reused because a search compares a word with thousands of others. */
const table = new Uint8Array(width * width)
for (let index = 0; index < width; index++) {
  table[index] = index
  table[index * width] = index
}

/**
 * The distances (optimal string alignment) between a typed and a known word; undefined if both are more than
 * `max`, or a word is longer than 32 characters.
 */
export function editDistances(typed: string, known: string, max: number): Distances | undefined {
  const rows = typed.length
  // Only the beginning of a longer word can be within `max`.
  const columns = Math.min(known.length, rows + max)
  if (rows - columns > max || rows > maxLength || columns > maxLength) return undefined
  for (let row = 1; row <= rows; row++) {
    let rowMin = row
    // Elsewhere the lengths alone differ by more than `max`.
    const first = Math.max(1, row - max)
    const last = Math.min(columns, row + max)
    if (first > 1) table[row * width + first - 1] = max + 1
    if (last < columns) table[row * width + last + 1] = max + 1
    for (let column = first; column <= last; column++) {
      const distance = cell(typed, known, row, column)
      table[row * width + column] = distance
      if (distance < rowMin) rowMin = distance
    }
    // A swap reaches back two rows, so a row that exceeds the limit by one may still lead to a match.
    if (rowMin > max + 1) return undefined
  }
  let beginning = rows
  for (let column = Math.max(0, rows - max); column <= columns; column++)
    beginning = Math.min(beginning, at(rows, column))
  if (beginning > max) return undefined
  return { whole: columns < known.length ? max + 1 : at(rows, columns), beginning }
}

function cell(typed: string, known: string, row: number, column: number): number {
  const letter = typed.charCodeAt(row - 1)
  const other = known.charCodeAt(column - 1)
  const replaced = at(row - 1, column - 1) + (letter === other ? 0 : 1)
  const distance = Math.min(replaced, at(row - 1, column) + 1, at(row, column - 1) + 1)
  const isSwapped =
    row > 1 && column > 1 && letter === known.charCodeAt(column - 2) && typed.charCodeAt(row - 2) === other
  return isSwapped ? Math.min(distance, at(row - 2, column - 2) + 1) : distance
}

function at(row: number, column: number): number {
  return table[row * width + column] ?? 0
}
