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
    page: page || 'today',
    id: id ? decodeURIComponent(id) : undefined,
    query: new URLSearchParams(query),
  }
})

addEventListener('hashchange', () => {
  hash.value = location.hash
})

let steps = 0

/** Goes to a page, such as `workout` or `exercise/barbell-row`. */
export function go(path: string, { replace = false } = {}): void {
  steps++
  if (replace) {
    history.replaceState(null, '', `#/${path}`)
    hash.value = location.hash
  } else location.hash = `#/${path}`
}

/** Goes back to the previous page, or to the page `up` if this one was opened directly. */
export function back(up: string): void {
  if (steps > 0 && history.length > 1) {
    steps--
    history.back()
  } else go(up, { replace: true })
}

/** The address of a page, for links. */
export const hrefTo = (page: string, id?: string): string =>
  `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
