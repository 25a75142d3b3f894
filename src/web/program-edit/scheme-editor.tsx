import type { Schemas } from '#generated/types.ts'
import { schemeNames } from '../coach/scheme-names.ts'
import { Choices } from '../parts/choices.tsx'
import { settings } from '../state/settings.ts'
import { NumberRow } from './number-row.tsx'
import { schemeTexts } from './text.ts'

type Scheme = Schemas['ProgressionScheme']
type SchemeId = Scheme['scheme']
type Change = (scheme: Scheme) => void

// `Object.entries` forgets the names of the keys.
const offeredSchemes = Object.entries(schemeNames) as [SchemeId, string][]

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
export function SchemeEditor({ scheme, onChange }: { scheme: Scheme; onChange: Change }) {
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
      <p class="small soft">{schemeTexts[scheme.scheme]}</p>
      {scheme.scheme === 'apre' ? (
        <Choices
          look="outlined"
          label="Rep maximum"
          value={scheme.repMax ?? 6}
          choices={repMaxes}
          onChoose={(repMax) => onChange({ ...scheme, repMax })}
        />
      ) : (
        <div class="card flush rows">
          <Fields scheme={scheme} onChange={onChange} />
          {scheme.scheme !== 'rpe' && <Step scheme={scheme} onChange={onChange} />}
        </div>
      )}
    </>
  )
}

const repMaxes = [
  [3, '3 reps'],
  [6, '6 reps'],
  [10, '10 reps'],
] as const

function Fields({ scheme, onChange }: { scheme: Scheme; onChange: Change }) {
  switch (scheme.scheme) {
    case 'double': {
      const { minReps = 8, maxReps = 12 } = scheme
      return (
        <>
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps
            name="Reps from"
            value={minReps}
            onChange={(min) => onChange({ ...scheme, minReps: min, maxReps: Math.max(min, maxReps) })}
          />
          <Reps
            name="Reps to"
            value={maxReps}
            onChange={(max) => onChange({ ...scheme, maxReps: max, minReps: Math.min(max, minReps) })}
          />
        </>
      )
    }
    case 'memory': {
      const { range } = scheme
      const changeRange = (min: number, max: number) => onChange({ ...scheme, range: { min, max } })
      const clear = () => {
        const { range: _, ...others } = scheme
        onChange(others)
      }
      return (
        <>
          <Reps
            name="Reps from"
            value={range?.min}
            first={8}
            onChange={(min) => changeRange(min, Math.max(min, range?.max ?? min + 4))}
            onClear={clear}
          />
          <Reps
            name="Reps to"
            value={range?.max}
            first={12}
            onChange={(max) => changeRange(Math.min(max, range?.min ?? Math.max(1, max - 4)), max)}
            onClear={clear}
          />
        </>
      )
    }
    case 'linear':
      return (
        <>
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
        </>
      )
    case 'two_for_two':
      return (
        <>
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps name="Goal" value={scheme.reps ?? 10} onChange={(reps) => onChange({ ...scheme, reps })} />
        </>
      )
    case 'rpe':
      return (
        <>
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
        </>
      )
    case 'sum':
      return (
        <>
          <Sets value={scheme.sets} onChange={(sets) => onChange({ ...scheme, sets })} />
          <Reps
            name="Total reps"
            value={scheme.totalReps ?? 30}
            max={500}
            onChange={(totalReps) => onChange({ ...scheme, totalReps })}
          />
        </>
      )
    case 'five_three_one':
      return (
        <Weight
          name="Training max"
          weight={scheme.trainingMax}
          first={60}
          step={2.5}
          max={2000}
          onChange={(trainingMax) => onChange({ ...scheme, trainingMax })}
          onClear={() => {
            const { trainingMax: _, ...others } = scheme
            onChange(others)
          }}
        />
      )
    case 'gzclp':
      return (
        <NumberRow
          name="Tier"
          value={scheme.tier ?? 1}
          min={1}
          max={3}
          onChange={(tier) => onChange({ ...scheme, tier: tiers[Math.round(tier) - 1] ?? 1 })}
        />
      )
    case 'apre':
      return null
  }
}

const tiers = [1, 2, 3] as const

/** The weight added after a success. Without one, it follows from the exercise and the available weights. */
const Step = ({
  scheme,
  onChange,
}: {
  scheme: Exclude<Scheme, { scheme: 'rpe' | 'apre' }>
  onChange: Change
}) => (
  <Weight
    name="Step"
    weight={scheme.increment}
    first={2.5}
    step={0.5}
    max={100}
    onChange={(increment) => onChange({ ...scheme, increment })}
    onClear={() => {
      const { increment: _, ...others } = scheme
      onChange(others)
    }}
  />
)

/** A weight in its own unit, or else in the user's; `first` and `step` are in kilograms, and doubled in pounds. */
function Weight({
  weight,
  first,
  step,
  onChange,
  ...row
}: {
  name: string
  weight: Schemas['Weight'] | undefined
  first: number
  step: number
  max: number
  onChange: (weight: Schemas['Weight']) => void
  onClear: () => void
}) {
  const { unit } = weight ?? settings.value
  const scale = unit === 'lb' ? 2 : 1
  return (
    <NumberRow
      {...row}
      value={weight?.value}
      unit={unit}
      first={first * scale}
      step={step * scale}
      min={0.01}
      onChange={(value) => onChange({ value, unit })}
    />
  )
}

const Sets = ({ value, onChange }: { value: number | undefined; onChange: (value: number) => void }) => (
  <NumberRow
    name="Sets"
    value={value}
    first={3}
    min={1}
    max={20}
    onChange={(next) => onChange(Math.round(next))}
  />
)

const Reps = ({
  onChange,
  ...row
}: {
  name: string
  value: number | undefined
  first?: number
  max?: number
  onChange: (value: number) => void
  onClear?: () => void
}) => <NumberRow min={1} max={100} {...row} onChange={(next) => onChange(Math.round(next))} />
