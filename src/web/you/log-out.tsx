import { useSignal } from '@preact/signals'
import { UnsentChangesError } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { go } from '../route.ts'
import { log, status } from '../state/log.ts'
import { count } from '../words.ts'

/** Ends the session on this device; asks first if something would be lost. */
export function LogOut() {
  const asks = useSignal(false)
  const { pending, deadLetters } = status.value
  const unsent = pending + deadLetters
  const leave = async (discard: boolean) => {
    try {
      await log().logOut({ discard })
      asks.value = false
      go('today', { replace: true })
    } catch (error) {
      if (error instanceof UnsentChangesError) asks.value = true
      else throw error
    }
  }
  return (
    <>
      <button
        type="button"
        class="btn danger full"
        onClick={() => {
          if (unsent > 0) asks.value = true
          else void leave(false)
        }}
      >
        <Icon name="log-out" />
        Log out{unsent > 0 && ` · ${count(unsent, 'change')} unsent`}
      </button>
      {asks.value && (
        <Sheet label="Log out" onClose={() => (asks.value = false)}>
          <SheetHead
            title={`${count(unsent, 'change')} would be lost`}
            text="They were not sent yet. Stay until this device is online, or lose them."
            onClose={() => (asks.value = false)}
          />
          <button
            type="button"
            class="btn go full"
            onClick={() =>
              void log()
                .sync()
                .then(() => (asks.value = false))
            }
          >
            Send them now
          </button>
          <button type="button" class="btn danger full" onClick={() => void leave(true)}>
            Log out and lose them
          </button>
        </Sheet>
      )}
    </>
  )
}
