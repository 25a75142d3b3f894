import { useSignal } from '@preact/signals'
import type { ReadySlot } from '#training/programs/index.ts'
import { weightUnits } from '#training/units.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { startOf } from '../programs/starting-bases.ts'
import { muscleName, nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { count, duration, plain, times } from '../words.ts'
import { fromGramsIn } from '../workout/figures.ts'
import type { Draft } from './draft.ts'
import { previewWeeks } from './preview-weeks.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What the program asks for, week by week, before it is saved. */
export function PreviewSheet({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const shown = useSignal(0)
  const { canonical } = weightUnits[settings.value.unit]
  const starting = new Map(
    (draft.lifts ?? []).flatMap((lift) => {
      const { value } = startOf(lift)
      return value === undefined ? [] : [[lift.key, value * canonical] as const]
    }),
  )
  const weeks = previewWeeks(draft, starting)
  const week = weeks[Math.min(shown.value, weeks.length - 1)]
  const lacking = (draft.lifts ?? []).filter(({ key }) => !starting.has(key))
  return (
    <Sheet label="Preview" onClose={onClose}>
      <SheetHead title="Preview" text={draft.name || 'Without a name yet'} onClose={onClose} />
      {weeks.length > 1 && (
        <fieldset class="choices">
          <legend class="label">Week</legend>
          {weeks.map(({ key }, index) => (
            <button
              type="button"
              class="chip line"
              key={key}
              aria-pressed={index === shown.value}
              onClick={() => (shown.value = index)}
            >
              {index + 1}
            </button>
          ))}
        </fieldset>
      )}
      {lacking.length > 0 && (
        <p class="small soft">
          Weights of {lacking.map(({ exerciseId }) => nameOf(exerciseId)).join(', ')} show once you have
          logged the lift, or when you say where to begin.
        </p>
      )}
      {week?.days.map(({ day, slots, seconds }, index) => (
        <section class="card" key={`${day}${index}`}>
          <div class="flex between">
            <h3>{draft.days.find(({ key }) => key === day)?.name ?? day}</h3>
            <span class="badge">about {duration(seconds)}</span>
          </div>
          <div class="plan">
            {slots.map(({ slot, exerciseId, sets }) => (
              <>
                <span class="k">{sets.length}</span>
                <span>{nameOf(exerciseId)}</span>
                <span class="v num" key={slot.key}>
                  {setsText(sets)}
                </span>
              </>
            ))}
          </div>
        </section>
      ))}
      {week && week.muscles.length > 0 && (
        <details>
          <summary>Sets a muscle in this week</summary>
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">Muscle</th>
                <th scope="col">Direct</th>
                <th scope="col">With indirect</th>
              </tr>
            </thead>
            <tbody>
              {week.muscles.map(({ muscle, directSets, fractionalSets }) => (
                <tr key={muscle}>
                  <th scope="row">{capital(muscleName(muscle))}</th>
                  <td>{plain(directSets)}</td>
                  <td>{plain(fractionalSets)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {week?.days.length === 0 && <p class="soft">{count(0, 'day')} in this week.</p>}
      <button type="button" class="btn full" onClick={onClose}>
        Close
      </button>
    </Sheet>
  )
}

/** `60 × 5, 70 × 3+`, or `5–8` where the weight isn't known. */
function setsText(sets: ReadySlot['sets']): string {
  const texts = sets.map(({ weightGrams, reps, openEnded, durationSeconds }) => {
    const aim = reps
      ? `${reps.min === reps.max ? reps.min : `${reps.min}–${reps.max}`}${openEnded ? '+' : ''}`
      : ''
    const work = aim || (durationSeconds === undefined ? '' : duration(durationSeconds))
    return weightGrams === undefined ? work : `${plain(fromGramsIn(weightGrams))}${times}${work}`
  })
  const [first] = texts
  return texts.every((text) => text === first) ? (first ?? '') : texts.join(', ')
}
