import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** The width of an element in CSS pixels, so that the text of a chart is as large as any other. */
export function useWidth(initial: number) {
  const box = useRef<HTMLDivElement>(null)
  const width = useSignal(initial)
  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const take = (measured: number) => {
      width.value = Math.max(160, Math.floor(measured))
    }
    // Before anything is painted, so that nothing on the page moves afterwards.
    take(current.clientWidth)
    const observer = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { box, width: width.value }
}
