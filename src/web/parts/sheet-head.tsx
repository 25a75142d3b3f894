import { Icon } from './icon.tsx'

/** The heading of a sheet, with its button to close it. */
export function SheetHead({
  title,
  text,
  onClose,
}: {
  title: string
  text?: string | undefined
  onClose: () => void
}) {
  return (
    <div class="flex between">
      <div class="grow">
        <h2>{title}</h2>
        {text && <p class="small soft">{text}</p>}
      </div>
      <button type="button" class="ib fill" aria-label="Close" onClick={onClose}>
        <Icon name="x" />
      </button>
    </div>
  )
}
