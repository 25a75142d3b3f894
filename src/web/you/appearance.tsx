import { Choices } from '../parts/choices.tsx'
import { Section } from '../parts/section.tsx'
import { changeSettings, type Settings, settings } from '../state/settings.ts'

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** Selects the theme. */
export function Appearance() {
  return (
    <Section title="Appearance">
      <Choices
        look="segments"
        label="Theme"
        choices={themes}
        value={settings.value.theme}
        onChoose={(theme) => changeSettings({ theme })}
      />
    </Section>
  )
}
