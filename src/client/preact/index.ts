import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { createSelection, type Subscribable } from '../hooks/selection.ts'

/**
 * `replog/client/preact`: what a component shows of the log, or of the catalogue. It is rendered again when that
 * has changed, whoever changed it: this tab, another one, or another device.
 *
 *     const workout = useReplog(replog, ({ workouts }) => workouts.get(id))
 *     const names = useReplog(replog, ({ exercises }) => exercises.list().map(({ name }) => name))
 */
export function useReplog<Source extends Subscribable, Selected>(
  source: Source,
  select: (source: Source) => Selected,
): Selected {
  const selection = useRef<(next: Selected) => Selected>(undefined)
  selection.current ??= createSelection()
  const keep = selection.current
  const [, render] = useState({})
  const shown = keep(select(source))
  const current = useRef({ select, shown })
  current.current = { select, shown }
  useLayoutEffect(() => {
    const check = () => {
      if (keep(current.current.select(source)) !== current.current.shown) render({})
    }
    // Something may have changed since it was rendered.
    check()
    return source.subscribe(check)
  }, [source, keep])
  return shown
}
