import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { status } from '../state/log.ts'
import { countText } from '../words.ts'
import { exportDevice } from './export.ts'
import { leave } from './leave.ts'

/** Logs out; asks first if that would lose unsent changes. */
export function LogOut() {
  const isAsking = useSignal(false)
  const { pending, deadLetters } = status.value
  const unsent = pending + deadLetters
  return (
    <>
      <button
        type="button"
        class="btn danger full"
        onClick={() => {
          if (unsent > 0) isAsking.value = true
          else void leave(false)
        }}
      >
        <Icon name="log-out" />
        Log out{unsent > 0 && ` · ${countText(unsent, 'change')} unsent`}
      </button>
      {isAsking.value && (
        <Sheet
          label="Log out"
          title={`Lose ${countText(unsent, 'change')}?`}
          text="Unsent changes are only on this device. Go online to sync, or export them first."
          onClose={() => (isAsking.value = false)}
        >
          <button type="button" class="btn full" onClick={exportDevice}>
            Export this device’s data
          </button>
          <button type="button" class="btn danger full" onClick={() => void leave(true)}>
            Log out and lose them
          </button>
        </Sheet>
      )}
    </>
  )
}
