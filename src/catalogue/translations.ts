import { chinese } from './data/translations/chinese.ts'
import { dutch } from './data/translations/dutch.ts'
import { french } from './data/translations/french.ts'
import { german } from './data/translations/german.ts'
import { italian } from './data/translations/italian.ts'
import { japanese } from './data/translations/japanese.ts'
import { korean } from './data/translations/korean.ts'
import type { TranslatedNames } from './data/translations/names.ts'
import { polish } from './data/translations/polish.ts'
import { portuguese } from './data/translations/portuguese.ts'
import { russian } from './data/translations/russian.ts'
import { spanish } from './data/translations/spanish.ts'

/** The names of the most common exercises, by language (ISO 639-1). */
export const translatedNames = {
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  ko: korean,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  zh: chinese,
} as const satisfies Readonly<Record<string, TranslatedNames>>

/** A language with translated names. */
type NameLanguage = keyof typeof translatedNames

/** A name of a built-in exercise in another language. */
export interface Translation {
  readonly language: NameLanguage
  readonly name: string
}

const noTranslations: readonly Translation[] = Object.freeze([])

const bySlug = new Map<string, Translation[]>()
for (const [code, names] of Object.entries(translatedNames)) {
  // `Object.entries` widens the keys of this literal to strings.
  const language = code as NameLanguage
  for (const [slug, list] of Object.entries(names)) {
    const translations = bySlug.get(slug) ?? []
    for (const name of list) translations.push({ language, name })
    bySlug.set(slug, translations)
  }
}

/** The names of a built-in exercise in other languages, by language, then most common first. */
export function translationsOf(slug: string): readonly Translation[] {
  return bySlug.get(slug) ?? noTranslations
}
