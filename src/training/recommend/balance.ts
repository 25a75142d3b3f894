import { isOwn, isSimilar, isVariant, primaryMuscles } from './candidates.ts'
import { movementOf } from './movements.ts'
import { recommendationRules } from './rules.ts'
import type { Search } from './search-state.ts'
import type { Candidate } from './types.ts'

const factors = {
  repeatedPattern: 0.5,
  repeatedWhereAsked: 0.8,
  oneSided: 0.5,
  /** For the first exercise of a requested muscle. */
  askedFirst: 2,
  /** For a basic movement that the workout lacks. */
  missingMovement: 1.5,
} as const

/** The most exercises for a muscle in a workout, unless it was requested or still lacks sets. */
const maxExercisesPerMuscle = 2

/** Legs, a push or a pull. */
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
    const other = partOf(candidate)
    return other === undefined || chosen.has(other)
  })
}

const opposite = { push: 'pull', pull: 'push' } as const

/**
 * The factor by which an exercise would balance the workout. 0 for a new exercise that is nearly one already chosen, for
 * a third exercise of muscles that have their minimum, and in a short workout for anything else until it has legs, a
 * push and a pull. More for a missing basic movement whose muscles need it (unless something else was requested) and for
 * the first exercise of a requested muscle. Less for a repeated movement, and for a push or pull that tips the balance.
 */
export function balance(
  { choices, state, request, needs, planned }: Search,
  exercise: Candidate,
  open: readonly Candidate[],
): number {
  const { id, pattern, category } = exercise
  const primary = primaryMuscles(exercise).flatMap((muscle) => needs.get(muscle) ?? [])
  const isAsked = primary.some(({ asked }) => asked)
  const same = isAsked ? isVariant : isSimilar
  if (!isOwn(id, state) && choices.some(({ candidate }) => same(candidate, exercise))) return 0
  const count = (of: (candidate: Candidate) => boolean) =>
    choices.filter(({ candidate }) => of(candidate)).length
  const repeats = pattern === undefined ? 0 : count((candidate) => candidate.pattern === pattern)
  const against = category === 'push' || category === 'pull' ? opposite[category] : undefined
  const tips =
    against !== undefined &&
    count((candidate) => candidate.category === category) >
      count((candidate) => candidate.category === against)
  const isAskedFirst = primary.some(
    ({ muscle, asked }) => asked && count((candidate) => primaryMuscles(candidate).includes(muscle)) === 0,
  )
  const isWorkedEnough = primary.every(
    ({ muscle, done, least, asked }) =>
      !asked &&
      count((candidate) => primaryMuscles(candidate).includes(muscle)) >= maxExercisesPerMuscle &&
      done + (planned.get(muscle)?.sets ?? 0) >= least,
  )
  if (isWorkedEnough) return 0
  const movement = movementOf(exercise)
  const isBrief = request.minutes <= recommendationRules.briefMinutes && !request.focus?.length
  if (isBrief && !comesFirst(exercise, choices, open)) return 0
  const isMissing =
    movement !== undefined &&
    !request.focus?.length &&
    count((candidate) => movementOf(candidate) === movement) === 0 &&
    primary.some(({ muscle, done, least }) => done + (planned.get(muscle)?.sets ?? 0) < least)
  return (
    (isAsked ? factors.repeatedWhereAsked : factors.repeatedPattern) ** repeats *
    (tips ? factors.oneSided : 1) *
    (isAskedFirst ? factors.askedFirst : 1) *
    (isMissing ? factors.missingMovement : 1)
  )
}
