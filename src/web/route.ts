import { computed, signal } from '@preact/signals'

/** The current route: `#/exercise/barbell-row?range=4` is `exercise`, with that id and that range. */
export interface Route {
  readonly page: string
  readonly id: string | undefined
  readonly query: URLSearchParams
}

const hash = signal(location.hash)

export const route = computed((): Route => {
  const [path = '', query = ''] = hash.value.replace(/^#\/?/, '').split('?')
  const [page = '', id] = path.split('/')
  return {
    // A member that every object inherits, such as `constructor`, is not a page.
    page: page in {} ? 'missing' : page || 'today',
    id: id ? decode(id) : undefined,
    query: new URLSearchParams(query),
  }
})

/** The text of a part of an address. A part that was cut off stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * How many entries before the current one in the browser's history belong to the app. Each entry stores this number as
 * its state, which survives reloads and is still correct after a press of the browser's own back button.
 *
 * @param unmarked the number for an entry that has none yet
 */
function readDepth(unmarked: number): number {
  if (typeof history.state !== 'number') history.replaceState(unmarked, '')
  return history.state
}

let depth = readDepth(0)

addEventListener('hashchange', () => {
  depth = readDepth(depth + 1)
  hash.value = location.hash
})

/** Goes to a page, such as `workout` or `exercise/barbell-row`. */
export function go(path: string, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(depth, '', `#/${path}`)
    hash.value = location.hash
  } else location.hash = `#/${path}`
}

/** Goes back to the previous page of the app, or to the page `up` if the current page was opened directly. */
export function back(up: string): void {
  if (depth > 0) history.back()
  else go(up, { replace: true })
}

/** The address of a page, for links. */
export const hrefTo = (page: string, id?: string): string =>
  `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
