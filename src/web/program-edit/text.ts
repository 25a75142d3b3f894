import type { Schemas } from '#generated/types.ts'
import { schemeNames } from '../coach/scheme-names.ts'
import { clockText, countText, numberText, timesSign } from '../words.ts'
import type { Draft, Lift, PlannedSet, Slot } from './draft.ts'

const repsText = ({ reps, openEnded, durationSeconds, distance }: PlannedSet): string => {
  if (durationSeconds !== undefined) return clockText(durationSeconds)
  if (distance) return `${numberText(distance.value)} ${distance.unit}`
  if (!reps) return openEnded ? 'as many as possible' : 'any reps'
  return `${reps.min === reps.max ? reps.min : `${reps.min}–${reps.max}`}${openEnded ? '+' : ''}`
}

function loadText({ load, rpe, rir }: PlannedSet): string {
  if (load?.of === 'base' || load?.of === 'set' || load?.of === 'slot') return `${numberText(load.percent)}%`
  if (load?.of === 'weight') return `${numberText(load.weight.value)} ${load.weight.unit}`
  if (rpe !== undefined) return `RPE ${numberText(rpe)}`
  return rir === undefined ? '' : `${rir} in reserve`
}

/** `3 × 5 · 85%`. */
export function plannedText(set: PlannedSet): string {
  const work = `${set.count ?? 1}${timesSign}${repsText(set)}`
  return [set.type === 'warmup' ? `warm-up ${work}` : work, loadText(set)].filter(Boolean).join(' · ')
}

/** What the schemes do. */
export const schemeTexts = {
  double: 'Add reps up to the top of the range, then add weight.',
  linear: 'Add weight after each success, and take some off after repeated failures.',
  memory: 'Weight and reps are based on your recent sessions.',
  rpe: 'The weight is based on your one-rep max and the target RPE.',
  sum: 'Add weight once all sets together reach the total reps.',
  two_for_two: 'Add weight after two workouts in a row with two reps over the goal.',
  five_three_one: 'Weeks of 5s, 3s and 5/3/1, at percentages of a training max.',
  gzclp: 'Add weight until you fail, then drop the reps.',
  apre: 'Your third set decides the weight of the fourth, and the fourth that of the next workout.',
} as const satisfies Record<Schemas['ProgressionScheme']['scheme'], string>

/** A line about a slot's sets. */
export function slotText({ waves = [] }: Pick<Draft, 'waves'>, slot: Slot): string {
  if (slot.progression) return schemeText(slot.progression)
  if (slot.sets) return slot.sets.map(plannedText).join(', ')
  const [first] = waves.find((wave) => wave.key === slot.wave)?.weeks ?? []
  return first ? `by week: ${first.sets.map(plannedText).join(', ')}` : 'no sets yet'
}

function schemeText(scheme: Schemas['ProgressionScheme']): string {
  const name = schemeNames[scheme.scheme]
  switch (scheme.scheme) {
    case 'double':
      return `${scheme.sets ?? 3}${timesSign}${scheme.minReps ?? 8}–${scheme.maxReps ?? 12} · ${name.toLowerCase()}`
    case 'linear':
    case 'two_for_two':
      return `${scheme.sets ?? 3}${timesSign}${scheme.reps ?? (scheme.scheme === 'linear' ? 5 : 10)} · ${name.toLowerCase()}`
    case 'rpe':
      return `${scheme.sets ?? 3}${timesSign}${scheme.reps ?? 5} · RPE ${numberText(scheme.rpe ?? 8)}`
    case 'sum':
      return `${countText(scheme.sets ?? 3, 'set')}, ${countText(scheme.totalReps ?? 30, 'rep')} in total`
    default:
      return name
  }
}

/** A line about how a base changes. */
export function liftText({ base, rules = [] }: Lift): string {
  const kind = base === 'training_max' ? 'Training max' : 'Working weight'
  const [rule] = rules
  if (!rule) return `${kind}, doesn’t change`
  if (rules.length > 1 || rule.steps || rule.bonus) return `${kind}, by ${countText(rules.length, 'rule')}`
  const made = rule.made && changeText(rule.made)
  const missed =
    rule.missed && `${changeText(rule.missed)} after ${countText(rule.afterMissed ?? 1, 'miss', 'misses')}`
  return [kind, made, missed].filter(Boolean).join(' · ')
}

function changeText(change: Schemas['BaseChange']): string {
  const sign = (value: number) => `${value < 0 ? '−' : '+'}${numberText(Math.abs(value))}`
  if (change.kind === 'add') return `${sign(change.value)} ${change.unit}`
  return change.kind === 'percent'
    ? `${sign(change.percent)}%`
    : `${numberText(change.percent)}% of a tested max`
}
