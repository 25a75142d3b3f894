import { isOwn, isSimilar, isVariant, primaryMuscles } from './candidates.ts'
import { movementOf } from './movements.ts'
import { recommendationRules } from './rules.ts'
import type { Search } from './search-state.ts'
import type { Candidate } from './types.ts'

const factors = {
  repeatedPattern: 0.5,
  repeatedOfRequested: 0.8,
  oneSided: 0.5,
  /** For the first exercise of a requested muscle. */
  requestedFirst: 2,
  /** For a basic movement that the workout lacks. */
  missingMovement: 1.5,
} as const

/** The maximum number of exercises for a muscle in a workout, unless it was requested or still lacks sets. */
const maxExercisesPerMuscle = 2

/** Whether an exercise is for the legs, a push or a pull, if it is one of these. */
function partOf(exercise: Candidate): 'legs' | 'push' | 'pull' | undefined {
  const movement = movementOf(exercise)
  return movement === 'knee' || movement === 'hip' ? 'legs' : movement
}

/** Whether a short workout has room for an exercise: legs, a push and a pull come before anything else. */
function comesFirst(exercise: Candidate, choices: Search['choices'], open: readonly Candidate[]): boolean {
  const chosen = new Set(choices.map(({ candidate }) => partOf(candidate)))
  const part = partOf(exercise)
  if (part !== undefined && !chosen.has(part)) return true
  return open.every((candidate) => {
    const otherPart = partOf(candidate)
    return otherPart === undefined || chosen.has(otherPart)
  })
}

const opposite = { push: 'pull', pull: 'push' } as const

/**
 * The factor by which an exercise would balance the workout. 0 for a new exercise much like one already chosen,
 * for a third exercise of muscles that have their minimum, and in a short workout for anything other than legs, a push
 * or a pull while one of these is missing. More for a missing basic movement whose muscles need it (unless muscles were
 * requested) and for the first exercise of a requested muscle. Less for a repeated movement, and for a push or pull
 * that tips the balance.
 */
export function balance(
  { choices, state, request, needs, planned }: Search,
  exercise: Candidate,
  open: readonly Candidate[],
): number {
  const { id, pattern, category } = exercise
  const primary = primaryMuscles(exercise).flatMap((muscle) => needs.get(muscle) ?? [])
  const worksRequested = primary.some(({ isRequested }) => isRequested)
  const isRepeat = worksRequested ? isVariant : isSimilar
  if (!isOwn(id, state) && choices.some(({ candidate }) => isRepeat(candidate, exercise))) return 0
  const count = (matches: (candidate: Candidate) => boolean) =>
    choices.filter(({ candidate }) => matches(candidate)).length
  const repeats = pattern === undefined ? 0 : count((candidate) => candidate.pattern === pattern)
  const oppositeCategory = category === 'push' || category === 'pull' ? opposite[category] : undefined
  const isOneSided =
    oppositeCategory !== undefined &&
    count((candidate) => candidate.category === category) >
      count((candidate) => candidate.category === oppositeCategory)
  const isFirstOfRequested = primary.some(
    ({ muscle, isRequested }) =>
      isRequested && count((candidate) => primaryMuscles(candidate).includes(muscle)) === 0,
  )
  const isWorkedEnough = primary.every(
    ({ muscle, done, min, isRequested }) =>
      !isRequested &&
      count((candidate) => primaryMuscles(candidate).includes(muscle)) >= maxExercisesPerMuscle &&
      done + (planned.get(muscle)?.sets ?? 0) >= min,
  )
  if (isWorkedEnough) return 0
  const movement = movementOf(exercise)
  const isBrief = request.minutes <= recommendationRules.maxBriefMinutes && !request.focus?.length
  if (isBrief && !comesFirst(exercise, choices, open)) return 0
  const isMissing =
    movement !== undefined &&
    !request.focus?.length &&
    count((candidate) => movementOf(candidate) === movement) === 0 &&
    primary.some(({ muscle, done, min }) => done + (planned.get(muscle)?.sets ?? 0) < min)
  return (
    (worksRequested ? factors.repeatedOfRequested : factors.repeatedPattern) ** repeats *
    (isOneSided ? factors.oneSided : 1) *
    (isFirstOfRequested ? factors.requestedFirst : 1) *
    (isMissing ? factors.missingMovement : 1)
  )
}
