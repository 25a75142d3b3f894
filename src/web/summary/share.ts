import type { LocalWorkout } from '#client/index.ts'
import { summaryOf } from '../parts/workout-row.tsx'
import { nameOf } from '../state/catalogue.ts'
import { dateText } from '../words.ts'
import { setsText } from '../workout/figures.ts'
import { isDone, isWork } from '../workout/model.ts'

/** A workout as plain text. */
function textOf(workout: LocalWorkout): string {
  const lines = workout.exercises.map(({ exerciseId, sets }) => {
    const doneSets = sets.filter((set) => isDone(set) && isWork(set))
    return `${nameOf(exerciseId)}: ${setsText(doneSets) || '–'}`
  })
  return [
    `${workout.name ?? 'Workout'}, ${dateText(workout.startedAt, 'long')}`,
    summaryOf(workout),
    '',
    ...lines,
  ].join('\n')
}

/** Shares a workout as text via the system's share sheet or the clipboard. Resolves to the message to show, if any. */
export async function shareText(workout: LocalWorkout): Promise<string> {
  const text = textOf(workout)
  try {
    if (navigator.share) {
      await navigator.share({ text })
      return ''
    }
    await navigator.clipboard.writeText(text)
    return 'Copied'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? '' : 'Sharing isn’t possible here'
  }
}
