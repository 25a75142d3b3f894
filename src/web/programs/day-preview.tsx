import type { ReadySlot } from '#training/programs/index.ts'
import { nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { clockText, durationText, numberText, timesSign } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'

/** Previews a day of a program: its exercises, sets, and duration. */
export function DayPreview({
  name,
  slots,
  seconds,
}: {
  name: string
  slots: readonly ReadySlot[]
  seconds: number
}) {
  return (
    <section class="card">
      <div class="flex between">
        <h3>{name}</h3>
        <span class="badge">about {durationText(seconds)}</span>
      </div>
      <ul class="reasons">
        {slots.map(({ slot, exerciseId, sets }) => (
          <li key={slot.key}>
            {nameOf(exerciseId)}
            <small class="soft num">{setsText(sets)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

type ReadySet = ReadySlot['sets'][number]

function aimOf({ reps, durationSeconds }: ReadySet): string {
  if (reps) return reps.min === reps.max ? String(reps.min) : `${reps.min}–${reps.max}`
  return durationSeconds === undefined ? '–' : clockText(durationSeconds)
}

const loadOf = ({ weightGrams }: ReadySet): string =>
  weightGrams ? `${numberText(gramsInUnit(weightGrams))} ${settings.value.unit}` : ''

/** `5 × 3+ at 135 kg`, `3 × 10`, `10, 10, 6–10 at 110 kg`, or `80 kg × 5, 90 kg × 3, 100 kg × 1+`. */
function setsText(allSets: readonly ReadySet[]): string {
  const sets = allSets.filter(({ type }) => type !== 'warmup')
  const [first] = sets
  if (!first) return 'no sets'
  const load = loadOf(first)
  const aims = sets.map((set) => `${aimOf(set)}${set.openEnded ? '+' : ''}`)
  if (sets.some((set) => loadOf(set) !== load))
    return sets.map((set, index) => [loadOf(set), aims[index]].filter(Boolean).join(timesSign)).join(', ')
  const hasOneAim = sets.every((set) => aimOf(set) === aimOf(first))
  return `${hasOneAim ? `${sets.length}${timesSign}${aims.at(-1)}` : aims.join(', ')}${load && ` at ${load}`}`
}
