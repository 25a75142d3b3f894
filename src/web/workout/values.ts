import { signal } from '@preact/signals'
import { settings } from '../state/settings.ts'
import { clockText, numberText, timesSign } from '../words.ts'
import { distanceText, inUnit, weightOf } from './figures.ts'
import { isDone, type LoggedSet, type SetInExercise } from './model.ts'
import { proposedReps } from './proposed-reps.ts'

/** Values typed for sets that aren't done yet, stored separately because reps in the set would mark it as done. */
export interface TypedValues {
  readonly reps?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distance?: LoggedSet['distance'] | undefined
  readonly rpe?: number | undefined
}

const key = 'replog.typed'

function storedValues(): ReadonlyMap<string, TypedValues> {
  try {
    return new Map(JSON.parse(localStorage.getItem(key) ?? '[]'))
  } catch {
    return new Map()
  }
}

/** The typed values, by the id of their set. */
export const typedValues = signal<ReadonlyMap<string, TypedValues>>(storedValues())

/** Stores the values typed for a set, or removes them. */
export function storeTypedValues(setId: string, value: TypedValues | undefined): void {
  const next = new Map(typedValues.value)
  if (value) next.set(setId, { ...next.get(setId), ...value })
  else if (!next.delete(setId)) return
  typedValues.value = next
  try {
    localStorage.setItem(key, JSON.stringify([...next]))
  } catch {
    // Without storage, it lasts until the page is closed.
  }
}

/** The values of a set, done or planned. */
export interface Values {
  readonly weight: number | undefined
  readonly reps: number | undefined
  /** In seconds. */
  readonly duration: number | undefined
  readonly distance: LoggedSet['distance'] | undefined
  readonly rpe: number | undefined
  /** Whether the reps are only the minimum. */
  readonly isOpen?: boolean | undefined
}

export function valuesOf(set: LoggedSet, last?: LoggedSet): Values {
  if (isDone(set)) {
    const { reps, durationSeconds, distance, rpe } = set
    return { weight: weightOf(set), reps, duration: durationSeconds, distance, rpe }
  }
  const typedForSet = typedValues.value.get(set.id)
  const { target } = set
  const planned = target?.weight && inUnit(target.weight)
  const weight = weightOf(set) ?? planned
  return {
    weight,
    reps:
      typedForSet?.reps ?? proposedReps(target, weight, last && { weight: weightOf(last), reps: last.reps }),
    duration: typedForSet?.durationSeconds ?? target?.durationSeconds,
    distance: typedForSet?.distance ?? target?.distance,
    rpe: typedForSet?.rpe ?? target?.rpe,
    isOpen: target?.openEnded && typedForSet?.reps === undefined,
  }
}

/** `5`, or `5+` if as many as possible are to be done. */
export const repsText = ({ reps, isOpen }: Values): string => `${reps}${isOpen ? '+' : ''}`

/** What would be logged: `90 kg × 5`. */
export function valuesText(values: Values): string {
  const { weight, reps, duration, distance } = values
  const load = weight === undefined || weight === 0 ? '' : `${numberText(weight)} ${settings.value.unit}`
  const work =
    reps !== undefined
      ? repsText(values)
      : [distance && distanceText(distance), duration !== undefined && clockText(duration)]
          .filter(Boolean)
          .join(' in ')
  if (load === '') return reps === undefined ? work : `${work} ${reps === 1 ? 'rep' : 'reps'}`
  return work === '' ? load : `${load}${timesSign}${work}`
}

/** ` · 90 kg × 5` of the next set, if it is known. It stays on one line. */
export function plannedText({ set }: SetInExercise): string {
  const text = valuesText(valuesOf(set))
  return text === '' ? '' : ` · ${text.replaceAll(' ', '\u00a0')}`
}
