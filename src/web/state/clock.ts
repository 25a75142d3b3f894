import { computed, signal } from '@preact/signals'

/** The time, to the second. */
export const now = signal(Date.now())

/**
 * Changes every quarter hour, because days begin on a quarter hour in every time zone. What depends on the day reads
 * it, so that the app doesn't show an old day after hours in the background.
 */
export const quarterHour = computed(() => Math.floor(now.value / 900_000))

setInterval(() => {
  if (!document.hidden) now.value = Date.now()
}, 1000)
document.addEventListener('visibilitychange', () => {
  now.value = Date.now()
})
