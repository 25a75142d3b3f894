import { computed, effect, signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'

/** The settings of this device. They never contain training data. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly unit: Schemas['WeightUnit']
  /** The weight of the barbell, in `unit`. */
  readonly bar: number
  /** The available plates, in `unit`, heaviest first. */
  readonly plates: readonly number[]
  /** The number of pairs of a plate, by its weight; plates without an entry are unlimited. */
  readonly pairs: Readonly<Record<string, number>>
  /** The available equipment; by default everything. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  /** Seconds of rest between sets, unless a program or the exercise has its own. */
  readonly rest: number
  readonly sound: boolean
  readonly keepsScreenOn: boolean
  /** Seconds of rest by exercise id. */
  readonly restOf: Readonly<Record<string, number>>
  /** Whether the install hint was dismissed. */
  readonly hidesInstall: boolean
  /** Whether changes of unit, plates or equipment haven't reached the account's profile yet. */
  readonly isProfileUnsent: boolean
}

/** The plates of a typical gym. */
export const usualPlates = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25],
  lb: [45, 35, 25, 10, 5, 2.5],
} as const satisfies Record<Schemas['WeightUnit'], readonly number[]>

export const usualBar = { kg: 20, lb: 45 } as const satisfies Record<Schemas['WeightUnit'], number>

const key = 'replog.settings'

/** Countries where people train in pounds. */
const inPounds = /-(US|LR|MM)\b/

const initialUnit = (): Schemas['WeightUnit'] => (inPounds.test(navigator.language) ? 'lb' : 'kg')

function initial(): Settings {
  const unit = initialUnit()
  return {
    theme: 'system',
    unit,
    bar: usualBar[unit],
    plates: usualPlates[unit],
    pairs: {},
    rest: 150,
    sound: true,
    keepsScreenOn: true,
    restOf: {},
    hidesInstall: false,
    isProfileUnsent: false,
  }
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

export const settings = signal<Settings>({ ...initial(), ...stored() })

/** More pairs than fit on a bar. */
const enough = 10

/** The available plates as input for the training functions. */
export const platePairs = computed(() => {
  const { unit, plates, pairs } = settings.value
  return plates.map((value) => ({ weight: { value, unit }, pairs: pairs[value] ?? enough }))
})

/** Another unit, with its usual bar and plates. */
export const inUnitOf = (unit: Schemas['WeightUnit']): Partial<Settings> => ({
  unit,
  bar: usualBar[unit],
  plates: usualPlates[unit],
  pairs: {},
})

/** Changes some of the settings. */
export function set(some: Partial<Settings>): void {
  settings.value = { ...settings.value, ...some }
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // Without storage, they last until the page is closed.
  }
}

effect(() => {
  const { theme } = settings.value
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
})
