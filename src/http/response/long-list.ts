import { jsonOf } from '#lib/json-text.ts'
import { createYielder } from '#lib/yield.ts'

/** A list with more items than this is serialized and checked in steps, with pauses for other requests. */
const maxItemsAtOnce = 20

/** A body that contains a long list of items. */
export interface LongList {
  readonly items: readonly unknown[]
}

/** Whether a body is a list too long to be processed without a pause. */
export function isLongList(body: unknown): body is LongList {
  if (typeof body !== 'object' || body === null || !('items' in body)) return false
  return Array.isArray(body.items) && body.items.length > maxItemsAtOnce
}

/** The JSON of a long list, identical to that of `JSON.stringify`. */
export async function longListText(body: LongList): Promise<string> {
  const pause = createYielder()
  let text = ''
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:`
    if (name !== 'items') text += JSON.stringify(value)
    else {
      let separator = '['
      for (const item of body.items) {
        text += separator + jsonOf(item)
        separator = ','
        await pause()
      }
      text += ']'
    }
  }
  return `${text}}`
}

/** The index of the first invalid item, if there is one, among every `step`-th item. */
export async function firstFaulty(
  items: readonly unknown[],
  passes: (item: unknown) => boolean,
  step = 1,
): Promise<number | undefined> {
  const pause = createYielder()
  for (let place = 0; place < items.length; place += step) {
    if (!passes(items[place])) return place
    await pause()
  }
  return undefined
}
