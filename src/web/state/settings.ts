import { effect, signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'

/** What this device is set to. Training data is never kept here. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly unit: Schemas['WeightUnit']
  /** Of the barbell, in the unit. */
  readonly bar: number
  /** The plates at hand, in the unit, heaviest first. */
  readonly plates: readonly number[]
  /** Seconds between sets, where neither a program nor the exercise says otherwise. */
  readonly rest: number
  readonly sound: boolean
  readonly keepsScreenOn: boolean
  /** Seconds of rest by exercise id. */
  readonly restOf: Readonly<Record<string, number>>
  /** The install hint was closed. */
  readonly hidesInstall: boolean
}

/** The plates of a usual gym. */
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
    rest: 150,
    sound: true,
    keepsScreenOn: true,
    restOf: {},
    hidesInstall: false,
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

/** Changes some of the settings. */
export function set(some: Partial<Settings>): void {
  settings.value = { ...settings.value, ...some }
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // Without room they hold until the page is closed.
  }
}

effect(() => {
  const { theme } = settings.value
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
})
