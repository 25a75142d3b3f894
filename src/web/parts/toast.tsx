import { signal } from '@preact/signals'

interface Message {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

const message = signal<Message | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined
const shownFor = 10_000

/** Says something for ten seconds, and lets it be undone. */
export function toast(text: string, undo?: () => void): void {
  clearTimeout(timer)
  message.value = { text, undo }
  timer = setTimeout(() => {
    message.value = undefined
  }, shownFor)
}

/** Where messages appear. */
export function Toast() {
  const now = message.value
  return (
    <div role="status" class={now ? 'toast' : 'sr'}>
      {now && <span>{now.text}</span>}
      {now?.undo && (
        <button
          type="button"
          class="btn undo"
          onClick={() => {
            message.value = undefined
            now.undo?.()
          }}
        >
          Undo
        </button>
      )}
    </div>
  )
}
