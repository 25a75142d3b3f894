import { toGrams, weightUnits } from '#training/units.ts'
import { settings } from '../state/settings.ts'
import { clockText, numberText, timesSign } from '../words.ts'
import type { LoggedSet, Weight } from './model.ts'

/** A weight in this device's unit: as entered, or converted, to a tenth, as no plates add up to 40.82 kg. */
export function inUnit(weight: Weight): number {
  const { unit } = settings.value
  if (weight.unit === unit) return weight.value
  return Math.round(gramsInUnit(toGrams(weight)) * 10) / 10
}

/** Grams in this device's unit, to two decimals. */
export const gramsInUnit = (grams: number): number =>
  Math.round((grams / weightUnits[settings.value.unit].canonical) * 100) / 100

/** The weight of a set in this device's unit; negative for assistance. */
export function weightOf({
  weight,
  assistance,
}: Pick<LoggedSet, 'weight' | 'assistance'>): number | undefined {
  if (weight) return inUnit(weight)
  return assistance && -inUnit(assistance)
}

/** A distance in words: `5 km`. */
export const distanceText = ({ value, unit }: { value: number; unit: string }): string =>
  `${numberText(value)} ${unit}`

/** What was done in a set: `87.5 × 5`, `12`, `1:30`, `5 km in 24:10`. */
export function setText(set: LoggedSet): string {
  const { reps, durationSeconds, distance } = set
  const weight = weightOf(set)
  const load = weight === undefined || weight === 0 ? undefined : numberText(weight)
  if (reps !== undefined) return load === undefined ? String(reps) : `${load}${timesSign}${reps}`
  const time = durationSeconds === undefined ? undefined : clockText(durationSeconds)
  if (distance) return time === undefined ? distanceText(distance) : `${distanceText(distance)} in ${time}`
  if (time !== undefined) return load === undefined ? time : `${load}${timesSign}${time}`
  return load ?? '–'
}

/** Several sets, grouped by weight: `87.5 × 5, 5, 4`. */
export function setsText(sets: readonly LoggedSet[]): string {
  const groups: { load: string; reps: string[] }[] = []
  for (const set of sets) {
    const [load, reps] = setText(set).split(timesSign)
    const last = groups.at(-1)
    if (reps !== undefined && last && last.load === load) last.reps.push(reps)
    else groups.push({ load: load ?? '', reps: reps === undefined ? [] : [reps] })
  }
  const single = groups.every(({ reps }) => reps.length === 0)
  if (single) return groups.map(({ load }) => load).join(', ')
  return groups
    .map(({ load, reps }) => (reps.length > 0 ? `${load}${timesSign}${reps.join(', ')}` : load))
    .join(' · ')
}
