import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** The width of an element in CSS pixels, so that a chart's text is the same size as other text. */
export function useWidth(initial: number) {
  const box = useRef<HTMLDivElement>(null)
  const width = useSignal(initial)
  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const setWidth = (measured: number) => {
      width.value = Math.max(160, Math.floor(measured))
    }
    // Before anything is painted, so that nothing on the page moves afterward.
    setWidth(current.clientWidth)
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { box, width: width.value }
}
