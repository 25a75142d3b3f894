import { useSignal } from '@preact/signals'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { settings } from '../state/settings.ts'
import { Switch } from '../you/switch.tsx'
import type { PlannedSet } from './draft.ts'
import { NumberRow } from './number-row.tsx'
import { plannedText } from './text.ts'

type LoadKind = 'own' | 'base' | 'weight' | 'rpe'

const loadKinds: readonly (readonly [LoadKind, string])[] = [
  ['own', 'Your choice'],
  ['base', '% of max'],
  ['weight', 'A weight'],
  ['rpe', 'By RPE'],
]

function kindOf({ load, rpe }: PlannedSet): LoadKind | undefined {
  if (load?.of === 'base' || load?.of === 'weight') return load.of
  // Relative to another set or slot: unchanged until another kind is chosen.
  if (load) return undefined
  return rpe === undefined ? 'own' : 'rpe'
}

function withKind({ load: _, rpe: __, rir: ___, ...set }: PlannedSet, kind: LoadKind): PlannedSet {
  const { unit } = settings.value
  if (kind === 'base') return { ...set, load: { of: 'base', percent: 75 } }
  if (kind === 'weight') return { ...set, load: { of: 'weight', weight: { value: 20, unit } } }
  return kind === 'rpe' ? { ...set, rpe: 8 } : set
}

/** Edits groups of equal sets: their number, reps and load. */
export function SetsEditor({
  sets,
  onChange,
  onNeedBase,
}: {
  sets: readonly PlannedSet[]
  onChange: (sets: PlannedSet[]) => void
  /** Called when percentages need a lift with a base. */
  onNeedBase: () => void
}) {
  const opened = useSignal(0)
  const replaceSet = (index: number, set: PlannedSet) => onChange(sets.with(index, set))
  return (
    <>
      {sets.map((set, index) =>
        index === opened.value ? (
          <OpenSet
            key={index}
            set={set}
            isOnly={sets.length === 1}
            onChange={(next) => {
              if (next.load?.of === 'base' && set.load?.of !== 'base') onNeedBase()
              replaceSet(index, next)
            }}
            onRemove={() => onChange(sets.toSpliced(index, 1))}
          />
        ) : (
          <div class="card flush rows" key={index}>
            <button type="button" onClick={() => (opened.value = index)}>
              <span class="main">
                <b class="num">{plannedText(set)}</b>
              </span>
              <Icon name="pencil" size="s" />
            </button>
          </div>
        ),
      )}
      <button
        type="button"
        class="btn full"
        onClick={() => {
          const { key, ...copied } = sets.at(-1) ?? {}
          opened.value = sets.length
          onChange([...sets, copied])
        }}
      >
        <Icon name="plus" size="s" />
        Add sets
      </button>
    </>
  )
}

function OpenSet({
  set,
  isOnly,
  onChange,
  onRemove,
}: {
  set: PlannedSet
  isOnly: boolean
  onChange: (set: PlannedSet) => void
  onRemove: () => void
}) {
  const { count = 1, reps, openEnded = false, durationSeconds, load, rpe } = set
  const kind = kindOf(set)
  return (
    <section class="card set-edit" aria-label={plannedText(set)}>
      <div class="rows">
        <NumberRow
          name="Sets"
          value={count}
          min={1}
          max={20}
          onChange={(next) => onChange({ ...set, count: next })}
        />
        {durationSeconds !== undefined && (
          <NumberRow
            name="Time"
            unit="s"
            value={durationSeconds}
            min={5}
            max={7200}
            step={15}
            onChange={(next) => onChange({ ...set, durationSeconds: Math.round(next) })}
          />
        )}
        {reps && (
          <>
            <NumberRow
              name={openEnded ? 'Minimum reps' : 'Reps from'}
              value={reps.min}
              min={1}
              max={100}
              onChange={(min) =>
                onChange({ ...set, reps: { min, max: openEnded ? min : Math.max(min, reps.max) } })
              }
            />
            {!openEnded && (
              <NumberRow
                name="Reps to"
                value={reps.max}
                min={1}
                max={100}
                onChange={(max) => onChange({ ...set, reps: { min: Math.min(max, reps.min), max } })}
              />
            )}
            <div>
              <span class="main">
                <b id="open-ended">As many reps as possible</b>
              </span>
              <Switch
                labelledBy="open-ended"
                isOn={openEnded}
                onChange={(isOn) => {
                  const { openEnded: _, ...others } = set
                  onChange(
                    isOn ? { ...others, openEnded: true, reps: { min: reps.min, max: reps.min } } : others,
                  )
                }}
              />
            </div>
          </>
        )}
        {load?.of === 'base' && (
          <NumberRow
            name="Percentage"
            unit="%"
            value={load.percent}
            min={1}
            max={150}
            step={2.5}
            onChange={(percent) => onChange({ ...set, load: { ...load, percent } })}
          />
        )}
        {load?.of === 'weight' && (
          <NumberRow
            name="Weight"
            unit={load.weight.unit}
            value={load.weight.value}
            min={0.25}
            max={1000}
            step={load.weight.unit === 'kg' ? 2.5 : 5}
            onChange={(value) =>
              onChange({ ...set, load: { of: 'weight', weight: { ...load.weight, value } } })
            }
          />
        )}
        {rpe !== undefined && (
          <NumberRow
            name="RPE"
            value={rpe}
            min={6}
            max={10}
            step={0.5}
            // In half steps, as the contract requires.
            onChange={(next) => onChange({ ...set, rpe: (Math.round(next * 2) / 2) as typeof rpe })}
          />
        )}
      </div>
      <Choices
        look="outlined"
        label="Load"
        value={kind}
        choices={loadKinds}
        onChoose={(next) => onChange(withKind(set, next))}
      />
      {!isOnly && (
        <button type="button" class="btn bare" onClick={onRemove}>
          <Icon name="trash-2" size="s" />
          Remove these sets
        </button>
      )}
    </section>
  )
}
