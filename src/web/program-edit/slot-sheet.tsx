import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { nameOf } from '../state/catalogue.ts'
import { clock } from '../words.ts'
import { restChoices } from '../workout/rest-choices.ts'
import {
  addLift,
  change,
  changeDay,
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
  const swaps = useSignal(false)
  const put = (to: (slot: Slot) => Slot) => change(changeSlot(dayKey, slot.key, to))
  const exerciseId = exerciseOfSlot(draft, slot)
  const name = exerciseId === undefined ? slot.key : nameOf(exerciseId)
  const kind = slot.progression ? 'scheme' : slot.wave === undefined ? 'sets' : 'wave'
  if (swaps.value) {
    return (
      <ExerciseSearch
        title={`Replace ${name}`}
        onClose={() => (swaps.value = false)}
        onChoose={(id) => {
          // The base belongs to the lift, so another exercise doesn't have it.
          put(({ lift, ...one }) => ({ ...one, exerciseId: id }))
          swaps.value = false
        }}
      />
    )
  }
  const remove = () => {
    const day = draft.days.find((one) => one.key === dayKey)
    change(
      changeDay(dayKey, (one) => ({ ...one, slots: one.slots.filter((other) => other.key !== slot.key) })),
    )
    onClose()
    toast(`${name} removed`, () => day && change(changeDay(dayKey, () => day)))
  }
  return (
    <Sheet label={name} onClose={onClose}>
      <SheetHead title={name} onClose={onClose} />
      <fieldset class="seg">
        <legend class="sr">Kind of sets</legend>
        <button
          type="button"
          aria-pressed={kind === 'scheme'}
          onClick={() =>
            put(({ sets, wave, ...one }) => ({
              ...one,
              progression: one.progression ?? { scheme: 'double', sets: 3, minReps: 8, maxReps: 12 },
            }))
          }
        >
          Progression
        </button>
        <button
          type="button"
          aria-pressed={kind === 'sets'}
          onClick={() =>
            put(({ progression, wave, ...one }) => ({ ...one, sets: one.sets ?? [...usualSets] }))
          }
        >
          Fixed sets
        </button>
        {(slot.wave !== undefined || (draft.waves?.length ?? 0) > 0) && (
          <button
            type="button"
            aria-pressed={kind === 'wave'}
            onClick={() => {
              const wave = slot.wave ?? draft.waves?.[0]?.key
              if (wave !== undefined) put(({ progression, sets, ...one }) => ({ ...one, wave }))
            }}
          >
            By week
          </button>
        )}
      </fieldset>
      {slot.progression && (
        <SchemeEditor
          scheme={slot.progression}
          onChange={(progression) => put((one) => ({ ...one, progression }))}
        />
      )}
      {kind === 'sets' && (
        <SetsEditor
          sets={slot.sets ?? []}
          onChange={(sets) => put((one) => ({ ...one, sets }))}
          onNeedBase={() => change(addLift(dayKey, slot.key))}
        />
      )}
      {slot.wave !== undefined && (
        <WaveEditor draft={draft} wave={slot.wave} onNeedBase={() => change(addLift(dayKey, slot.key))} />
      )}
      <fieldset class="choices">
        <legend class="label">Rest</legend>
        {restChoices.map((seconds) => (
          <button
            type="button"
            class="chip line"
            key={seconds}
            aria-pressed={slot.restSeconds === seconds}
            onClick={() => put((one) => ({ ...one, restSeconds: seconds }))}
          >
            {seconds === 0 ? 'No rest' : clock(seconds)}
          </button>
        ))}
      </fieldset>
      <div class="flex">
        <button type="button" class="btn grow" onClick={() => (swaps.value = true)}>
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
  const users = draft.days.flatMap(({ slots }) => slots.filter((slot) => slot.wave === waveKey)).length
  const put = (sets: PlannedSet[]) =>
    change((now) => ({
      ...now,
      ...(now.waves && {
        waves: now.waves.map((one) =>
          one.key === waveKey
            ? {
                ...one,
                weeks: one.weeks.map((each) => (each.week === week.value ? { ...each, sets } : each)),
              }
            : one,
        ),
      }),
    }))
  return (
    <>
      <fieldset class="choices">
        <legend class="label">Week</legend>
        {wave.weeks.map(({ week: one }) => (
          <button
            type="button"
            class="chip line"
            key={one}
            aria-pressed={one === week.value}
            onClick={() => (week.value = one)}
          >
            {draft.weeks.findIndex(({ key }) => key === one) + 1}
          </button>
        ))}
      </fieldset>
      {users > 1 && <p class="small soft">{users} exercises of this program share these sets.</p>}
      <SetsEditor
        key={week.value}
        sets={wave.weeks.find((one) => one.week === week.value)?.sets ?? []}
        onChange={put}
        onNeedBase={onNeedBase}
      />
    </>
  )
}
