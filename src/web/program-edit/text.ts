import type { Schemas } from '#generated/types.ts'
import { clock, plain, times } from '../words.ts'
import type { Draft, Lift, PlannedSet, Slot } from './draft.ts'

const repsText = ({ reps, openEnded, durationSeconds, distance }: PlannedSet): string => {
  if (durationSeconds !== undefined) return clock(durationSeconds)
  if (distance) return `${plain(distance.value)} ${distance.unit}`
  if (!reps) return openEnded ? 'as many as possible' : 'any reps'
  return `${reps.min === reps.max ? reps.min : `${reps.min}–${reps.max}`}${openEnded ? '+' : ''}`
}

function loadText({ load, rpe, rir }: PlannedSet): string {
  if (load?.of === 'base' || load?.of === 'set' || load?.of === 'slot') return `${plain(load.percent)} %`
  if (load?.of === 'weight') return `${plain(load.weight.value)} ${load.weight.unit}`
  if (rpe !== undefined) return `RPE ${plain(rpe)}`
  return rir === undefined ? '' : `${rir} in reserve`
}

/** `3 × 5 · 85 %`. */
export function plannedText(set: PlannedSet): string {
  const work = `${set.count ?? 1}${times}${repsText(set)}`
  return [set.type === 'warmup' ? `warm-up ${work}` : work, loadText(set)].filter(Boolean).join(' · ')
}

/** What schemes are called, and what they do. */
export const schemes = {
  double: { name: 'Double', text: 'Reps rise to the top of the range, then the weight rises.' },
  linear: { name: 'Linear', text: 'The weight rises after each success, and falls after some failures.' },
  memory: { name: 'Coach', text: 'What the lift has shown gives the next weight and reps.' },
  rpe: { name: 'RPE', text: 'The weight follows from your one-rep max, by how hard the sets are to be.' },
  sum: { name: 'Total reps', text: 'The weight rises once all sets together reach a number of reps.' },
  two_for_two: { name: '2 for 2', text: 'The weight rises after two workouts with two reps over the goal.' },
  five_three_one: { name: '5/3/1', text: 'Three weeks of 5, 3 and 1, from a training max.' },
  gzclp: { name: 'GZCLP', text: 'Weight until you fail, then fewer reps with it.' },
  apre: { name: 'APRE', text: 'What the third set shows sets the fourth, and the next workout.' },
} as const satisfies Record<Schemas['ProgressionScheme']['scheme'], { name: string; text: string }>

/** What a slot asks for, in a line. */
export function slotText({ waves = [] }: Pick<Draft, 'waves'>, slot: Slot): string {
  if (slot.progression) return schemeText(slot.progression)
  if (slot.sets) return slot.sets.map(plannedText).join(', ')
  const [first] = waves.find((wave) => wave.key === slot.wave)?.weeks ?? []
  return first ? `by week: ${first.sets.map(plannedText).join(', ')}` : 'no sets yet'
}

function schemeText(scheme: Schemas['ProgressionScheme']): string {
  const { name } = schemes[scheme.scheme]
  switch (scheme.scheme) {
    case 'double':
      return `${scheme.sets ?? 3}${times}${scheme.minReps ?? 8}–${scheme.maxReps ?? 12} · ${name.toLowerCase()}`
    case 'linear':
    case 'two_for_two':
      return `${scheme.sets ?? 3}${times}${scheme.reps ?? (scheme.scheme === 'linear' ? 5 : 10)} · ${name.toLowerCase()}`
    case 'rpe':
      return `${scheme.sets ?? 3}${times}${scheme.reps ?? 5} · RPE ${plain(scheme.rpe ?? 8)}`
    case 'sum':
      return `${scheme.sets ?? 3} sets, ${scheme.totalReps ?? 30} reps in all`
    default:
      return name
  }
}

/** How a base changes, in a line. */
export function liftText({ base, rules = [] }: Lift): string {
  const kind = base === 'training_max' ? 'Training max' : 'Working weight'
  const [rule] = rules
  if (!rule) return `${kind}, stays as it is`
  if (rules.length > 1 || rule.steps || rule.bonus) return `${kind}, by ${rules.length} rules`
  const made = rule.made && changeText(rule.made)
  const missed = rule.missed && `${changeText(rule.missed)} after ${rule.afterMissed ?? 1} missed`
  return [kind, made, missed].filter(Boolean).join(' · ')
}

function changeText(change: Schemas['BaseChange']): string {
  const sign = (value: number) => `${value < 0 ? '−' : '+'}${plain(Math.abs(value))}`
  if (change.kind === 'add') return `${sign(change.value)} ${change.unit}`
  return change.kind === 'percent' ? `${sign(change.percent)} %` : `${plain(change.percent)} % of a test`
}
