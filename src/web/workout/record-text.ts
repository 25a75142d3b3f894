import type { SetRecordKind } from '../figures/questions.ts'
import { settings } from '../state/settings.ts'
import { clockText, numberText, tenthsText } from '../words.ts'
import { gramsInUnit } from './figures.ts'

interface Kind {
  readonly name: string
  readonly text: (value: number) => string
}

const kinds = {
  best_one_rep_max: {
    name: 'e1RM',
    text: (value) => `${tenthsText(gramsInUnit(value))} ${settings.value.unit}`,
  },
  longest_distance: { name: 'Farthest', text: (value) => `${numberText(value / 1_000_000)} km` },
  longest_duration: { name: 'Longest', text: clockText },
  most_reps_at_weight: { name: 'Most reps', text: String },
} as const satisfies Record<SetRecordKind, Kind>

/** The parts of a record's description: `e1RM`, `105 kg`, `+1.6 kg`. */
export const recordText = ({ kind, value, gain }: { kind: SetRecordKind; value: number; gain: number }) => ({
  name: kinds[kind].name,
  value: kinds[kind].text(value),
  gain: `+${kinds[kind].text(gain)}`,
})
