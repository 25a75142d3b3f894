import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { NumberRow } from './number-row.tsx'
import { schemes } from './text.ts'

type Scheme = Schemas['ProgressionScheme']
type SchemeId = Scheme['scheme']

const offeredSchemes = (
  ['double', 'linear', 'memory', 'rpe', 'sum', 'two_for_two', 'five_three_one', 'gzclp', 'apre'] as const
).map((scheme) => [scheme, schemes[scheme].name] as const)

/** The initial parameters of a scheme; the rest stay at their defaults. */
function initialScheme(scheme: SchemeId): Scheme {
  switch (scheme) {
    case 'double':
      return { scheme, sets: 3, minReps: 8, maxReps: 12 }
    case 'linear':
      return { scheme, sets: 3, reps: 5 }
    case 'rpe':
      return { scheme, sets: 3, reps: 5, rpe: 8 }
    case 'sum':
      return { scheme, sets: 3, totalReps: 30 }
    case 'two_for_two':
      return { scheme, sets: 3, reps: 10 }
    default:
      return { scheme }
  }
}

/** Edits how an exercise progresses. */
export function SchemeEditor({ scheme, onChange }: { scheme: Scheme; onChange: (scheme: Scheme) => void }) {
  return (
    <>
      <Choices
        look="outlined"
        label="How it progresses"
        value={scheme.scheme}
        choices={offeredSchemes}
        onChoose={(next) => {
          if (next !== scheme.scheme) onChange(initialScheme(next))
        }}
      />
      <p class="small soft">{schemes[scheme.scheme].text}</p>
      <Fields scheme={scheme} onChange={onChange} />
    </>
  )
}

function Fields({ scheme, onChange }: { scheme: Scheme; onChange: (scheme: Scheme) => void }) {
  switch (scheme.scheme) {
    case 'double':
      return (
        <div class="card flush rows">
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps
            name="Reps from"
            value={scheme.minReps ?? 8}
            onChange={(minReps) => onChange({ ...scheme, minReps })}
          />
          <Reps
            name="Reps to"
            value={scheme.maxReps ?? 12}
            onChange={(maxReps) => onChange({ ...scheme, maxReps })}
          />
        </div>
      )
    case 'linear':
      return (
        <div class="card flush rows">
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps name="Reps" value={scheme.reps ?? 5} onChange={(reps) => onChange({ ...scheme, reps })} />
          <NumberRow
            name="Lighter after"
            unit="failures"
            value={scheme.failures ?? 3}
            min={1}
            max={20}
            onChange={(failures) => onChange({ ...scheme, failures })}
          />
        </div>
      )
    case 'two_for_two':
      return (
        <div class="card flush rows">
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps name="Goal" value={scheme.reps ?? 10} onChange={(reps) => onChange({ ...scheme, reps })} />
        </div>
      )
    case 'rpe':
      return (
        <div class="card flush rows">
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps
            name="Reps"
            value={scheme.reps ?? 5}
            max={10}
            onChange={(reps) => onChange({ ...scheme, reps })}
          />
          <NumberRow
            name="RPE"
            value={scheme.rpe ?? 8}
            min={6}
            max={10}
            step={0.5}
            // In half steps, as the contract requires.
            onChange={(rpe) => onChange({ ...scheme, rpe: (Math.round(rpe * 2) / 2) as Schemas['Rpe'] })}
          />
        </div>
      )
    case 'sum':
      return (
        <div class="card flush rows">
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps
            name="Total reps"
            value={scheme.totalReps ?? 30}
            max={500}
            onChange={(totalReps) => onChange({ ...scheme, totalReps })}
          />
        </div>
      )
    default:
      return null
  }
}

const Sets = ({ value = 3, onChange }: { value?: number | undefined; onChange: (value: number) => void }) => (
  <NumberRow name="Sets" value={value} min={1} max={20} onChange={onChange} />
)

const Reps = ({
  name,
  value,
  max = 100,
  onChange,
}: {
  name: string
  value: number
  max?: number
  onChange: (value: number) => void
}) => (
  <NumberRow name={name} value={value} min={1} max={max} onChange={(next) => onChange(Math.round(next))} />
)
