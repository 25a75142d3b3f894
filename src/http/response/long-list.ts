import { piecesOf } from '#lib/json-text.ts'
import { createYielder } from '#lib/yield.ts'

/** A list with more items than this is serialized and checked in steps, with pauses for other requests. */
const maxItemsAtOnce = 20

/** A body that contains a long list of items. */
export interface LongList {
  readonly items: readonly unknown[]
}

/** Whether a body is a list too long to process without a pause. */
export function isLongList(body: unknown): body is LongList {
  if (typeof body !== 'object' || body === null || !('items' in body)) return false
  return Array.isArray(body.items) && body.items.length > maxItemsAtOnce
}

/** The JSON of a long list, the same as from `JSON.stringify`. */
export async function longListText(body: LongList): Promise<string> {
  const pause = createYielder()
  const pieces: string[] = []
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    pieces.push(`${pieces.length === 0 ? '{' : ','}${JSON.stringify(name)}:`)
    if (name !== 'items') pieces.push(JSON.stringify(value))
    else {
      let separator = '['
      for (const item of body.items) {
        pieces.push(separator, ...piecesOf(item))
        separator = ','
        await pause()
      }
      pieces.push(']')
    }
  }
  pieces.push('}')
  return pieces.join('')
}

/** Checks every `step`-th item, and returns the index of the first invalid one, if any. */
export async function firstInvalid(
  items: readonly unknown[],
  isValid: (item: unknown) => boolean,
  step = 1,
): Promise<number | undefined> {
  const pause = createYielder()
  for (let index = 0; index < items.length; index += step) {
    if (!isValid(items[index])) return index
    await pause()
  }
  return undefined
}
