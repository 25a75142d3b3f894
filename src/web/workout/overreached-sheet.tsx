import type { LocalWorkout } from '#client/index.ts'
import type { Muscle } from '#training/types.ts'
import { dayOf } from '../figures/performed.ts'
import { volumesUpTo } from '../figures/volumes.ts'
import { Sheet } from '../parts/sheet.tsx'
import { edit } from '../state/edits.ts'
import { muscleName } from '../state/exercise-words.ts'
import { capitalized, numberText } from '../words.ts'

/** The overreached muscles of a workout in words: `chest, lats`. Empty if there are none. */
export const overreachedText = ({ overreached = [] }: LocalWorkout): string =>
  overreached.map(muscleName).join(', ')

/** Marks muscles that the week up to a workout was too much for. */
export function OverreachedSheet({ workout, onClose }: { workout: LocalWorkout; onClose: () => void }) {
  const { id, overreached = [] } = workout
  const trainedMuscles = volumesUpTo(dayOf(workout))
    .filter(({ directSets, muscle }) => directSets > 0 || overreached.includes(muscle))
    .toSorted((a, b) => b.directSets - a.directSets)
  const toggle = (muscle: Muscle) =>
    void edit(id, ({ overreached: marked = [], ...current }) => {
      const others = marked.filter((other) => other !== muscle)
      const next = others.length < marked.length ? others : [...marked, muscle]
      return { ...current, ...(next.length > 0 && { overreached: next }) }
    })
  return (
    <Sheet
      title="Too much"
      text="Muscles that stayed sore or got weaker. Replog learns your MRV from this: the most sets you can recover from."
      onClose={onClose}
    >
      <fieldset class="choices">
        <legend class="label">Sets in the seven days up to this workout</legend>
        {trainedMuscles.map(({ muscle, directSets }) => (
          <button
            type="button"
            class="chip"
            key={muscle}
            aria-pressed={overreached.includes(muscle)}
            onClick={() => toggle(muscle)}
          >
            {capitalized(muscleName(muscle))} · {numberText(directSets)}
          </button>
        ))}
      </fieldset>
    </Sheet>
  )
}
