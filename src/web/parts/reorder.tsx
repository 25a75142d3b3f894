import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** A list whose order is changed by buttons, or by dragging a handle. */
export function Reorder({
  ids,
  nameOf,
  onOrder,
  onRemove,
}: {
  ids: readonly string[]
  nameOf: (id: string) => string
  onOrder: (ids: readonly string[]) => void
  /** Without it, items can't be removed. */
  onRemove?: ((id: string) => void) | undefined
}) {
  const list = useRef<HTMLUListElement>(null)
  const move = (from: number, to: number) => {
    const id = ids[from]
    if (id === undefined || to < 0 || to >= ids.length || from === to) return
    onOrder(ids.toSpliced(from, 1).toSpliced(to, 0, id))
  }
  const drag = (event: PointerEvent, id: string) => {
    const handle = event.currentTarget
    if (!(handle instanceof HTMLElement)) return
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = ({ clientY }) => {
      const rows = [...(list.current?.children ?? [])]
      const to = rows.findIndex((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return clientY >= top && clientY < bottom
      })
      const from = rows.findIndex((row) => row instanceof HTMLElement && row.dataset.id === id)
      if (to >= 0 && from >= 0) move(from, to)
    }
    handle.onpointerup = handle.onpointercancel = () => {
      handle.onpointermove = null
    }
  }
  return (
    <ul ref={list} class="card flush rows reorder">
      {ids.map((id, index) => (
        <li key={id} data-id={id}>
          <span class="handle" aria-hidden="true" onPointerDown={(event) => drag(event, id)}>
            <Icon name="grip-vertical" />
          </span>
          <span class="main">
            <b>{nameOf(id)}</b>
          </span>
          <button
            type="button"
            class="ib"
            aria-label={`Move ${nameOf(id)} up`}
            disabled={index === 0}
            onClick={() => move(index, index - 1)}
          >
            <Icon name="arrow-up" />
          </button>
          <button
            type="button"
            class="ib"
            aria-label={`Move ${nameOf(id)} down`}
            disabled={index === ids.length - 1}
            onClick={() => move(index, index + 1)}
          >
            <Icon name="arrow-down" />
          </button>
          {onRemove && (
            <button type="button" class="ib" aria-label={`Remove ${nameOf(id)}`} onClick={() => onRemove(id)}>
              <Icon name="x" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
