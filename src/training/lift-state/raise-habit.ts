import type { LiftSession, LiftState } from './state.ts'
import { repRange, sessionsBack, workingLoad } from './structure.ts'

/**
 * How often a lifter raises a weight they have made: the number of choices, and of raises among them. A session with
 * more reps at the same weight is neither, because that is progress too.
 */
export interface RaiseHabit {
  readonly raises: number
  readonly choices: number
}

/** The prior: the assumed share of raises, and how many choices it is worth. */
const assumedShare = 0.7
const assumedChoices = 5
/** How many choices the lifter's other lifts are worth beside those of the lift itself. */
const sharedChoices = 6

/** Loads whose logarithms differ by less are the same. */
const sameLoad = 0.001

/**
 * The choices in the last sessions of a lift.
 *
 * @param isMade whether the reps at a load, in kilograms, earn the next one; by default, if all sets reach the top of the
 *   lift's own range
 */
export function raiseHabitOf(
  lift: LiftState,
  isMade: (reps: readonly number[], load: number) => boolean = ownTop(lift),
): RaiseHabit {
  const { recent } = lift
  const back = sessionsBack(lift)
  let raises = 0
  let choices = 0
  for (let at = 0; at + back < recent.length; at++) {
    const before = workAt(recent[at])
    const after = workAt(recent[at + back])
    if (!before || !after || !isMade(before.reps, before.load)) continue
    const rise = Math.log(after.load / before.load)
    if (rise > sameLoad) raises++
    const isSame = Math.abs(rise) <= sameLoad && !isMore(after.reps, before.reps)
    if (rise > sameLoad || isSame) choices++
  }
  return { raises, choices }
}

/** So many raises, all of them made, leave open what more the lifter could do. */
const raisesUntested = 3

/**
 * Whether a load is the next raise of a lifter who has made the last ones, one after another, as a novice does: nothing was ever too heavy,
 * so nothing shows what is.
 */
export function isAlwaysMade({ recent }: LiftState, load: number): boolean {
  const works = recent.flatMap((session) => workAt(session) ?? []).reverse()
  const [last] = works
  if (!last || load <= last.load) return false
  let raises = 0
  for (const [index, work] of works.entries()) {
    const before = works[index + 1]
    if (!before || work.load < before.load || Math.min(...work.reps) < Math.min(...before.reps)) break
    if (work.load > before.load) raises++
  }
  return raises >= raisesUntested
}

function ownTop(lift: LiftState): (reps: readonly number[]) => boolean {
  const last = lift.recent.at(-1)
  const top = last && repRange(lift, workingLoad(last.sets))?.high
  return (reps) => top !== undefined && reps.every((count) => count >= top)
}

/** The sum of two habits. */
export function addHabit(one: RaiseHabit, other: RaiseHabit): RaiseHabit {
  return { raises: one.raises + other.raises, choices: one.choices + other.choices }
}

/**
 * The share, 0–1, of choices in which the lifter is expected to raise the weight of a lift.
 *
 * @param own of the lift
 * @param all of all lifts
 */
export function raiseShare(own: RaiseHabit, all: RaiseHabit): number {
  const usual = (all.raises + assumedShare * assumedChoices) / (all.choices + assumedChoices)
  return (own.raises + usual * sharedChoices) / (own.choices + sharedChoices)
}

/** The working load of a session, and the reps at it. */
function workAt(session: LiftSession | undefined) {
  if (!session) return undefined
  const load = workingLoad(session.sets)
  return { load, reps: session.sets.filter((set) => set.load === load).map((set) => set.reps) }
}

const sumOf = (reps: readonly number[]) => reps.reduce((sum, count) => sum + count, 0)

/** Whether the best set, or all sets together, had more reps. */
function isMore(after: readonly number[], before: readonly number[]): boolean {
  return Math.max(...after) > Math.max(...before) || sumOf(after) > sumOf(before)
}
