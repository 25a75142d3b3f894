import type { Decision, PlannedSet } from './decision.ts'
import { sameWeight, toDo } from './decision.ts'
import type { Lift } from './lift.ts'
import type { DeloadOffer, PrescribedSet, Session } from './types.ts'

/** The thresholds for offering a lighter workout, and how much lighter it is. */
export const deloadRules = {
  percent: 10,
  /** If the next lighter weight is further below than this, fewer reps are done instead. */
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
  /** The highest fatigue among its primary muscles, 0–100. */
  readonly fatigue: number
}

/** The last workouts in a row at one weight, oldest first. */
function atOneWeight(sessions: readonly Session[]): readonly Session[] {
  const last = sessions.at(-1)
  const other = sessions.findLastIndex(({ weight }) => !sameWeight(weight, last?.weight))
  return sessions.slice(other + 1)
}

/** How many of the last workouts in a row had a set below the target reps. */
function missesInARow(sessions: readonly Session[], fewest: number): number {
  const met = sessions.findLastIndex(({ atWeight }) => atWeight.every(({ reps }) => reps >= fewest))
  return sessions.length - 1 - met
}

/** How many of the last workouts in a row brought no more reps than the best before them. */
function withoutOneMore(sessions: readonly Session[]): number {
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

/** The names of the schemes that wait for one more rep. */
const waitsForReps: ReadonlySet<string> = new Set([
  'double.add_reps',
  'double.hold',
  'sum.stay',
  'two_for_two.stay',
])

/** Why a scheme has waited too long for more reps, if it has; without this it could wait forever. */
function repStall({ rule, sets }: Decision, sessions: readonly Session[]): Cause | undefined {
  const { afterMisses } = deloadRules
  const same = atOneWeight(sessions)
  const fewest = sets[0]?.reps?.min ?? 0
  const misses = rule === 'double.stay' ? missesInARow(same, fewest) : 0
  if (misses >= afterMisses)
    return { cause: 'missed', text: `You fell short of ${fewest} reps in ${misses} workouts in a row` }
  const stale = waitsForReps.has(rule) ? withoutOneMore(same) : 0
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
 * The lighter workout offered beside a prescription, about 10 % less: after more than 14 days without the exercise, on a
 * plateau with its muscles fatigued, or when a scheme has waited three workouts for a rep. Undefined if there is no
 * reason for it, or nothing lighter can be loaded.
 */
export function deloadOffer(
  decision: Decision,
  sessions: readonly Session[],
  lift: Lift,
  signs: DeloadSigns,
  prescribe: (set: PlannedSet) => PrescribedSet,
): DeloadOffer | undefined {
  const found = causeOf(signs, decision, sessions)
  const last = sessions.at(-1)
  if (!found || !last) return undefined
  const base = (weight: number) => Math.min(weight, last.weight ?? weight)
  const sets = decision.sets.map((set) =>
    set.weight === undefined
      ? set
      : { ...set, weight: lift.lowered(base(set.weight), deloadRules.percent, last) },
  )
  const less = sets.map(({ weight }, index) => {
    const due = decision.sets[index]?.weight
    return weight === undefined || due === undefined ? 0 : lift.percentLess(due, weight, last)
  })
  const percent = Math.max(...less)
  if (percent > deloadRules.maxPercent) return withFewerReps(decision, found, lift, prescribe)
  if (percent === 0) return undefined
  const text = `${found.text}, so consider a lighter workout: ${percent}% less, ${toDo(lift, sets)}.`
  return { cause: found.cause, percent, sets: sets.map(prescribe), text }
}

/** Where the next lighter weight is more than a fifth below: the same weight, and fewer reps. */
function withFewerReps(
  { sets: planned }: Decision,
  { cause, text }: Cause,
  lift: Lift,
  prescribe: (set: PlannedSet) => PrescribedSet,
): DeloadOffer {
  const sets = planned.map((set) => {
    const reps = Math.max(1, Math.floor(deloadRules.repsShare * (set.reps?.min ?? 1)))
    return { ...set, reps: { min: reps, max: reps }, openEnded: undefined }
  })
  return {
    cause,
    percent: 0,
    sets: sets.map(prescribe),
    text: `${text}, so consider a lighter workout: the same weight for fewer reps, ${toDo(lift, sets)}.`,
  }
}
