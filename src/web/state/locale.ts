import type { WeekStart } from '#training/periods.ts'

const fallback = 'en-GB'

/** The first language that the browser prefers. Some report none, or one that isn't a valid tag. */
function preferredLocale(languages: readonly string[] | undefined): Intl.Locale {
  const [first = fallback] = languages ?? []
  try {
    return new Intl.Locale(first)
  } catch {
    return new Intl.Locale(fallback)
  }
}

/**
 * The English of the user's region, so that dates in the app's English text have the order and the clock that the user
 * is used to.
 *
 * @param languages those that the browser prefers, best first
 */
export function dateLocale(languages: readonly string[]): string {
  const userLocale = preferredLocale(languages)
  const { language, region } = userLocale.maximize()
  if (language === 'en') return userLocale.baseName
  const { locale } = new Intl.DateTimeFormat(`en-${region}`).resolvedOptions()
  // Browsers without data about the region would fall back to American English.
  return locale === 'en' ? fallback : locale
}

/** The user's own language, for the separators of numbers. */
export const numberLocale = (languages: readonly string[]): string => preferredLocale(languages).baseName

/** Browsers have either of these two, and the DOM types declare neither. */
interface Weeks {
  getWeekInfo?(): { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

/** The day on which weeks start in the user's region; Monday where the browser doesn't know. */
export function localWeekStart(languages: readonly string[]): WeekStart {
  const locale: Weeks = preferredLocale(languages)
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay
  return first === 7 ? 'sunday' : first === 6 ? 'saturday' : 'monday'
}
