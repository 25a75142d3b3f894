import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { listText } from '#lib/list-text.ts'
import type { ProgramContent } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { nameOf } from '../state/catalogue.ts'
import { muscleName } from '../state/exercise-words.ts'
import { capitalized, numberText } from '../words.ts'
import { DayPreview } from './day-preview.tsx'
import { previewWeeks } from './preview-weeks.ts'
import { dayName } from './runs.ts'

/** Previews a program, week by week. */
export function PreviewSheet({
  program,
  bases,
  onClose,
}: {
  program: ProgramContent
  /** In grams, by the key of the lift. */
  bases: ReadonlyMap<string, number>
  onClose: () => void
}) {
  const weekIndex = useSignal(0)
  // Expensive for programs with many weeks.
  const weeks = useMemo(() => previewWeeks(program, bases), [program, [...bases].join()])
  const week = weeks[Math.min(weekIndex.value, weeks.length - 1)]
  const liftsWithoutBase = (program.lifts ?? []).filter(({ key }) => !bases.has(key))
  return (
    <Sheet title="Preview" text={program.name || 'Unnamed'} onClose={onClose}>
      {weeks.length > 1 && (
        <fieldset class="choices">
          <legend class="label">Week</legend>
          {weeks.map(({ key }, index) => (
            <button
              type="button"
              class="chip line"
              key={key}
              aria-pressed={index === weekIndex.value}
              onClick={() => (weekIndex.value = index)}
            >
              {index + 1}
            </button>
          ))}
        </fieldset>
      )}
      {liftsWithoutBase.length > 0 && (
        <p class="small soft">
          Weights for {listText(liftsWithoutBase.map(({ exerciseId }) => nameOf(exerciseId)))} appear once you
          log the lift or set a starting weight.
        </p>
      )}
      {week?.days.map(({ day, ...shown }, index) => (
        <DayPreview key={`${day}${index}`} name={dayName(program, day)} {...shown} />
      ))}
      {week && week.muscles.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron-down" size="s" />
            Sets per muscle this week
          </summary>
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
                  <th scope="row">{capitalized(muscleName(muscle))}</th>
                  <td>{numberText(directSets)}</td>
                  <td>{numberText(fractionalSets)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <button type="button" class="btn full" onClick={onClose}>
        Close
      </button>
    </Sheet>
  )
}
