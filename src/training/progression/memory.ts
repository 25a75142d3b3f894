import { fitsGoal, goalReps, isCompound } from '../goals.ts'
import {
  foldSession,
  isBodyweightOnly,
  type LiftPrescription,
  type LiftSet,
  type PrescribeOptions,
  prescribeLift,
  type RememberedLift,
  repRange,
  usualGap,
  workingLoad,
} from '../lift-state/index.ts'
import { repsAtLoad } from '../lift-state/structure.ts'
import { bodyweightShareOf } from '../load.ts'
import { weightUnits } from '../units.ts'
import { decide } from './decide.ts'
import { ifMissedText, type PlannedSet, type Undecided } from './decision.ts'
import { foldSets } from './fold-sets.ts'
import { type Lift, liftOf } from './lift.ts'
import { stepAsLogged } from './loading-as-logged.ts'
import { measuredDecision } from './measured.ts'
import { decisionOf, type MemoryDecision } from './memory-decision.ts'
import { loadsOfUnit, memoryLoads } from './memory-loads.ts'
import { prescriber, warmUpsFor } from './prescribed-sets.ts'
import { progressionMethod } from './progression-method.ts'
import type { DoubleScheme, MemoryScheme } from './schemes.ts'
import { sessionsOf } from './sessions.ts'
import type { DeloadOffer, IfMissed, PrescribedSet, Progression, ProgressionInput, Session } from './types.ts'

/** The assumed days to the next session, if there were too few sessions. */
const typicalGap = 4

/** The next prescription, from the memory of a lift. */
export function memoryProgression(input: ProgressionInput, scheme: MemoryScheme): Progression {
  const { facts, now } = input
  const head = { exerciseId: facts.id, scheme: scheme.scheme }
  const method = progressionMethod(scheme)
  const sessions = sessionsOf(input).filter(({ performedAt }) => performedAt <= now)
  const decision = decideByMemory(input, scheme, sessions)
  if ('undecided' in decision)
    return { status: 'insufficient_data', ...head, reasons: [decision.undecided], method }
  const last = sessions.at(-1)
  const prescribe = prescriber(input, last?.sets.some(({ sided }) => sided) ?? false)
  const sessionsOfWorkout = sessions.filter(({ workoutId }) => workoutId === decision.workoutId)
  const basis = sessionsOfWorkout.length > 0 ? sessionsOfWorkout : decision.sessions
  const { chance, oneRepMax } = decision
  return {
    status: 'prescription',
    ...head,
    rule: decision.rule,
    sets: decision.sets.map(prescribe),
    warmUps: warmUpsFor(decision, input, prescribe),
    reasons: decision.reasons,
    ...ifMissedOf(decision, liftOf(input), prescribe),
    ...deloadOf(decision, prescribe),
    ...(chance !== undefined && { chance }),
    ...(oneRepMax && { oneRepMax }),
    workoutIds: basis.map(({ workoutId }) => workoutId),
    setIds: basis.flatMap(({ sets }) => sets.flatMap(({ ids }) => ids)),
    method,
  }
}

function decideByMemory(
  input: ProgressionInput,
  scheme: MemoryScheme,
  sessions: readonly Session[],
): MemoryDecision | Undecided {
  const { facts } = input
  const lift = liftOf(input)
  const remembered = input.memory ?? foldSets(input).memory
  if (remembered && facts.category !== 'mobility') {
    const decided =
      remembered.measure === 'load'
        ? decideByLoad(input, scheme, remembered, lift, sessions)
        : measuredDecision(remembered, input.days.dayOf(input.now), sessions, lift)
    if (decided) return decided
  }
  // If the load is unknown, as with added weight on an unknown bodyweight, reps and weight alone decide.
  return decide({ scheme: { scheme: 'double', ...ownReps(sessions) }, before: [], since: sessions, lift })
}

/** The maximum and minimum number of sessions that show a lifter's own reps. */
const [maxSessions, minSessions] = [6, 3]

