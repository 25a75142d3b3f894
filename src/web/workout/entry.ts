import { signal } from '@preact/signals'
import { clockText } from '../words.ts'
import { localizedNumber } from './localized-number.ts'
import type { Field } from './model.ts'

/** Which sets the typed value applies to. */
export type Scope = 'this' | 'later' | 'all'

/** The value being typed. */
export interface KeypadEntry {
  readonly exerciseEntryId: string
  readonly setId: string
  readonly field: Field
  /** The text so far. Undefined, and the value stays as it is, until something is typed. */
  readonly text: string | undefined
  readonly scope: Scope
  /** Whether to log the set once the value is entered. */
  readonly logs: boolean
}

export const keypadEntry = signal<KeypadEntry | undefined>(undefined)

/** Opens the keypad for a field of a set. */
export function openKeypad(exerciseEntryId: string, setId: string, field: Field, logs = false): void {
  keypadEntry.value = { exerciseEntryId, setId, field, text: undefined, scope: scopeFor(field), logs }
}

/** By default, a weight also applies to the sets that follow; other fields don't. */
export const scopeFor = (field: Field): Scope => (field === 'weight' ? 'later' : 'this')

const maxLength = 6

/** Handles a key: a digit, the decimal point, the sign, or delete. */
export function pressKey(pressed: string): void {
  const typing = keypadEntry.value
  if (!typing) return
  keypadEntry.value = { ...typing, text: textAfter(typing.text ?? '', pressed, typing.field) }
}

function textAfter(text: string, pressed: string, field: Field): string {
  if (pressed === 'delete') return text.slice(0, -1)
  if (pressed === '-') return text.startsWith('-') ? text.slice(1) : `-${text}`
  if (pressed === '.') {
    const allows = field === 'weight' || field === 'distance' || field === 'rpe'
    if (!allows || text.includes('.')) return text
    return text === '' || text === '-' ? `${text}0.` : `${text}.`
  }
  const decimals = text.split('.')[1]
  if (text.length >= maxLength || (decimals !== undefined && decimals.length >= 2)) return text
  return text === '0' ? pressed : text + pressed
}

/** The number that was typed. For a time, the last two digits are seconds: 130 is 1:30. */
export function numberOf(text: string, field: Field): number | undefined {
  if (text === '' || text === '-') return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) return undefined
  if (field === 'duration') return text.length <= 2 ? value : Math.floor(value / 100) * 60 + (value % 100)
  return value
}

/** What was typed, as it is shown: `1:30` for a time. */
export const typedText = (text: string, field: Field): string =>
  field === 'duration' ? clockText(numberOf(text, field) ?? 0) : localizedNumber(text) || '0'

/** The contract's limits for each field. */
export const limits: Readonly<Record<Field, { readonly min: number; readonly max: number }>> = {
  weight: { min: -5000, max: 5000 },
  reps: { min: 0, max: 1000 },
  duration: { min: 0, max: 86_400 },
  distance: { min: 0, max: 1_000_000 },
  rpe: { min: 6, max: 10 },
}
