import { countText } from '#lib/count-text.ts'
import type { Decision, PlannedSet } from './decision.ts'
import { sameWeight, shortOfFailure, toDoText } from './decision.ts'
import type { Lift } from './lift.ts'
import type { DeloadOffer, PrescribedSet, Session } from './types.ts'

/** The thresholds for offering a lighter workout, and its reductions. */
export const deloadRules = {
  percent: 10,
  /** If the next lighter weight is more than this percentage lighter, fewer reps are done instead. */
  maxPercent: 20,
  repsShare: 0.6,
  afterDays: 14,
  fromFatigue: 60,
  afterMisses: 3,
} as const

/** The reasons for a lighter workout. */
export interface DeloadSigns {
  /** Days since the last workout with the exercise. */
  readonly days: number
  readonly plateau: boolean
  /** The highest fatigue among the exercise's primary muscles, 0–100. */
  readonly fatigue: number
}

/** The last workouts in a row at one weight, oldest first. */
function atOneWeight(sessions: readonly Session[]): readonly Session[] {
  const last = sessions.at(-1)
  const lastOther = sessions.findLastIndex(({ weight }) => !sameWeight(weight, last?.weight))
  return sessions.slice(lastOther + 1)
}

/** How many workouts in a row, up to the most recent one, had a set below the target reps. */
function missesInARow(sessions: readonly Session[], minReps: number): number {
  const lastSuccess = sessions.findLastIndex(({ atWeight }) => atWeight.every(({ reps }) => reps >= minReps))
  return sessions.length - 1 - lastSuccess
}

/** How many workouts in a row, up to the most recent one, had no more reps than the best before them. */
function withoutMoreReps(sessions: readonly Session[]): number {
  let best = 0
  let stale = 0
  for (const { atWeight } of sessions) {
    const reps = atWeight.reduce((sum, set) => sum + set.reps, 0)
    stale = reps > best ? 0 : stale + 1
    best = Math.max(best, reps)
  }
  return stale
}

interface Cause {
  readonly cause: DeloadOffer['cause']
  readonly text: string
}

/** The rules by which a scheme waits for one more rep. */
const waitsForReps: ReadonlySet<string> = new Set([
  'double.add_reps',
  'double.hold',
  'sum.stay',
  'two_for_two.stay',
])

/** The cause for a deload if a scheme has waited too long for more reps. Without this, it could wait forever. */
function repStall({ rule, sets }: Decision, sessions: readonly Session[]): Cause | undefined {
  const { afterMisses } = deloadRules
  const atLastWeight = atOneWeight(sessions)
  const minReps = sets[0]?.reps?.min ?? 0
  const misses = rule === 'double.stay' ? missesInARow(atLastWeight, minReps) : 0
  if (misses >= afterMisses)
    return {
      cause: 'missed',
      text: `You fell short of ${countText(minReps, 'rep')} in ${misses} workouts in a row`,
    }
  const stale = waitsForReps.has(rule) ? withoutMoreReps(atLastWeight) : 0
  if (stale >= afterMisses) return { cause: 'missed', text: `You haven’t added a rep in ${stale} workouts` }
  return undefined
}

function causeOf(signs: DeloadSigns, decision: Decision, sessions: readonly Session[]): Cause | undefined {
  const { afterDays, fromFatigue } = deloadRules
  if (signs.days > afterDays) return { cause: 'break', text: `You last did this ${signs.days} days ago` }
  if (signs.plateau && signs.fatigue >= fromFatigue) {
    const text = `Progress has stalled for weeks and your muscles are at ${Math.round(signs.fatigue)}% fatigue`
    return { cause: 'plateau', text }
  }
  return repStall(decision, sessions)
}

/**
 * The lighter workout offered with a prescription, about 10% less, or fewer reps if no weight is close to that: after
 * more than 14 days without the exercise, on a plateau with its muscles fatigued, or when a scheme has waited three
 * workouts for a rep. Undefined if there is no reason for it, or nothing lighter can be loaded.
 */
export function deloadOffer(
  decision: Decision,
  sessions: readonly Session[],
  lift: Lift,
  signs: DeloadSigns,
  prescribe: (set: PlannedSet) => PrescribedSet,
): DeloadOffer | undefined {
  const cause = causeOf(signs, decision, sessions)
  const last = sessions.at(-1)
  if (!cause || !last) return undefined
  const baseWeight = (weight: number) => Math.min(weight, last.weight ?? weight)
  const planned = decision.sets.map(shortOfFailure)
  const sets = planned.map((set) =>
    set.weight === undefined
      ? set
      : { ...set, weight: lift.lowered(baseWeight(set.weight), deloadRules.percent, last) },
  )
  const reductions = sets.map(({ weight }, index) => {
    const prescribed = planned[index]?.weight
    return weight === undefined || prescribed === undefined ? 0 : lift.percentLess(prescribed, weight, last)
  })
  const percent = Math.max(...reductions)
  if (percent === 0) return undefined
  const isLoadable = percent <= deloadRules.maxPercent
  const offered = isLoadable ? sets : planned.map(withFewerReps)
  const change = isLoadable ? `${percent}% less` : 'the same weight for fewer reps'
  return {
    cause: cause.cause,
    percent: isLoadable ? percent : 0,
    sets: offered.map(prescribe),
    text: `${cause.text}, so consider a lighter workout: ${change}, ${toDoText(lift, offered)}.`,
  }
}

/** A set of the offer where the next lighter weight is more than a fifth below: the same weight for fewer reps. */
function withFewerReps(set: PlannedSet): PlannedSet {
  const reps = Math.max(1, Math.floor(deloadRules.repsShare * (set.reps?.min ?? 1)))
  return { ...set, reps: { min: reps, max: reps }, rpe: undefined }
}
