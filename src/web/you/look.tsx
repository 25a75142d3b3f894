import { type Settings, set, settings } from '../state/settings.ts'

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** Selects the theme. */
export function Look() {
  return (
    <section class="section">
      <header>
        <h2>Appearance</h2>
      </header>
      <fieldset class="seg">
        <legend class="sr">Theme</legend>
        {themes.map(([theme, name]) => (
          <button
            type="button"
            key={theme}
            aria-pressed={settings.value.theme === theme}
            onClick={() => set({ theme })}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </section>
  )
}
