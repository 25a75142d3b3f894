import { useSignal } from '@preact/signals'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { nameOf } from '../state/catalogue.ts'
import { restChoices } from '../workout/rest-choices.ts'
import {
  addLift,
  changeDay,
  changeDraft,
  changeSlot,
  type Draft,
  exerciseOfSlot,
  type PlannedSet,
  type Slot,
  usualSets,
} from './draft.ts'
import { ExerciseSearch } from './exercise-search.tsx'
import { SchemeEditor } from './scheme-editor.tsx'
import { SetsEditor } from './sets-editor.tsx'

/** Edits an exercise of a day: its sets or progression, and its rest. */
export function SlotSheet({
  draft,
  dayKey,
  slot,
  onClose,
}: {
  draft: Draft
  dayKey: string
  slot: Slot
  onClose: () => void
}) {
  const isSwapping = useSignal(false)
  const changeThis = (edit: (slot: Slot) => Slot) => changeDraft(changeSlot(dayKey, slot.key, edit))
  const exerciseId = exerciseOfSlot(draft, slot)
  const name = exerciseId === undefined ? slot.key : nameOf(exerciseId)
  const kind = slot.progression ? 'scheme' : slot.wave === undefined ? 'sets' : 'wave'
  if (isSwapping.value) {
    return (
      <ExerciseSearch
        title={`Replace ${name}`}
        onClose={() => (isSwapping.value = false)}
        onChoose={(id) => {
          // The base belongs to the lift, so another exercise doesn't have it.
          changeThis(({ lift, ...others }) => ({ ...others, exerciseId: id }))
          isSwapping.value = false
        }}
      />
    )
  }
  const remove = () => {
    const day = draft.days.find((other) => other.key === dayKey)
    changeDraft(
      changeDay(dayKey, (current) => ({
        ...current,
        slots: current.slots.filter((other) => other.key !== slot.key),
      })),
    )
    onClose()
    toast(`${name} removed`, () => day && changeDraft(changeDay(dayKey, () => day)))
  }
  const wave = slot.wave ?? draft.waves?.[0]?.key
  const chooseKind = (chosen: typeof kind) =>
    changeThis(({ progression, sets, wave: _, ...others }) => {
      if (chosen === 'scheme')
        return {
          ...others,
          progression: progression ?? { scheme: 'double', sets: 3, minReps: 8, maxReps: 12 },
        }
      if (chosen === 'sets') return { ...others, sets: sets ?? [...usualSets] }
      return { ...others, ...(wave !== undefined && { wave }) }
    })
  return (
    <Sheet title={name} onClose={onClose}>
      <Choices
        look="segments"
        label="Kind of sets"
        choices={[
          ['scheme', 'Progression'],
          ['sets', 'Fixed sets'],
          ...(wave === undefined ? [] : [['wave', 'By week'] as const]),
        ]}
        value={kind}
        onChoose={chooseKind}
      />
      {slot.progression && (
        <SchemeEditor
          scheme={slot.progression}
          onChange={(progression) => changeThis((current) => ({ ...current, progression }))}
        />
      )}
      {kind === 'sets' && (
        <SetsEditor
          sets={slot.sets ?? []}
          onChange={(sets) => changeThis((current) => ({ ...current, sets }))}
          onNeedBase={() => changeDraft(addLift(dayKey, slot.key))}
        />
      )}
      {slot.wave !== undefined && (
        <WaveEditor
          draft={draft}
          wave={slot.wave}
          onNeedBase={() => changeDraft(addLift(dayKey, slot.key))}
        />
      )}
      <Choices
        look="outlined"
        label="Rest"
        choices={restChoices}
        value={slot.restSeconds}
        onChoose={(restSeconds) => changeThis((current) => ({ ...current, restSeconds }))}
      />
      <div class="flex">
        <button type="button" class="btn grow" onClick={() => (isSwapping.value = true)}>
          <Icon name="repeat" />
          Swap
        </button>
        <button type="button" class="btn danger grow" onClick={remove}>
          <Icon name="trash-2" />
          Remove
        </button>
      </div>
      <button type="button" class="btn go full" onClick={onClose}>
        Done
      </button>
    </Sheet>
  )
}

/** Edits sets that differ by week, for every exercise that shares them. */
function WaveEditor({
  draft,
  wave: waveKey,
  onNeedBase,
}: {
  draft: Draft
  wave: string
  onNeedBase: () => void
}) {
  const wave = draft.waves?.find(({ key }) => key === waveKey)
  const week = useSignal(wave?.weeks[0]?.week ?? '')
  if (!wave) return null
  const slotCount = draft.days.flatMap(({ slots }) => slots.filter((slot) => slot.wave === waveKey)).length
  const replaceSets = (sets: PlannedSet[]) =>
    changeDraft((program) => ({
      ...program,
      ...(program.waves && {
        waves: program.waves.map((other) =>
          other.key === waveKey
            ? {
                ...other,
                weeks: other.weeks.map((waveWeek) =>
                  waveWeek.week === week.value ? { ...waveWeek, sets } : waveWeek,
                ),
              }
            : other,
        ),
      }),
    }))
  return (
    <>
      <fieldset class="choices">
        <legend class="label">Week</legend>
        {wave.weeks.map(({ week: weekKey }) => (
          <button
            type="button"
            class="chip line"
            key={weekKey}
            aria-pressed={weekKey === week.value}
            onClick={() => (week.value = weekKey)}
          >
            {draft.weeks.findIndex(({ key }) => key === weekKey) + 1}
          </button>
        ))}
      </fieldset>
      {slotCount > 1 && <p class="small soft">{slotCount} exercises share these sets.</p>}
      <SetsEditor
        key={week.value}
        sets={wave.weeks.find((waveWeek) => waveWeek.week === week.value)?.sets ?? []}
        onChange={replaceSets}
        onNeedBase={onNeedBase}
      />
    </>
  )
}
