const heldFor = 480
const slack = 10

/** Event handlers that call `run` when an element is held for half a second. */
export function longPress(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let from: readonly [number, number] = [0, 0]
  const stop = () => clearTimeout(timer)
  return {
    onPointerDown(event: PointerEvent) {
      stop()
      if (event.pointerType === 'mouse' && event.button !== 0) return
      from = [event.clientX, event.clientY]
      timer = setTimeout(() => {
        // The touch that opened a sheet must not also click in it.
        addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => removeEventListener('click', swallow, { capture: true }), 600)
        run()
      }, heldFor)
    },
    onPointerMove(event: PointerEvent) {
      if (Math.hypot(event.clientX - from[0], event.clientY - from[1]) > slack) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerLeave: stop,
    onContextMenu(event: Event) {
      event.preventDefault()
      stop()
      run()
    },
  }
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
