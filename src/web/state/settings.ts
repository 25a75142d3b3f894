import { computed, effect, signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import type { LandmarkTable } from '#training/landmarks.ts'
import { settingsIn } from './stored-settings.ts'

/** What figures and suggestions depend on, and this app has no controls for: set with the API or another app. */
export interface OwnSettings {
  readonly user: string
  readonly landmarks: LandmarkTable
  /** The schemes chosen for exercises. */
  readonly progressions: readonly Schemas['ChosenProgression'][]
  /** The last reports of sore muscles, newest first. */
  readonly soreness: readonly Schemas['Soreness'][]
}

/** The settings of this device. They never contain training data. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** The language of exercise names, for exercises that have a name in it; English by default. */
  readonly namesLanguage?: Schemas['NameLanguage'] | undefined
  readonly unit: Schemas['WeightUnit']
  /** The weight of the barbell, in `unit`. */
  readonly bar: number
  /** The available plates, in `unit`, heaviest first. */
  readonly plates: readonly number[]
  /** The number of pairs of a plate, by its weight; plates without an entry are unlimited. */
  readonly pairs: Readonly<Record<string, number>>
  /** The available equipment; everything by default. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  /** Seconds of rest between sets, unless a program or the exercise has its own. */
  readonly rest: number
  readonly sound: boolean
  readonly keepsScreenOn: boolean
  /** Seconds of rest by exercise id. */
  readonly restOf: Readonly<Record<string, number>>
  /** Whether the install hint was dismissed. */
  readonly hidesInstall: boolean
  /** Whether the browser was asked to keep the data. */
  readonly askedToKeep?: boolean
  /** How many workouts a week the user plans. */
  readonly workoutsPerWeek?: number | undefined
  /** For the points of strength. */
  readonly sex?: Schemas['Sex'] | undefined
  readonly bodyweightGoal?: Schemas['BodyweightGoal'] | undefined
  /** The day of the next competition: `2026-12-12`. */
  readonly competitionDay?: string | undefined
  /** What one user of this device set with the API or another app. It doesn't apply to other users. */
  readonly own?: OwnSettings | undefined
  /** The settings whose changes haven't reached the account's profile yet. */
  readonly unsent: readonly ProfileSetting[]
}

/** The settings that are also part of the account's profile. */
export const profileSettings = [
  'unit',
  'plates',
  'equipment',
  'sex',
  'workoutsPerWeek',
  'bodyweightGoal',
  'competitionDay',
] as const
export type ProfileSetting = (typeof profileSettings)[number]

/** The plates of a typical gym. */
export const usualPlates = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25],
  lb: [45, 35, 25, 10, 5, 2.5],
} as const satisfies Record<Schemas['WeightUnit'], readonly number[]>

const usualBars = { kg: 20, lb: 45 } as const satisfies Record<Schemas['WeightUnit'], number>

const key = 'replog.settings'

/** Countries where people train in pounds. */
const poundRegions = /-(US|LR|MM)\b/

const initialUnit = (): Schemas['WeightUnit'] => (poundRegions.test(navigator.language) ? 'lb' : 'kg')

function initial(): Settings {
  const unit = initialUnit()
  return {
    theme: 'system',
    unit,
    bar: usualBars[unit],
    plates: usualPlates[unit],
    pairs: {},
    rest: 150,
    sound: true,
    keepsScreenOn: true,
    restOf: {},
    hidesInstall: false,
    unsent: [],
  }
}

function storedText(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const settings = signal<Settings>({ ...initial(), ...settingsIn(storedText()) })

/** More pairs than fit on a bar. */
const unlimitedPairs = 10

/** The available plates as input for the training functions. */
export const platePairs = computed(() => {
  const { unit, plates, pairs } = settings.value
  return plates.map((value) => ({ weight: { value, unit }, pairs: pairs[value] ?? unlimitedPairs }))
})

/** Another unit, with its usual bar and plates. */
export const settingsInUnit = (unit: Schemas['WeightUnit']): Partial<Settings> => ({
  unit,
  bar: usualBars[unit],
  plates: usualPlates[unit],
  pairs: {},
})

/** Changes some of the settings. */
export function changeSettings(changed: Partial<Settings>): void {
  settings.value = { ...settings.value, ...changed }
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // Without storage, they last until the page is closed.
  }
}

// Without this, a tab would write back what another tab has changed or, on logout, removed.
addEventListener('storage', (event: StorageEvent) => {
  if (event.key === key) settings.value = { ...initial(), ...settingsIn(event.newValue) }
})

effect(() => {
  const { theme } = settings.value
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
})
