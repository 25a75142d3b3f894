import { useSignal } from '@preact/signals'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { changeSettings, settings } from '../state/settings.ts'
import { restChoices } from '../workout/rest-choices.ts'
import { Switch } from './switch.tsx'

/** Sets the default rest, and how its end is announced. */
export function DefaultRestSheet({ onClose }: { onClose: () => void }) {
  const { rest, sound } = settings.value
  const permission = useSignal('Notification' in globalThis ? Notification.permission : undefined)
  return (
    <Sheet title="Rest" text="Unless a program or the exercise says otherwise." onClose={onClose}>
      <Choices
        label="Rest"
        isHidden
        choices={restChoices}
        value={rest}
        onChoose={(seconds) => changeSettings({ rest: seconds })}
      />
      <div class="flex between">
        <span id="rest-sound">Sound at the end</span>
        <Switch labelledBy="rest-sound" isOn={sound} onChange={(isOn) => changeSettings({ sound: isOn })} />
      </div>
      {permission.value === 'default' && (
        <button
          type="button"
          class="btn full"
          onClick={async () => {
            permission.value = await Notification.requestPermission()
          }}
        >
          Notify me in the background
        </button>
      )}
    </Sheet>
  )
}
