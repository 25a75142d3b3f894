import { type EngagementRole, engagementRole } from '../engagement.ts'
import { isAvailable } from '../equipment.ts'
import type { RecoveryState } from '../fatigue/types.ts'
import type { Muscle } from '../types.ts'
import { categoriesWithoutVolume } from '../volume.ts'
import { movementOf } from './movements.ts'
import type { MuscleNeed } from './need.ts'
import { pullSubstitutes, staples } from './staples.ts'
import { missingStation } from './stations.ts'
import type { AthleteState, Candidate, Omission, OmissionCode, WorkoutRequest } from './types.ts'

/** A muscle in words: `front delts`. */
export const muscleText = (muscle: Muscle): string => muscle.replaceAll('_', ' ')

/** Movements that are a sport or skill in themselves: only for people who already do them. */
const specialPatterns: ReadonlySet<string> = new Set(['olympic', 'jump', 'locomotion', 'carry', 'stretch'])

const levels = { beginner: 0, intermediate: 1, advanced: 2 } as const

/**
 * A function for the muscles of an exercise in some roles. It remembers them by engagement, because a recommendation
 * asks several times for those of every exercise of the catalogue.
 */
function musclesIn(
  isIncluded: (role: EngagementRole) => boolean,
): (candidate: Candidate) => readonly Muscle[] {
  const known = new WeakMap<Candidate['engagement'], readonly Muscle[]>()
  return ({ engagement }) => {
    let included = known.get(engagement)
    if (!included) {
      included = engagement.flatMap(({ muscle, percent }) =>
        isIncluded(engagementRole(percent)) ? [muscle] : [],
      )
      known.set(engagement, included)
    }
    return included
  }
}

/** Muscles that an exercise trains: primary and secondary ones. */
const trainedMuscles = musclesIn((role) => role !== 'stabilizer')

/** Muscles that an exercise is chosen for. */
export const primaryMuscles = musclesIn((role) => role === 'primary')

/** Whether an exercise is one of the person's own: they do it, or chose how it progresses. */
export const isOwn = (id: string, { familiar, chosen }: AthleteState): boolean =>
  familiar.has(id) || chosen.has(id)

/** Someone with no stated experience and no log is treated as a beginner. */
export const isBeginner = ({ experience, familiar }: AthleteState): boolean =>
  (experience ?? (familiar.size > 0 ? 'intermediate' : 'beginner')) === 'beginner'

/** Whether this kind of exercise is recommended at all. */
export function isRecommendable(candidate: Candidate, state: AthleteState): boolean {
  if (categoriesWithoutVolume.has(candidate.category) || trainedMuscles(candidate).length === 0) return false
  if (isOwn(candidate.id, state)) return candidate.tracking !== 'distance_duration'
  return candidate.tracking !== 'distance_duration' && !specialPatterns.has(candidate.pattern ?? '')
}

/** Whether two exercises have a primary muscle in common. */
export function sharesPrimary(a: Candidate, b: Candidate): boolean {
  const muscles = primaryMuscles(b)
  return primaryMuscles(a).some((muscle) => muscles.includes(muscle))
}

/** Whether two exercises are nearly the same: the same movement, with a primary muscle in common. */
export function isSimilar(a: Candidate, b: Candidate): boolean {
  return a.pattern !== undefined && a.pattern === b.pattern && sharesPrimary(a, b)
}

/** Whether two exercises differ only in equipment: the same movement with the same primary muscles. */
export function isVariant(a: Candidate, b: Candidate): boolean {
  const muscles = primaryMuscles(b)
  return (
    isSimilar(a, b) &&
    primaryMuscles(a).length === muscles.length &&
    primaryMuscles(a).every((muscle) => muscles.includes(muscle))
  )
}

/**
 * The common exercises of intermediate difficulty, for each basic movement without an easier common one: with only a
 * barbell, a beginner learns to squat with it.
 */
export function harderStaples(possible: readonly Candidate[], harder: readonly Candidate[]): Candidate[] {
  const easyMovements = new Set(
    possible.flatMap((candidate) => (staples.has(candidate.id) ? movementOf(candidate) : [])),
  )
  return harder.filter((candidate) => {
    const movement = movementOf(candidate)
    return (
      staples.has(candidate.id) &&
      candidate.difficulty === 'intermediate' &&
      movement !== undefined &&
      !easyMovements.has(movement)
    )
  })
}

/** Whether a complete workout is possible: a push, a pull, and something for the legs. */
function areCompleteWorkout(candidates: readonly Candidate[]): boolean {
  const movements = new Set(candidates.map(movementOf))
  return movements.has('push') && movements.has('pull') && (movements.has('knee') || movements.has('hip'))
}

