import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * A sheet that slides up from the bottom. It closes by Esc, by a touch beside it, and by its own buttons; the
 * focus then returns to where it was.
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
  // At once, so that what is touched next is the sheet and not what it covers.
  useLayoutEffect(() => {
    const before = document.activeElement
    const { current } = dialog
    current?.showModal()
    const pressBeside = (event: Event) => {
      // While it rises, a finger is where a button will be, and not beside it.
      if (event.target === current && current?.getAnimations().length === 0) onClose()
    }
    current?.addEventListener('click', pressBeside)
    return () => {
      current?.removeEventListener('click', pressBeside)
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
