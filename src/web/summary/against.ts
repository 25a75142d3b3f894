import type { Session } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { signed } from '../words.ts'
import { weightOf } from '../workout/figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'

/** An exercise compared with last time, in a word or two. */
export interface Against {
  readonly text: string
  readonly isUp: boolean
}

const heaviest = (sets: readonly LoggedSet[]) =>
  sets.reduce((most, set) => Math.max(most, weightOf(set) ?? 0), 0)

const repsAt = (sets: readonly LoggedSet[], weight: number) =>
  sets.reduce((sum, set) => sum + ((weightOf(set) ?? 0) === weight ? (set.reps ?? 0) : 0), 0)

/** Compares by weight first, then by reps at that weight. */
export function against({ sets }: LoggedExercise, last: Session | undefined): Against {
  const done = sets.filter((set) => isDone(set) && isWork(set))
  if (!last) return { text: 'first time', isUp: false }
  if (done.length === 0) return { text: 'not done', isUp: false }
  const [now, before] = [heaviest(done), heaviest(last.sets)]
  if (now !== before) {
    const difference = Math.round((now - before) * 100) / 100
    return { text: `${signed(difference)} ${settings.value.unit}`, isUp: difference > 0 }
  }
  const reps = repsAt(done, now) - repsAt(last.sets, now)
  if (reps === 0) return { text: 'same', isUp: false }
  return { text: `${signed(reps)} ${Math.abs(reps) === 1 ? 'rep' : 'reps'}`, isUp: reps > 0 }
}