/**
 * The exercises worth considering: the person's own and common exercises. Uncommon exercises are added only for a
 * muscle that needs sets and that none of these are for; for beginners only if they asked for that muscle or these
 * don't make a workout. A common exercise that is nearly the same as one of the person's own is left out: someone who
 * squats with a barbell needs no goblet squat. Ordered by id, so that the catalogue's order doesn't matter.
 */
export function selectCandidates(
  possible: readonly Candidate[],
  needs: ReadonlyMap<Muscle, MuscleNeed>,
  state: AthleteState,
): Candidate[] {
  const own = possible.filter(({ id }) => isOwn(id, state))
  const canPull = possible.some((candidate) => movementOf(candidate) === 'pull')
  const common = possible.filter(
    (candidate) =>
      staples.has(candidate.id) &&
      !(canPull && pullSubstitutes.has(candidate.id)) &&
      !isOwn(candidate.id, state) &&
      !own.some((ownExercise) => isSimilar(ownExercise, candidate)),
  )
  const ownAndCommon = [...own, ...common]
  const covered = new Set(ownAndCommon.flatMap(primaryMuscles))
  const keepsToUsual = isBeginner(state) && areCompleteWorkout(ownAndCommon)
  const isLacking = (muscle: Muscle) => {
    const need = needs.get(muscle)
    return need !== undefined && !covered.has(muscle) && (need.isRequested || !keepsToUsual)
  }
  // The muscles of common exercises are already covered, so this adds only others.
  const forLacking = possible.filter((candidate) => primaryMuscles(candidate).some(isLacking))
  return [...ownAndCommon, ...forLacking].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** An exercise done this many hours ago or less isn't recommended again unless its muscle was requested. */
const sameDayHours = 16

/** No new exercise is started for a muscle this fatigued, 0–100: it was trained today. */
const tiredForNew = 45

/** Why an exercise can't be in the workout, whatever else is in it; undefined if it can. */
export function omissionOf(
  candidate: Candidate,
  request: WorkoutRequest,
  state: AthleteState,
  states: ReadonlyMap<Muscle, RecoveryState>,
): Omission | undefined {
  const { id, name, equipment } = candidate
  const omit = (code: OmissionCode, text: string): Omission => ({ code, exerciseId: id, text })
  if (request.exclude?.includes(id)) return omit('excluded', `${name}: you asked to leave it out.`)
  if (!isAvailable(candidate, request.equipment))
    return omit('equipment', `${name} needs equipment you don’t have (${equipmentText(equipment)}).`)
  const station = missingStation(candidate, request, isOwn(id, state))
  if (station === 'bar') return omit('equipment', `${name} needs something to hang from or hold on to.`)
  if (station === 'bench') return omit('equipment', `${name} needs a bench.`)
  const trained = trainedMuscles(candidate)
  const avoided = trained.find((muscle) => request.avoid?.includes(muscle))
  if (avoided) return omit('avoided', `${name} works the ${muscleText(avoided)}, which you asked to avoid.`)
  const { hoursAgo } = state.familiar.get(id) ?? {}
  const isRequested = primaryMuscles(candidate).some((muscle) => request.focus?.includes(muscle))
  if (hoursAgo !== undefined && hoursAgo < sameDayHours && !isRequested)
    return omit('fatigued', `${name}: you did it ${hoursText(hoursAgo)} ago.`)
  const fatigued = trained.find((muscle) => states.get(muscle) === 'fatigued')
  if (fatigued)
    return omit('fatigued', `${name} works a muscle that is still fatigued (${muscleText(fatigued)}).`)
  const tired =
    isOwn(id, state) || isRequested
      ? undefined
      : primaryMuscles(candidate).find((muscle) =>
          state.fatigue.some((entry) => entry.muscle === muscle && entry.fatigue >= tiredForNew),
        )
  if (tired) return omit('fatigued', `${name} works a muscle that is still tired (${muscleText(tired)}).`)
  const level = isBeginner(state) ? levels.beginner : levels[state.experience ?? 'intermediate']
  if (!isOwn(id, state) && levels[candidate.difficulty ?? 'intermediate'] > level)
    return omit('too_advanced', `${name} is too advanced for now.`)
  return undefined
}

function hoursText(hours: number): string {
  return hours < 1.5 ? 'an hour' : `${Math.round(hours)} hours`
}
const equipmentText = (equipment: string) => equipment.replaceAll('_', ' ')
