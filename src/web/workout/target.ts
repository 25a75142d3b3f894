import { settings } from '../state/settings.ts'
import { clockText, numberText, timesSign } from '../words.ts'
import { inUnit } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** The target of an exercise: `3 × 3–5` at `90 kg`. */
export interface TargetText {
  readonly sets: string
  readonly load: string | undefined
}

type Planned = Pick<LoggedSet, 'type' | 'target' | 'weight'>

function aimText({ target }: Planned): string | undefined {
  if (target?.reps) {
    const { min, max } = target.reps
    return min === max ? String(min) : `${min}–${max}`
  }
  return target?.durationSeconds === undefined ? undefined : clockText(target.durationSeconds)
}

const areSame = (texts: readonly (string | undefined)[]) => texts.every((text) => text === texts[0])

/** The target of the working sets, if they have one. */
export function targetText({ sets }: { readonly sets: readonly Planned[] }): TargetText | undefined {
  const work = sets.filter(({ type }) => type !== 'warmup')
  const aims = work.map(aimText)
  const [first] = aims
  if (first === undefined) return undefined
  const loads = work.map(({ target, weight }) => {
    const load = target?.weight ?? weight
    return load && `${numberText(inUnit(load))} ${settings.value.unit}`
  })
  // Usually only the last set is open-ended: `5 × 3+`.
  const openSigns = work.map(({ target }) => (target?.openEnded ? '+' : ''))
  const isUsual =
    areSame(aims) && openSigns.slice(0, -1).every((sign) => sign === '' || sign === openSigns.at(-1))
  return {
    sets: isUsual
      ? `${work.length}${timesSign}${first}${openSigns.at(-1)}`
      : aims.map((text, index) => `${text ?? '–'}${openSigns[index]}`).join(', '),
    load: areSame(loads) ? loads[0] : undefined,
  }
}

/** The plan of an exercise for a list: `90 kg × 5`. */
export function planText(exercise: { readonly sets: readonly Planned[] }): string {
  const target = targetText(exercise)
  return target ? [target.load, target.sets.split(timesSign).at(-1)].filter(Boolean).join(timesSign) : ''
}
