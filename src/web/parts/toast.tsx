import { signal } from '@preact/signals'

interface Message {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

const message = signal<Message | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined
/** How long messages are shown, in milliseconds: longer if there is something to undo. */
const shownFor = { withUndo: 10_000, alone: 4000 } as const

/** Shows a message; with `undo`, a button to undo the action for ten seconds. */
export function toast(text: string, undo?: () => void): void {
  clearTimeout(timer)
  message.value = { text, undo }
  timer = setTimeout(
    () => {
      message.value = undefined
    },
    undo ? shownFor.withUndo : shownFor.alone,
  )
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
