import type { Signal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'

/** An input for a note. */
export const NoteField = ({
  notes,
  label,
  placeholder,
}: {
  notes: Signal<string>
  label: string
  placeholder: string
}) => (
  <label class="field">
    <Icon name="message-square-text" />
    <span class="sr">{label}</span>
    <input
      placeholder={placeholder}
      maxLength={2000}
      value={notes.value}
      onInput={(event) => {
        notes.value = event.currentTarget.value
      }}
    />
  </label>
)
