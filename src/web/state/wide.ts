import { signal } from '@preact/signals'

const query = matchMedia('(min-width: 64rem)')

/** Whether the screen has room for a second column, as in the style sheets. */
export const isWide = signal(query.matches)

query.addEventListener('change', () => {
  isWide.value = query.matches
})
