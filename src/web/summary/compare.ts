import type { Session } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { signedText } from '../words.ts'
import { weightOf } from '../workout/figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'
import { differenceOf } from './difference.ts'

/** An exercise compared with last time, in a word or two. */
export interface Comparison {
  readonly text: string
  readonly isUp: boolean
}

const weighed = (sets: readonly LoggedSet[]) =>
  sets.map((set) => ({ weight: weightOf(set) ?? 0, reps: set.reps ?? 0 }))

/** Compares by weight first, then by reps at that weight. */
export function compareWithLast({ sets }: LoggedExercise, last: Session | undefined): Comparison {
  const doneSets = sets.filter((set) => isDone(set) && isWork(set))
  if (!last) return { text: 'first time', isUp: false }
  if (doneSets.length === 0) return { text: 'not done', isUp: false }
  const { of, by } = differenceOf(weighed(doneSets), weighed(last.sets))
  if (by === 0) return { text: 'same', isUp: false }
  const unit = of === 'weight' ? settings.value.unit : Math.abs(by) === 1 ? 'rep' : 'reps'
  return { text: `${signedText(by)} ${unit}`, isUp: by > 0 }
}
