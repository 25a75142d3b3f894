import type { PersonalRecord } from '#training/records/kinds.ts'
import type { ExerciseRecords } from '#training/records/records.ts'
import { Section } from '../parts/section.tsx'
import { settings } from '../state/settings.ts'
import { clockText, dayText, numberText, tenthsText, timesSign, wholeText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'

/** The kinds that are shown, in this order. */
const shownKinds = [
  'best_one_rep_max',
  'heaviest_weight',
  'most_reps_at_weight',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
] as const

const names = {
  best_one_rep_max: 'Estimated 1RM',
  heaviest_weight: 'Heaviest',
  most_workout_volume: 'Best volume',
  longest_duration: 'Longest',
  longest_distance: 'Farthest',
} as const

function nameOf(record: PersonalRecord): string {
  if (record.kind === 'most_reps_at_weight') {
    const grams = record.atWeightGrams ?? 0
    return grams === 0 ? 'Most reps' : `Most reps at ${numberText(gramsInUnit(grams))} ${settings.value.unit}`
  }
  return record.kind === 'heaviest_for_reps' || record.kind === 'most_set_volume' ? '' : names[record.kind]
}

function figureOf({ kind, value, reps }: PersonalRecord): string {
  const { unit } = settings.value
  switch (kind) {
    case 'most_reps_at_weight':
      return String(value)
    case 'longest_duration':
      return clockText(value)
    case 'longest_distance':
      return `${numberText(value / 1_000_000)} km`
    case 'most_workout_volume':
      return `${wholeText(gramsInUnit(value))} ${unit}`
    case 'heaviest_weight':
      return `${numberText(gramsInUnit(value))} ${unit}${reps ? `${timesSign}${reps}` : ''}`
    default:
      return `${tenthsText(gramsInUnit(value))} ${unit}`
  }
}

/** The records of an exercise. */
export function RecordRows({ records: { current } }: { records: ExerciseRecords }) {
  const rows = shownKinds.flatMap((kind) => {
    const recordsOfKind = current.filter((record) => record.kind === kind)
    // A kind may have a record per weight or rep count: show the latest.
    return recordsOfKind.toSorted((a, b) => b.performedAt - a.performedAt)[0] ?? []
  })
  if (rows.length === 0) return null
  return (
    <Section title="Records">
      <div class="card flush rows">
        {rows.map((record) => (
          <div key={record.kind}>
            <span class="main">
              <b>{nameOf(record)}</b>
              <small>{dayText(record.performedAt)}</small>
            </span>
            <span class="val num rec">{figureOf(record)}</span>
          </div>
        ))}
      </div>
    </Section>
  )
}
