import { settings } from '../state/settings.ts'
import { clockText, countText, numberText, timesSign } from '../words.ts'
import { inUnit } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** The target of an exercise: `3 × 3–5` at `90 kg`, or `3 × 5+` at `80–100 kg`. */
export interface TargetText {
  readonly sets: string
  /** What each set is for; empty if that can't be said briefly. */
  readonly reps: string
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
export function weightIn({ target, weight }: Planned): number {
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
  const common = isUsual ? last : rangeOf(work)
  const listed = work.length > maxListed ? '' : aims.map((aim) => aim ?? '–').join(', ')
  const count = work.length
  return {
    sets: common ? `${count}${timesSign}${common}` : listed || countText(count, 'set'),
    reps: common ?? listed,
    load: rangeText(work.map(weightIn)),
  }
}

/** More sets with different aims than this are only counted. */
const maxListed = 4

/** `8–10` for sets of 8–10, 9–10 and 10 reps: the range of sets that go up to the same number of reps. */
function rangeOf(work: readonly Planned[]): string | undefined {
  const ranges = work.map(({ target }) => (target?.openEnded ? undefined : target?.reps))
  const max = ranges[0]?.max
  if (max === undefined || !areSame(ranges.map((range) => range?.max))) return undefined
  return `${Math.min(...ranges.map((range) => range?.min ?? max))}–${max}`
}

/** The plan of an exercise for a list that counts its sets: `90 kg × 5`, `80–100 kg × 5+`, `60–90 kg`. */
export function planText(exercise: PlannedExercise): string {
  const { load, reps } = targetText(exercise) ?? {}
  return [load, reps].filter(Boolean).join(timesSign)
}

/** A space within a set, at which lines don't break. */
const noBreak = '\u00a0'

/** The whole plan of an exercise: `5 × 3+ at 135 kg`, `3 × 10`, or `80 kg × 5, 90 × 3, 100 × 1+`. */
export function setsPlanText(exercise: PlannedExercise): string {
  const work = workOf(exercise)
  const target = targetText(exercise)
  if (!target) return countText(work.length, 'set')
  const aims = work.map((set) => aimText(set) ?? '–')
  const weights = work.map(weightIn)
  if (areSame(weights))
    return [target.reps ? target.sets : aims.join(', '), target.load].filter(Boolean).join(' at ')
  return aims
    .map((aim, index) => {
      const weight = weights[index] ?? 0
      const load = index === 0 || weight === 0 ? loadText(weight) : numberText(weight)
      return [load, aim].filter(Boolean).join(timesSign).replace(/\s/g, noBreak)
    })
    .join(', ')
}
