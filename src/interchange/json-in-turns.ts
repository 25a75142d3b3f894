const quote = 0x22
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** How many bytes are scanned between pauses. */
const stride = 16_384

/**
 * Stands in the outline for an item that was parsed by itself: an object with only this member, its index.
 */
const placeKey = ''

/**
 * Parses like `JSON.parse`, but in turns: in a document such as `{ "workouts": [{ … }, { … }] }` each object
 * of the lists is parsed by itself, with `pause` in between. 20 MiB at once would block the event loop for a
 * quarter of a second, and take twice the memory of the text.
 *
 * @throws {SyntaxError} as `JSON.parse` does
 */
export async function parseJsonInTurns(
  bytes: Buffer,
  pause: () => Promise<void> | undefined,
): Promise<unknown> {
  const items: unknown[] = []
  const outline: string[] = []
  let outlined = 0
  for (const span of itemSpans(bytes)) {
    if (span) {
      outline.push(bytes.toString('utf8', outlined, span.start), `{"${placeKey}":${items.length}}`)
      outlined = span.end
      items.push(JSON.parse(bytes.toString('utf8', span.start, span.end)))
    }
    await pause()
  }
  outline.push(bytes.toString('utf8', outlined))
  const document: unknown = JSON.parse(outline.join(''))
  if (isRecord(document)) {
    for (const list of Object.values(document)) if (Array.isArray(list)) putBack(list, items)
  }
  return document
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The places of the objects in the lists of the outermost object; undefined every so often, for a pause. */
function* itemSpans(bytes: Buffer): Generator<Span | undefined> {
  // The open brackets, up to depth two: deeper ones are only counted.
  const open: number[] = []
  let depth = 0
  let start = 0
  let offered = 0
  for (let at = 0; at < bytes.length; at++) {
    if (at - offered >= stride) {
      offered = at
      yield undefined
    }
    const byte = bytes[at]
    if (byte === quote) at = endOfString(bytes, at)
    else if (byte === openBrace || byte === openBracket) {
      if (depth === 2 && byte === openBrace && open[0] === openBrace && open[1] === openBracket) start = at
      if (depth < 2) open.push(byte)
      depth++
    } else if (byte === closeBrace || byte === closeBracket) {
      depth--
      if (depth === 2 && start > 0) {
        yield { start, end: at + 1 }
        start = 0
      }
      if (depth < 2) open.pop()
    }
  }
}

/** The end quote of the string whose opening quote is at `from`; the end of the text if there is none. */
function endOfString(bytes: Buffer, from: number): number {
  let at = from + 1
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1
  return at
}

function putBack(list: unknown[], items: readonly unknown[]): void {
  for (const [index, entry] of list.entries()) {
    // Every object in such a list was taken out, so this placeholder says which one it was.
    if (isRecord(entry)) list[index] = items[Number(entry[placeKey])]
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
