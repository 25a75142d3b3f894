import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { changeSettings, settings } from '../state/settings.ts'
import { clockText, countText, numberText } from '../words.ts'
import { EquipmentSheet, equipmentText } from './equipment-sheet.tsx'
import { NamesSheet, namesLanguageText } from './names-sheet.tsx'
import { PlatesSheet } from './plates-sheet.tsx'
import { DefaultRestSheet } from './rest-sheet.tsx'
import { ButtonRow } from './row.tsx'
import { SexSheet } from './sex-sheet.tsx'
import { Switch } from './switch.tsx'
import { UnitsSheet } from './units-sheet.tsx'

type Open = 'units' | 'sex' | 'plates' | 'equipment' | 'rest' | 'names' | undefined

/** The training settings of this device. */
export function Training() {
  const open = useSignal<Open>(undefined)
  const close = () => {
    open.value = undefined
  }
  const { unit, sex, bar, plates, rest, sound, keepsScreenOn } = settings.value
  return (
    <Section title="Training">
      <div class="card flush rows">
        <ButtonRow icon="scale" name="Units" value={unit} onClick={() => (open.value = 'units')} />
        <ButtonRow
          icon="disc-3"
          name="Bar and plates"
          value={`${numberText(bar)} ${unit} · ${countText(plates.length, 'size')}`}
          onClick={() => (open.value = 'plates')}
        />
        <ButtonRow
          icon="dumbbell"
          name="Equipment"
          value={equipmentText()}
          onClick={() => (open.value = 'equipment')}
        />
        <ButtonRow
          icon="circle-user-round"
          name="Sex"
          value={sex ?? 'not set'}
          onClick={() => (open.value = 'sex')}
        />
        <ButtonRow
          icon="timer"
          name="Rest"
          value={`${rest === 0 ? 'none' : clockText(rest)} · ${sound ? 'sound' : 'silent'}`}
          onClick={() => (open.value = 'rest')}
        />
        <ButtonRow
          icon="languages"
          name="Exercise names"
          value={namesLanguageText()}
          onClick={() => (open.value = 'names')}
        />
        <div>
          <span class="ico">
            <Icon name="sun" />
          </span>
          <span class="main">
            <b id="screen-on">Keep screen on</b>
            <small>while you train</small>
          </span>
          <Switch
            labelledBy="screen-on"
            isOn={keepsScreenOn}
            onChange={(isOn) => changeSettings({ keepsScreenOn: isOn })}
          />
        </div>
      </div>
      {open.value === 'sex' && <SexSheet onClose={close} />}
      {open.value === 'units' && <UnitsSheet onClose={close} />}
      {open.value === 'plates' && <PlatesSheet onClose={close} />}
      {open.value === 'equipment' && <EquipmentSheet onClose={close} />}
      {open.value === 'names' && <NamesSheet onClose={close} />}
      {open.value === 'rest' && <DefaultRestSheet onClose={close} />}
    </Section>
  )
}
