import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

/** The width of an element in CSS pixels, so that the text of a chart is as large as any other. */
export function useWidth(initial: number) {
  const box = useRef<HTMLDivElement>(null)
  const width = useSignal(initial)
  useEffect(() => {
    const { current } = box
    if (!current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.max(160, Math.floor(entry.contentRect.width))
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { box, width: width.value }
}