/** The lifter's own range of reps at their weights, in the most recent sessions; undefined with too few of them. */
function ownReps(sessions: readonly Session[]): Pick<DoubleScheme, 'minReps' | 'maxReps'> | undefined {
  if (sessions.length < minSessions) return undefined
  const reps = sessions
    .slice(-maxSessions)
    .flatMap(({ atWeight }) => atWeight.map((set) => set.reps))
    .filter((count) => count > 0)
    .sort((a, b) => a - b)
  const [low, high] = [reps[Math.floor(0.2 * (reps.length - 1))], reps[Math.ceil(0.8 * (reps.length - 1))]]
  return low === undefined || high === undefined ? undefined : { minReps: low, maxReps: high }
}

function decideByLoad(
  input: ProgressionInput,
  scheme: MemoryScheme,
  remembered: RememberedLift,
  lift: Lift,
  sessions: readonly Session[],
): MemoryDecision | undefined {
  const { facts, loading, unit, days, now, since } = input
  const movesBody = bodyweightShareOf(facts) > 0
  const body = movesBody ? bodyOf(input, remembered) : 0
  if (body === undefined) return undefined
  const weightOf = (set: LiftSet) => (movesBody ? (set.added ?? 0) : set.load)
  const recent = remembered.lift.recent.flatMap(({ sets }) => sets).map(weightOf)
  const kilogramsOfUnit = weightUnits[unit].canonical / 1000
  const loadsSeen = movesBody ? [...new Set(recent)] : remembered.lift.loadsSeen
  const chosenStep = scheme.incrementGrams === undefined ? undefined : scheme.incrementGrams / 1000
  const step = chosenStep ?? stepAsLogged(loadsSeen, lift.increment(undefined) / 1000, input)
  const grams = (kilograms: number) => Math.round(kilograms * 1000)
  const options: PrescribeOptions = {
    day: days.dayOf(now),
    loads: memoryLoads(
      loading,
      body,
      loadsOfUnit(unit, recent.map(grams)),
      step === undefined ? undefined : step * 1000,
    ),
    kilogramsOfUnit,
    defaultStep: lift.increment(undefined) / 1000,
    step: chosenStep,
    habit: remembered.habit,
    body: movesBody ? body : undefined,
    plainUntil: bodyweightShareOf(facts) >= wholeBodyShare ? plainReps.whole : plainReps.part,
    range: scheme.range,
    isNewRange:
      scheme.range !== undefined && since !== undefined && (sessions.at(-1)?.performedAt ?? since) < since,
    ...(scheme.range === undefined && rangeForGoal(input, remembered)),
  }
  const toGrams = (load: number) => grams(load - body)
  const next = prescribeLift(remembered.lift, remembered.lifter, options)
  if (!next) return undefined
  const decided = decisionOf(next, { lift, toGrams, movesBody, since: sessions })
  const decision = decided.deload ? { ...decided, ...stallAdvice(decided, input) } : decided
  const afterMiss = ifMissedNext(next, remembered, { ...options, isNewRange: false, afterMiss: true }, body)
  return {
    ...decision,
    ...(afterMiss && {
      ifMissed: decisionOf(afterMiss, { lift, toGrams, movesBody, since: sessions }),
    }),
  }
}

/** What to do about a lift that no longer improves, if not a lighter week. */
function stallAdvice(
  { deload, reasons }: MemoryDecision,
  { losesWeight, facts }: ProgressionInput,
): Pick<MemoryDecision, 'deload' | 'reasons'> {
  const advice = losesWeight ? holdingText : isCompound(facts) ? undefined : smallLiftText
  return advice === undefined ? { deload, reasons } : { deload: undefined, reasons: [...reasons, advice] }
}

const holdingText = 'You are losing weight, so holding your strength is progress.'
const smallLiftText =
  'You haven’t improved in five weeks or more: try more reps, one more set, or another exercise.'

/**
 * The prescription for the next session of the same kind if this session is missed. If several kinds alternate, the
 * sessions in between are assumed to repeat the last of their kind.
 */
