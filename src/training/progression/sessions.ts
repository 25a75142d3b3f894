import { isOtherSide } from '../lift-state/workout-sets.ts'
import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts, SetType, Side } from '../types.ts'
import type { ProgressionInput, Session, TrainedSet, WorkingSet } from './types.ts'

/** Warm-ups don't count as work, and a drop set continues the set before it. */
const workingTypes: ReadonlySet<SetType> = new Set(['normal', 'failure'])

/** Whether a set was attempted: with reps (even 0, given a weight or a plan), a duration or a distance. */
function wasAttempted(set: TrainedSet): boolean {
  if (!workingTypes.has(set.type)) return false
  if ((set.durationSeconds ?? 0) > 0 || (set.distanceMillimeters ?? 0) > 0) return true
  const { reps, weightGrams, target } = set
  return reps !== undefined && (reps > 0 || weightGrams !== undefined || target !== undefined)
}

/** The weight less assistance; below 0 only for lifts that move the body. */
function externalWeight(set: TrainedSet, facts: ExerciseFacts): number | undefined {
  const { weightGrams, assistanceGrams } = set
  if (bodyweightShareOf(facts) > 0) return (weightGrams ?? 0) - (assistanceGrams ?? 0)
  if (weightGrams === undefined) return undefined
  return Math.max(0, weightGrams - (assistanceGrams ?? 0))
}

function workingSet(set: TrainedSet, facts: ExerciseFacts): WorkingSet {
  const { id, type, reps = 0, rpe, rir, durationSeconds, distanceMillimeters, target } = set
  return {
    ids: [id],
    type,
    weight: externalWeight(set, facts),
    reps,
    rpe,
    rir,
    durationSeconds,
    distanceMillimeters,
    sided: set.side !== undefined,
    target,
  }
}

/**
 * Joins each set of one side with the first one of the other side at the same weight, whether the sides were logged in
 * turn or one after the other. The result is the weaker of the two, with the higher effort.
 */
function joinSides(sets: readonly TrainedSet[], facts: ExerciseFacts): WorkingSet[] {
  const joined: WorkingSet[] = []
  const openSides: (Side | undefined)[] = []
  for (const set of sets) {
    const next = workingSet(set, facts)
    const index = joined.findIndex(
      ({ weight }, other) => isOtherSide(set.side, openSides[other]) && weight === next.weight,
    )
    const first = joined[index]
    if (first) {
      joined[index] = {
        ...(amountOf(next) < amountOf(first) ? next : first),
        ids: [...first.ids, ...next.ids],
        rpe: first.rpe === undefined ? next.rpe : Math.max(first.rpe, next.rpe ?? first.rpe),
      }
      openSides[index] = undefined
    } else {
      joined.push(next)
      openSides.push(set.side)
    }
  }
  return joined
}

function amountOf({ reps, durationSeconds, distanceMillimeters }: WorkingSet): number {
  return distanceMillimeters || durationSeconds || reps
}

/** The weight of the most sets, so that neither ramp-up sets nor a single top set decide it; the heaviest on a tie. */
function usualWeight(sets: readonly WorkingSet[]): number | undefined {
  const first = sets[0]?.weight
  if (sets.every(({ weight }) => weight === first)) return first
  const counts = new Map<number, number>()
  for (const { weight } of sets) if (weight !== undefined) counts.set(weight, (counts.get(weight) ?? 0) + 1)
  let mostCommon: number | undefined
  for (const [weight, count] of counts) {
    const highest = mostCommon === undefined ? 0 : (counts.get(mostCommon) ?? 0)
    if (mostCommon === undefined || count > highest || (count === highest && weight > mostCommon))
      mostCommon = weight
  }
  return mostCommon
}

/** What sessions are derived from besides their sets. */
type SessionContext = Pick<ProgressionInput, 'facts' | 'bodyweightAt' | 'days'>

/**
 * The sessions of an exercise, oldest first: its working sets by workout. The sets of a workout keep their
 * order; warm-ups, drop sets and sets that weren't attempted are left out.
 */
export function sessionsOf(context: SessionContext & Pick<ProgressionInput, 'sets'>): Session[] {
  const byWorkout = new Map<string, TrainedSet[]>()
  for (const set of context.sets) {
    if (!wasAttempted(set)) continue
    const workout = byWorkout.get(set.workoutId)
    if (workout) workout.push(set)
    else byWorkout.set(set.workoutId, [set])
  }
  return [...byWorkout.values()]
    .flatMap((logged) => (logged[0] ? loggedSession(logged, logged[0], context) : []))
    .sort((a, b) => a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : 1))
}

/** A session that joins its sets when they are first read: most schemes only read the last few sessions. */
function loggedSession(
  logged: readonly TrainedSet[],
  first: TrainedSet,
  { facts, bodyweightAt, days }: SessionContext,
): Session {
  const share = bodyweightShareOf(facts)
  const bodyweight = share > 0 ? bodyweightAt(first) : 0
  let work: Pick<Session, 'sets' | 'weight' | 'atWeight'> | undefined
  const joined = () => {
    if (work) return work
    const sets = joinSides(logged, facts)
    const weight = usualWeight(sets)
    work = { sets, weight, atWeight: sets.filter((set) => set.weight === weight) }
    return work
  }
  return {
    workoutId: first.workoutId,
    performedAt: first.performedAt,
    day: days.dayOf(first.performedAt, first.timeZone),
    bodyGrams: bodyweight === undefined ? undefined : bodyweight * share,
    get sets() {
      return joined().sets
    },
    get weight() {
      return joined().weight
    },
    get atWeight() {
      return joined().atWeight
    },
  }
}
