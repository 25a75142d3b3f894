import { alike, isOwn, primaryMuscles, twins } from './candidates.ts'
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
  /** For a basic movement that isn’t in the workout yet. */
  missingMovement: 1.5,
} as const

/** Exercises of a muscle in a workout, unless it was asked for or still lacks sets. */
const exercisesOfMuscle = 2

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
 * 0 for a new exercise that is nearly one of those chosen, and for a third one of muscles that have had their minimum. More for a basic movement that the workout lacks
 * and whose muscles need it (unless something else was asked for), and for the first exercise of a requested
 * muscle; in a short workout nothing else until it has legs, a push and a pull; less for a movement that it already has, and for a push or a pull that would tip the balance.
 */
export function balance(
  { choices, state, request, needs, planned }: Search,
  exercise: Candidate,
  open: readonly Candidate[],
): number {
  const { id, pattern, category } = exercise
  const primary = primaryMuscles(exercise).flatMap((muscle) => needs.get(muscle) ?? [])
  const isAsked = primary.some(({ asked }) => asked)
  const same = isAsked ? twins : alike
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
      count((candidate) => primaryMuscles(candidate).includes(muscle)) >= exercisesOfMuscle &&
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