function ifMissedNext(
  next: LiftPrescription,
  { lift, lifter }: RememberedLift,
  options: PrescribeOptions,
  body: number,
): LiftPrescription | undefined {
  const asSet = ({ load, reps }: { readonly load: number; readonly reps: number }): LiftSet => ({
    load,
    reps,
    ...(options.body !== undefined && { added: load - body }),
  })
  const missed = next.reps.map((reps) => asSet({ load: next.load, reps: Math.max(0, reps - 1) }))
  const sets = [...next.before.map(asSet), ...missed, ...next.after.map(asSet)]
  const daysBetween = Math.max(1, usualGap(lift) ?? typicalGap)
  let { day } = options
  let folded = foldSession(lift, lifter, { day, sets })
  for (let back = next.sessionsBack - 1; back > 0; back--) {
    const otherSession = lift.recent.at(-back)
    day += daysBetween
    if (otherSession) folded = foldSession(folded.lift, folded.lifter, { ...otherSession, day })
  }
  return prescribeLift(folded.lift, folded.lifter, { ...options, day: day + daysBetween })
}

/**
 * The minimum bodyweight share of a lift that moves nearly the whole body, as a pull-up or dip does; a push-up or
 * crunch moves only a part, and has harder variations.
 */
const wholeBodyShare = 0.9
/** The reps of every set before weight is added to a lift that was never done with any. */
const plainReps = { whole: 12, part: 20 } as const

/**
 * The range of the lifter's goal, if their own reps are outside it. It is new until a session has reps in it. Undefined
 * for lifts that the log doesn't show yet, and for bodyweight lifts without added weight, whose reps follow from the
 * body.
 */
function rangeForGoal(
  { goal, facts }: ProgressionInput,
  { lift }: RememberedLift,
): Pick<PrescribeOptions, 'range' | 'isNewRange'> | undefined {
  const last = lift.recent.findLast(({ deload }) => !deload) ?? lift.recent.at(-1)
  if (!goal || !last || isBodyweightOnly(lift)) return undefined
  const working = workingLoad(last.sets)
  const ownRange = repRange(lift, working)
  const range = goalReps(goal, facts)
  if (!ownRange || fitsGoal(range, { min: ownRange.low, max: ownRange.high }, goal, facts)) return undefined
  const lastReps = repsAtLoad(last.sets)
  const isInRange = lastReps.some((reps) => reps >= range.min && reps <= range.max)
  return { range, isNewRange: !isInRange }
}

/**
 * The body's part of the load today, in kilograms: from the current bodyweight, or else from that of the last session.
 */
function bodyOf(
  { facts, bodyweightAt, now, sets }: ProgressionInput,
  { lift }: RememberedLift,
): number | undefined {
  const { timeZone, workoutBodyweightGrams } = sets.at(-1) ?? {}
  const bodyweightGrams = bodyweightAt({ performedAt: now, timeZone, workoutBodyweightGrams })
  if (bodyweightGrams !== undefined) return (bodyweightGrams * bodyweightShareOf(facts)) / 1000
  const set = lift.recent.at(-1)?.sets.find(({ added }) => added !== undefined)
  return set?.added === undefined ? undefined : set.load - set.added
}

function ifMissedOf(
  decision: MemoryDecision,
  lift: Lift,
  prescribe: (set: PlannedSet) => PrescribedSet,
): { readonly ifMissed?: IfMissed } {
  const { ifMissed } = decision
  if (!ifMissed) return {}
  const { rule, sets } = ifMissed
  return { ifMissed: { rule, sets: sets.map(prescribe), text: ifMissedText(lift, ifMissed, decision) } }
}

function deloadOf(
  { deload }: MemoryDecision,
  prescribe: (set: PlannedSet) => PrescribedSet,
): { readonly deload?: DeloadOffer } {
  if (!deload) return {}
  const { percent, text, sets } = deload
  return { deload: { cause: 'plateau', percent, text, sets: sets.map(prescribe) } }
}
