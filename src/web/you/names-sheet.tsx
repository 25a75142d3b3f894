import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { changeSettings, settings } from '../state/settings.ts'

/** The languages of exercise names, each in its own language. */
const languages = {
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ru: 'Русский',
  ja: '日本語',
  ko: '한국어',
  zh: '中文',
} as const satisfies Record<Schemas['NameLanguage'], string>

const english = 'English'

/** The choices; `Object.entries` widens the keys to strings. */
const choices: readonly (readonly [Schemas['NameLanguage'] | undefined, string])[] = [
  [undefined, english],
  ...(Object.entries(languages) as [Schemas['NameLanguage'], string][]),
]

/** The language that was chosen. */
export const namesLanguageText = (): string =>
  choices.find(([language]) => language === settings.value.namesLanguage)?.[1] ?? english

/** Selects the language of exercise names. */
export function NamesSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      title="Exercise names"
      text="The most common exercises have names in these languages. The search finds all of them."
      onClose={onClose}
    >
      <Choices
        label="Language"
        isHidden
        choices={choices}
        value={settings.value.namesLanguage}
        onChoose={(namesLanguage) => {
          changeSettings({ namesLanguage })
          onClose()
        }}
      />
    </Sheet>
  )
}
