import { signal } from '@preact/signals'

interface Message {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

const message = signal<Message | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined
/** How long messages are shown, in milliseconds: longer if there is something to undo. */
const displayMs = { withUndo: 10_000, alone: 4000 } as const

/** Shows a message; with `undo`, a button to undo the action for ten seconds. */
export function toast(text: string, undo?: () => void): void {
  clearTimeout(timer)
  message.value = { text, undo }
  timer = setTimeout(
    () => {
      message.value = undefined
    },
    undo ? displayMs.withUndo : displayMs.alone,
  )
}

/** Where messages appear. */
export function Toast() {
  const current = message.value
  return (
    <div role="status" class={current ? 'toast' : 'sr'}>
      {current && <span>{current.text}</span>}
      {current?.undo && (
        <button
          type="button"
          class="btn undo"
          onClick={() => {
            message.value = undefined
            current.undo?.()
          }}
        >
          Undo
        </button>
      )}
    </div>
  )
}
