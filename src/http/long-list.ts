import { breather } from '../breathe.ts'

/** A list of more items is long: it is written and checked with others' turns in between. */
const mostItemsAtOnce = 20

/** A body with the items of a list, of which there are many. */
export interface LongList {
  readonly items: readonly unknown[]
}

/** Whether a body is a list so long that it is not to be gone through in one turn. */
export function isLongList(body: unknown): body is LongList {
  if (typeof body !== 'object' || body === null || !('items' in body)) return false
  return Array.isArray(body.items) && body.items.length > mostItemsAtOnce
}

/** The JSON of a long list, as `JSON.stringify` gives it. */
export async function longListText(body: LongList): Promise<string> {
  const pause = breather()
  let text = ''
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:`
    if (name !== 'items') text += JSON.stringify(value)
    else {
      let separator = '['
      for (const item of body.items) {
        text += separator + JSON.stringify(item)
        separator = ','
        await pause()
      }
      text += ']'
    }
  }
  return `${text}}`
}

/** The place of the first item that does not pass, if there is one. */
export async function firstFaulty(
  items: readonly unknown[],
  passes: (item: unknown) => boolean,
): Promise<number | undefined> {
  const pause = breather()
  for (const [place, item] of items.entries()) {
    if (!passes(item)) return place
    await pause()
  }
  return undefined
}
