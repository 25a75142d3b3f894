import { useCallback, useRef, useSyncExternalStore } from 'react'
import { createSelection, type Subscribable } from '../hooks/selection.ts'

/**
 * `replog/client/react`: a hook that selects data from the log or the catalogue. The component re-renders when the
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
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source])
  const read = () => stabilize(select(source))
  return useSyncExternalStore(subscribe, read, read)
}
