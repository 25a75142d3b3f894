/** The delays of a page so far, in milliseconds. */
export interface PageDelays {
  /** When the largest element was painted. */
  readonly largestPaint: number
  /** The time from each tap or key press to the next paint. */
  readonly interactions: readonly number[]
}

/** The time of the slowest interaction. */
export const slowestInteraction = ({ interactions }: PageDelays): number => Math.max(0, ...interactions)

/** Runs in the page before its own scripts; records what is painted, and when. */
export const observer = `
globalThis.seen = { largestPaint: 0, interactions: [] }
const observe = (type, note, options) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options })
observe('largest-contentful-paint', ({ startTime }) => { seen.largestPaint = startTime })
observe('event', ({ interactionId, duration }) => { if (interactionId > 0) seen.interactions.push(duration) }, { durationThreshold: 16 })
globalThis.awaitTick = () => {
  const tick = document.querySelector('.set.now .tick')
  const row = tick.closest('.set')
  globalThis.ticked = new Promise((shown) => {
    tick.addEventListener('pointerdown', () => {
      const from = performance.now()
      const changes = new MutationObserver(() => {
        if (!row.classList.contains('done')) return
        changes.disconnect()
        // The frame is painted between its callback and the next task.
        requestAnimationFrame(() => {
          const next = new MessageChannel()
          next.port1.onmessage = () => shown(performance.now() - from)
          next.port2.postMessage(0)
        })
      })
      changes.observe(row, { attributes: true })
    }, { once: true })
  })
}`
