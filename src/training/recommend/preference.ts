import { isBeginner, isOwn } from './candidates.ts'
import { type Movement, movementOf } from './movements.ts'
import { mainStaples, outgrownExercises, staples } from './staples.ts'
import type { AthleteState, Candidate, Familiarity } from './types.ts'

/** The factors for familiar exercises, and for common, easy ones among the new ones. */
const preferences = {
  own: 1.5,
  often: 0.75,
  familiarWorkouts: 8,
  improving: 1.15,
  /** For an exercise that was done this many hours ago or less. */
  justDone: 0.4,
  justDoneHours: 40,
  /** For an exercise with a rhythm: when it is due, nearly due, not due yet, and not due for a long time. */
  due: 1.6,
  nearlyDue: 1,
  notDue: 0.5,
  longBeforeDue: 0.3,
  /** For lifts that programs are built around, and those for which the person chose a scheme. */
  main: 1.25,
  first: 1.75,
  uncommon: 0.6,
  /** For a new exercise that can't be made lighter: many people can't do eight reps of it. */
  unloaded: 0.8,
  /** For a new exercise that someone who isn't a beginner has outgrown. */
  outgrown: 0.4,
  /** For a new exercise if the person has a habit: they did familiar exercises `habit` times in the last 8 weeks. */
  unknown: 0.35,
  habit: 6,
} as const

/**
 * How much a person prefers an exercise, as a factor: higher if they know it, lower if it is neither known nor common.
 *
 * @param heavier the movements that have an exercise that strong lifters haven't outgrown
 */
export function preferenceOf(
  candidate: Candidate,
  state: AthleteState,
  heavier: ReadonlySet<Movement>,
): number {
  const { id, tracking } = candidate
  const familiarity = state.familiar.get(id)
  if (!isOwn(id, state)) {
    const commonFactor = mainStaples.has(id) ? preferences.first : staples.has(id) ? 1 : preferences.uncommon
    const loadFactor = tracking === 'weight_reps' ? 1 : preferences.unloaded
    const movement = movementOf(candidate)
    const isOutgrown =
      outgrownExercises.has(id) && !isBeginner(state) && (movement === undefined || heavier.has(movement))
    const outgrownFactor = isOutgrown ? preferences.outgrown : 1
    return commonFactor * loadFactor * outgrownFactor * (hasHabit(state) ? preferences.unknown : 1)
  }
  const isJustDone = wasJustDone(familiarity)
  const { own, often, familiarWorkouts, main, improving } = preferences
  const share = Math.min(familiarity?.workouts ?? 0, familiarWorkouts) / familiarWorkouts
  return (
    (own + often * share) *
    (familiarity?.progress === 'improving' ? improving : 1) *
    (isJustDone ? preferences.justDone : dueFactor(familiarity?.due)) *
    (mainStaples.has(id) ? main : 1) *
    (state.chosen.has(id) ? main : 1)
  )
}

function wasJustDone(familiarity: Familiarity | undefined): boolean {
  return (familiarity?.hoursAgo ?? Number.POSITIVE_INFINITY) <= preferences.justDoneHours
}

/** Whether an exercise has its place in the person's week and is due now. */
export function isDue(familiarity: Familiarity | undefined): boolean {
  return (familiarity?.due ?? 0) >= dueFrom && !wasJustDone(familiarity)
}

/** From these shares of the usual days between workouts, an exercise is soon due, nearly due, and due. */
const notLongBefore = 0.5
const nearlyDueFrom = 0.8
const dueFrom = 0.93

function dueFactor(share: number | undefined): number {
  if (share === undefined) return 1
  if (share >= dueFrom) return preferences.due
  if (share >= nearlyDueFrom) return preferences.nearlyDue
  return share >= notLongBefore ? preferences.notDue : preferences.longBeforeDue
}

/** Whether someone has a fixed set of exercises. */
function hasHabit({ familiar }: AthleteState): boolean {
  let times = 0
  for (const { workouts } of familiar.values()) times += workouts
  return times >= preferences.habit
}
