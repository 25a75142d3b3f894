import type { Session } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { signedText } from '../words.ts'
import { weightOf } from '../workout/figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'

/** An exercise compared with last time, in a word or two. */
export interface Comparison {
  readonly text: string
  readonly isUp: boolean
}

const heaviest = (sets: readonly LoggedSet[]) =>
  sets.reduce((highest, set) => Math.max(highest, weightOf(set) ?? 0), 0)

const repsAt = (sets: readonly LoggedSet[], weight: number) =>
  sets.reduce((sum, set) => sum + ((weightOf(set) ?? 0) === weight ? (set.reps ?? 0) : 0), 0)

/** Compares by weight first, then by reps at that weight. */
export function compareWithLast({ sets }: LoggedExercise, last: Session | undefined): Comparison {
  const doneSets = sets.filter((set) => isDone(set) && isWork(set))
  if (!last) return { text: 'first time', isUp: false }
  if (doneSets.length === 0) return { text: 'not done', isUp: false }
  const [weight, lastWeight] = [heaviest(doneSets), heaviest(last.sets)]
  if (weight !== lastWeight) {
    const difference = Math.round((weight - lastWeight) * 100) / 100
    return { text: `${signedText(difference)} ${settings.value.unit}`, isUp: difference > 0 }
  }
  const reps = repsAt(doneSets, weight) - repsAt(last.sets, weight)
  if (reps === 0) return { text: 'same', isUp: false }
  return { text: `${signedText(reps)} ${Math.abs(reps) === 1 ? 'rep' : 'reps'}`, isUp: reps > 0 }
}
