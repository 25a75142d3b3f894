import { useSignal } from '@preact/signals'
import { lineOf } from '#lib/visible.ts'
import { PageHead } from '../parts/page-head.tsx'
import { TextField } from '../parts/text-field.tsx'
import { toast } from '../parts/toast.tsx'
import { go, route } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { createId } from '../state/id.ts'
import { log } from '../state/log.ts'
import { countText, saveErrorText } from '../words.ts'
import { isWork } from '../workout/model.ts'

/** Saves a workout as a routine: a program with a single day, whose weights come from the memory of each lift. */
export function Routine() {
  const workout = log().workouts.get(route.value.id ?? '')
  const name = useSignal(workout?.name ?? '')
  const error = useSignal('')
  if (!workout) {
    return (
      <main class="page">
        <h1 tabIndex={-1}>Workout not found</h1>
      </main>
    )
  }
  const save = async (event: Event) => {
    event.preventDefault()
    const text = lineOf(name.value)
    if (text === '') {
      error.value = 'Enter a name first.'
      return
    }
    try {
      await log().programs.put({
        id: createId(),
        name: text,
        days: [
          {
            key: 'day',
            name: text,
            slots: workout.exercises.map(({ exerciseId, supersetGroup, sets }, index) => {
              const work = sets.filter(isWork)
              const [first] = work
              const reps =
                first?.target?.reps ??
                (first?.reps ? { min: first.reps, max: first.reps } : { min: 8, max: 12 })
              return {
                key: `slot-${index + 1}`,
                exerciseId,
                ...(supersetGroup !== undefined && { supersetGroup }),
                ...(first?.restSeconds !== undefined && { restSeconds: first.restSeconds }),
                sets: Array.from({ length: Math.max(1, work.length) }, () => ({
                  type: 'normal' as const,
                  reps,
                })),
              }
            }),
          },
        ],
        weeks: [{ key: 'week', days: ['day'] }],
      })
      toast('Routine saved')
      go('programs', { replace: true })
    } catch (thrown) {
      error.value = saveErrorText(thrown)
    }
  }
  return (
    <main class="page">
      <PageHead title="Save as a routine" up="today" />
      <form class="card form" onSubmit={(event) => void save(event)}>
        <TextField label="Name" text={name} error={error} maxLength={100} />
        <div class="plan">
          {workout.exercises.map(({ id, exerciseId, sets }) => (
            <>
              <span class="k" key={id}>
                {sets.filter(isWork).length}
              </span>
              <span>{nameOf(exerciseId)}</span>
              <span class="v" />
            </>
          ))}
        </div>
        <p class="small soft">
          {countText(workout.exercises.length, 'exercise')}. Weights follow your progress.
        </p>
        <button type="submit" class="btn go full">
          Save routine
        </button>
      </form>
    </main>
  )
}
