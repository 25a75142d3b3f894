import type { Signal } from '@preact/signals'
import type { InputHTMLAttributes } from 'preact'
import { Problem } from './problem.tsx'

/** A labeled input, and what is wrong with its text until the text is changed. */
export function TextField({
  label,
  text,
  error,
  ...input
}: InputHTMLAttributes & {
  label: string
  text: Signal<string>
  error?: Signal<string>
}) {
  const isWrong = !!error?.value
  return (
    <>
      <label class="fieldset">
        <span class="label">{label}</span>
        <span class={isWrong ? 'field bad' : 'field'}>
          <input
            {...input}
            value={text.value}
            aria-invalid={isWrong}
            onInput={(event) => {
              text.value = event.currentTarget.value
              if (error) error.value = ''
            }}
          />
        </span>
      </label>
      <Problem text={error?.value} />
    </>
  )
}
