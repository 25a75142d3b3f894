import type { LocalWorkout } from '#client/index.ts'
import { sessionsOf } from '../state/history.ts'
import { oneRepMaxOf } from './figures.ts'
import { isDone, isWork, type LoggedSet } from './model.ts'
import { bestOneRepMax } from './totals.ts'

/** A best one-rep max that was beaten. */
export interface Beaten {
  readonly set: LoggedSet
  readonly exerciseId: string
  readonly oneRepMax: number
  /** By how much. */
  readonly gain: number
}

/** The best one-rep max of an exercise before a workout; known once for each state of the log. */
const before = new WeakMap<readonly unknown[], Map<string, number>>()

function bestBefore(exerciseId: string, workout: LocalWorkout): number {
  const sessions = sessionsOf(exerciseId)
  const known = before.get(sessions) ?? new Map<string, number>()
  before.set(sessions, known)
  const best =
    known.get(workout.id) ??
    bestOneRepMax(
      sessions
        .filter((one) => one.workout.id !== workout.id && one.workout.startedAt < workout.startedAt)
        .flatMap(({ sets }) => sets),
    )
  known.set(workout.id, best)
  return best
}

/** The sets of a workout that beat the best one-rep max before them. The first session sets none. */
export function recordsIn(workout: LocalWorkout): ReadonlyMap<string, Beaten> {
  const records = new Map<string, Beaten>()
  for (const { exerciseId, sets } of workout.exercises) {
    let best = bestBefore(exerciseId, workout)
    if (best === 0) continue
    const done = sets
      .filter((set) => isDone(set) && isWork(set))
      .toSorted((a, b) => (a.completedAt ?? '').localeCompare(b.completedAt ?? ''))
    for (const set of done) {
      const oneRepMax = oneRepMaxOf(set) ?? 0
      if (oneRepMax <= best * 1.0001) continue
      records.set(set.id, { set, exerciseId, oneRepMax, gain: oneRepMax - best })
      best = oneRepMax
    }
  }
  return records
}
