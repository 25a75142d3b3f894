import { settings } from '../state/settings.ts'
import { clockText, countText, numberText, timesSign } from '../words.ts'
import { inUnit } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** The target of an exercise: `3 × 3–5` at `90 kg`, or `3 × 5+` at `80–100 kg`. */
export interface TargetText {
  readonly sets: string
  /** Empty if there is none. */
  readonly load: string
}

type Planned = Pick<LoggedSet, 'type' | 'target' | 'weight'>

/** What a set is to be done for: `5`, `3–5`, `1+` if as many as possible, or `1:30`. */
export function aimText({ target }: Planned): string | undefined {
  if (target?.reps) {
    const { min, max } = target.reps
    if (target.openEnded) return `${min}+`
    return min === max ? String(min) : `${min}–${max}`
  }
  return target?.durationSeconds === undefined ? undefined : clockText(target.durationSeconds)
}

/** The planned weight, in this device's unit; 0 if there is none. */
function weightIn({ target, weight }: Planned): number {
  const load = target?.weight ?? weight
  return load ? inUnit(load) : 0
}

const loadText = (weight: number): string => (weight ? `${numberText(weight)} ${settings.value.unit}` : '')

/** The weights from the lightest to the heaviest: `80–100 kg`. Empty if there are none. */
function rangeText(weights: readonly number[]): string {
  const known = weights.filter(Boolean)
  if (known.length === 0) return ''
  const [min, max] = [Math.min(...known), Math.max(...known)]
  return min === max ? loadText(max) : `${numberText(min)}–${loadText(max)}`
}

const areSame = (values: readonly unknown[]) => values.every((value) => value === values[0])

interface PlannedExercise {
  readonly sets: readonly Planned[]
}

const workOf = ({ sets }: PlannedExercise) => sets.filter(({ type }) => type !== 'warmup')

/** The target of the working sets, if they have one. */
export function targetText(exercise: PlannedExercise): TargetText | undefined {
  const work = workOf(exercise)
  const aims = work.map(aimText)
  const [first] = aims
  const last = aims.at(-1)
  if (first === undefined) return undefined
  // Usually only the last set is open-ended: `5 × 3+`.
  const isUsual = areSame(aims.slice(0, -1)) && (last === first || last === `${first}+`)
  return {
    sets: isUsual ? `${work.length}${timesSign}${last}` : aims.map((aim) => aim ?? '–').join(', '),
    load: rangeText(work.map(weightIn)),
  }
}

/** The plan of an exercise for a list: `90 kg × 5`, `80–100 kg × 5+`. */
export function planText(exercise: PlannedExercise): string {
  const target = targetText(exercise)
  return target ? [target.load, target.sets.split(timesSign).at(-1)].filter(Boolean).join(timesSign) : ''
}

/** The whole plan of an exercise: `5 × 3+ at 135 kg`, `3 × 10`, or `80 kg × 5, 90 kg × 3, 100 kg × 1+`. */
export function setsPlanText(exercise: PlannedExercise): string {
  const work = workOf(exercise)
  const target = targetText(exercise)
  if (!target) return countText(work.length, 'set')
  if (areSame(work.map(weightIn))) return [target.sets, target.load].filter(Boolean).join(' at ')
  return work
    .map((set) => [loadText(weightIn(set)), aimText(set) ?? '–'].filter(Boolean).join(timesSign))
    .join(', ')
}
