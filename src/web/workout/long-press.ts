const heldFor = 480
const slack = 10

/** The press that is going on. There is one at most, and what is pressed may be drawn again meanwhile. */
let pressed: { readonly x: number; readonly y: number; readonly cancel: () => void } | undefined

function stop(): void {
  pressed?.cancel()
  pressed = undefined
}

/** What an element listens to so that holding it for half a second does something. */
export function longPress(run: () => void) {
  return {
    onPointerDown({ clientX: x, clientY: y, pointerType, button }: PointerEvent) {
      stop()
      if (pointerType === 'mouse' && button !== 0) return
      let frame: number | undefined
      const timer = setTimeout(() => {
        // A page that was busy hasn't heard yet of a finger that is up again: it hears of it before it draws.
        frame = requestAnimationFrame(() => {
          stop()
          // The touch that opened something must not press it too; the next one is another.
          addEventListener('click', swallow, { capture: true, once: true })
          addEventListener('pointerdown', letThrough, { capture: true, once: true })
          run()
        })
      }, heldFor)
      const cancel = () => {
        clearTimeout(timer)
        if (frame !== undefined) cancelAnimationFrame(frame)
      }
      pressed = { x, y, cancel }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > slack) stop()
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
