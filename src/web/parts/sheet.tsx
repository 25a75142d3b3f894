import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

/**
 * A sheet that slides up from the bottom. It closes with Esc, a tap outside, or its own buttons; the focus then returns
 * to where it was.
 */
export function Sheet({
  title,
  label = title,
  text,
  onClose,
  children,
}: {
  /** The heading; without one, a label is needed. */
  title?: string | undefined
  /** For screen readers, if the title alone says too little. */
  label?: string | undefined
  text?: string | undefined
  onClose: () => void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before paint, so that the next tap reaches the sheet and not what it covers.
  useLayoutEffect(() => {
    const focusedBefore = document.activeElement
    const { current } = dialog
    current?.showModal()
    const closeOnBackdrop = (event: Event) => {
      // A quick touch during the opening animation is meant for a button that isn't there yet.
      if (event.target === current && current?.getAnimations().length === 0) onClose()
    }
    current?.addEventListener('click', closeOnBackdrop)
    return () => {
      current?.removeEventListener('click', closeOnBackdrop)
      if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected)
        focusedBefore.focus({ preventScroll: true })
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
        {title !== undefined && (
          <div class="flex between">
            <div class="grow">
              <h2>{title}</h2>
              {text && <p class="small soft">{text}</p>}
            </div>
            <button type="button" class="ib fill" aria-label="Close" onClick={onClose}>
              <Icon name="x" />
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  )
}
