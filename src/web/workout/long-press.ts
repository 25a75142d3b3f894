const pressMs = 480
/** A finger that moves further than this, in CSS pixels, is scrolling. */
const maxMovement = 10

/** The current press. It outlives the handlers of one render, since a set may render again during a press. */
let pressed: { readonly x: number; readonly y: number; readonly cancel: () => void } | undefined

function stop(): void {
  pressed?.cancel()
  pressed = undefined
}

/** Event handlers that call `run` when an element is held for half a second, or its context menu is requested. */
export function longPress(run: () => void) {
  return {
    onPointerDown({ clientX: x, clientY: y, pointerType, button }: PointerEvent) {
      stop()
      if (pointerType === 'mouse' && button !== 0) return
      let frame: number | undefined
      const timer = setTimeout(() => {
        // On a busy page, a `pointerup` may still be queued: it is dispatched before the next frame.
        frame = requestAnimationFrame(() => {
          stop()
          // The touch that opened a sheet must not also click in it; the next touch may.
          addEventListener('click', swallow, { capture: true, once: true })
          addEventListener('pointerdown', letThrough, { capture: true, once: true })
          run()
        })
      }, pressMs)
      const cancel = () => {
        clearTimeout(timer)
        if (frame !== undefined) cancelAnimationFrame(frame)
      }
      pressed = { x, y, cancel }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > maxMovement) stop()
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

function letThrough(): void {
  removeEventListener('click', swallow, { capture: true })
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
