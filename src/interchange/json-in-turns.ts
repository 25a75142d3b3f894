import { isObject } from '#lib/is-object.ts'
import { parseJson } from './parse-json.ts'

const quote = 0x22
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** The number of bytes to scan between pauses. */
const bytesPerTurn = 65_536

/**
 * Limits for one call of `JSON.parse`. A list item is at most as large as the body of a request. A document with
 * more outside its lists, or with deeper nesting, isn't an export.
 */
const maxItemBytes = 2_000_000
const maxOutlineBytes = 2_000_000
const maxDepth = 32

/** The only member of a placeholder in the outline, which holds the index of an item that was parsed separately. */
const placeholderKey = ''

/** A document that would take too much work to parse at once. */
export class JsonTooComplexError extends Error {
  override readonly name = 'JsonTooComplexError'
  readonly hasTooManyItems: boolean

  constructor(message: string, hasTooManyItems = false) {
    super(message)
    this.hasTooManyItems = hasTooManyItems
  }
}

/**
 * Parses like `parseJson`, but in turns: in a document such as `{ "workouts": [{ … }, { … }] }`, each object in
 * the lists is parsed separately, with `pause` in between. Parsing 20 MiB at once would block the event loop for a
 * quarter of a second and take twice the memory of the text.
 *
 * @param maxItems the maximum number of such objects
 * @throws {SyntaxError} as `JSON.parse` does
 * @throws {JsonTooComplexError} if there are too many items, one is too large, the rest is too large, or anything is
 *   nested too deeply
 */
export async function parseJsonInTurns(
  bytes: Buffer,
  maxItems: number,
  pause: () => Promise<void> | undefined,
): Promise<unknown> {
  const items: unknown[] = []
  const outline: string[] = []
  let outlineEnd = 0
  let outlineBytes = 0
  const addToOutline = (end: number) => {
    outlineBytes += end - outlineEnd
    if (outlineBytes > maxOutlineBytes) throw new JsonTooComplexError('there is too much outside its lists')
    outline.push(bytes.toString('utf8', outlineEnd, end))
  }
  for (const span of itemSpans(bytes)) {
    if (span) {
      if (span.end - span.start > maxItemBytes) throw new JsonTooComplexError('an item is too large')
      if (items.length >= maxItems) throw new JsonTooComplexError('there are too many items', true)
      addToOutline(span.start)
      outline.push(`{"${placeholderKey}":${items.length}}`)
      outlineEnd = span.end
      items.push(parseJson(bytes.toString('utf8', span.start, span.end)))
    }
    await pause()
  }
  addToOutline(bytes.length)
  const document = parseJson(outline.join(''))
  if (isObject(document)) {
    for (const list of Object.values(document)) if (Array.isArray(list)) restoreItems(list, items)
  }
  return document
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The positions of the objects in the outermost object's lists; yields undefined now and then, for a pause. */
function* itemSpans(bytes: Buffer): Generator<Span | undefined> {
  // The two outermost open brackets; deeper ones are only counted.
  const open: number[] = []
  let depth = 0
  let start = 0
  let lastYield = 0
  let isInString = false
  for (let offset = 0; offset < bytes.length; offset++) {
    if (offset - lastYield >= bytesPerTurn) {
      lastYield = offset
      yield undefined
    }
    const byte = bytes[offset]
    if (isInString) {
      if (byte === backslash) offset++
      else if (byte === quote) isInString = false
    } else if (byte === quote) isInString = true
    else if (byte === openBrace || byte === openBracket) {
      if (depth === 2 && byte === openBrace && open[0] === openBrace && open[1] === openBracket)
        start = offset
      if (depth < 2) open.push(byte)
      depth++
      if (depth > maxDepth) throw new JsonTooComplexError('it is nested too deeply')
    } else if (byte === closeBrace || byte === closeBracket) {
      depth--
      if (depth === 2 && start > 0) {
        yield { start, end: offset + 1 }
        start = 0
      }
      if (depth < 2) open.pop()
    }
  }
}

function restoreItems(list: unknown[], items: readonly unknown[]): void {
  for (const [index, entry] of list.entries()) {
    // Every object in such a list was replaced by a placeholder with its index.
    if (isObject(entry)) list[index] = items[Number(entry[placeholderKey])]
  }
}
