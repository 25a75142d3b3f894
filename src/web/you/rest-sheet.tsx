import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { set, settings } from '../state/settings.ts'
import { clock } from '../words.ts'
import { restChoices } from '../workout/rest-choices.ts'
import { Switch } from './switch.tsx'

/** Sets the default rest, and whether its end plays a sound. */
export function DefaultRestSheet({ onClose }: { onClose: () => void }) {
  const { rest, sound } = settings.value
  return (
    <Sheet label="Rest" onClose={onClose}>
      <SheetHead title="Rest" text="Unless a program or the exercise says otherwise." onClose={onClose} />
      <div class="choices">
        {restChoices.map((seconds) => (
          <button
            type="button"
            class="chip"
            key={seconds}
            aria-pressed={rest === seconds}
            onClick={() => set({ rest: seconds })}
          >
            {seconds === 0 ? 'No rest' : clock(seconds)}
          </button>
        ))}
      </div>
      <div class="flex between">
        <span id="rest-sound">Sound at the end</span>
        <Switch labelledBy="rest-sound" isOn={sound} onChange={(isOn) => set({ sound: isOn })} />
      </div>
    </Sheet>
  )
}
