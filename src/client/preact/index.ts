import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { createSelection, type Subscribable } from '../hooks/selection.ts'

/**
 * `replog/client/preact`: a hook that selects data from the log or the catalogue. The component re-renders when the
 * selection changes, whether by this tab, another one, or another device.
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
  const stabilize = selection.current
  const [, render] = useState({})
  const stable = stabilize(select(source))
  const current = useRef({ select, shown: stable })
  current.current = { select, shown: stable }
  useLayoutEffect(() => {
    const check = () => {
      if (stabilize(current.current.select(source)) !== current.current.shown) render({})
    }
    // The source may have changed since the component was rendered.
    check()
    return source.subscribe(check)
  }, [source, stabilize])
  return stable
}
