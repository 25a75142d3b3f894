import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * A sheet that slides up from the bottom. It closes with Esc, a tap outside, or its own buttons; the focus then returns
 * to where it was.
 */
export function Sheet({
  label,
  onClose,
  children,
}: {
  label: string
  onClose: () => void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before paint, so that the next tap reaches the sheet and not what it covers.
  useLayoutEffect(() => {
    const before = document.activeElement
    const { current } = dialog
    current?.showModal()
    const closeOnBackdrop = (event: Event) => {
      // A quick touch during the opening animation is meant for a button that isn't there yet.
      if (event.target === current && current?.getAnimations().length === 0) onClose()
    }
    current?.addEventListener('click', closeOnBackdrop)
    return () => {
      current?.removeEventListener('click', closeOnBackdrop)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={label}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div class="sheet-in">
        <div class="grab" />
        {children}
      </div>
    </dialog>
  )
}
