import { fitsGoal, goalReps } from '../goals.ts'
import {
  foldSession,
  isLow,
  isPlain,
  type LiftPrescription,
  type LiftSet,
  type OtherSet,
  type PrescribeOptions,
  prescribeLift,
  type Remembered,
  repRange,
  stepOf,
  usualGap,
  workingLoad,
} from '../lift-state/index.ts'
import { loadsForOwnStep } from '../lift-state/prescribe-context.ts'
import { bodyweightShareOf } from '../load.ts'
import { weightUnits } from '../units.ts'
import { decide } from './decide.ts'
import { type Decision, ifMissedText, type PlannedSet, type Undecided } from './decision.ts'
import { expectedOneRepMax } from './expected-one-rep-max.ts'
import { type Lift, liftOf } from './lift.ts'
import { measuredDecision } from './measured.ts'
import { liftedIn, memoryLoads } from './memory-loads.ts'
import { chanceSentence, memorySentence, othersSentence } from './memory-text.ts'
import { prescriber, warmUpsFor } from './prescribed-sets.ts'
import { progressionMethod } from './progression-method.ts'
import { foldSets } from './remembered-in.ts'
import type { MemoryScheme } from './schemes.ts'
import { sessionsOf } from './sessions.ts'
import type {
  DeloadOffer,
  IfMissed,
  PrescribedSet,
  Prescription,
  Progression,
  ProgressionInput,
  Session,
} from './types.ts'

/** A decision based on the memory, with the figures that only it provides. */
interface MemoryDecision extends Decision {
  readonly chance?: number
  readonly oneRepMax?: Prescription['oneRepMax']
  readonly workoutId?: string | undefined
  readonly ifMissed?: Decision
  readonly deload?:
    | { readonly sets: readonly PlannedSet[]; readonly percent: number; readonly text: string }
    | undefined
}

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
  const followed = sessions.filter(({ workoutId }) => workoutId === decision.workoutId)
  const from = followed.length > 0 ? followed : decision.sessions
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
    workoutIds: from.map(({ workoutId }) => workoutId),
    setIds: from.flatMap(({ sets }) => sets.flatMap(({ ids }) => ids)),
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
  // Without a known load, such as added weight on an unknown bodyweight, reps and weight alone decide.
  return decide({ scheme: { scheme: 'double' }, before: [], since: sessions, lift })
}

function decideByLoad(
  input: ProgressionInput,
  scheme: MemoryScheme,
  remembered: Remembered,
  lift: Lift,
  sessions: readonly Session[],
): MemoryDecision | undefined {
  const { facts, loading, unit, days, now, since } = input
  const moving = bodyweightShareOf(facts) > 0
  const body = moving ? bodyOf(input, remembered) : 0
  if (body === undefined) return undefined
  const weightOf = (set: LiftSet) => (moving ? (set.added ?? 0) : set.load)
  const recent = remembered.lift.recent.flatMap(({ sets }) => sets).map(weightOf)
  const kilogramsOfUnit = weightUnits[unit].canonical / 1000
  const seen = moving ? [...new Set(recent)] : remembered.lift.loadsSeen
  const own = scheme.incrementGrams === undefined ? undefined : scheme.incrementGrams / 1000
  const step = own ?? stepAsLogged(seen, lift.increment(undefined) / 1000, kilogramsOfUnit)
  const grams = (kilograms: number) => Math.round(kilograms * 1000)
  const options: PrescribeOptions = {
    day: days.dayOf(now),
    loads: memoryLoads(
      loading,
      body,
      liftedIn(unit, recent.map(grams)),
      step === undefined ? undefined : step * 1000,
    ),
    kilogramsOfUnit,
    defaultStep: lift.increment(undefined) / 1000,
    step: own,
    habit: remembered.habit,
    body: moving ? body : undefined,
    plainUntil: bodyweightShareOf(facts) >= mostOfBody ? plainReps.most : plainReps.part,
    range: scheme.range,
    isNewRange:
      scheme.range !== undefined && since !== undefined && (sessions.at(-1)?.performedAt ?? since) < since,
    ...(scheme.range === undefined && rangeForGoal(input, remembered)),
  }
  const toGrams = (load: number) => grams(load - body)
  const next = prescribeLift(remembered.lift, remembered.lifter, options)
  if (!next) return undefined
  const decision = decisionOf(next, { lift, toGrams, moving, since: sessions })
  const then = ifMissedNext(next, remembered, { ...options, isNewRange: false }, body)
  return {
    ...decision,
    ...(then && { ifMissed: decisionOf(then, { lift, toGrams, moving, since: sessions }) }),
  }
}

/**
 * The prescription after a miss. Where sessions of several kinds alternate, the ones in between are unchanged, and it is
 * about the next of this kind.
 */
function ifMissedNext(
  next: LiftPrescription,
  { lift, lifter }: Remembered,
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
  const between = Math.max(1, usualGap(lift) ?? typicalGap)
  let { day } = options
  let after = foldSession(lift, lifter, { day, sets })
  for (let back = next.sessionsBack - 1; back > 0; back--) {
    const turn = lift.recent.at(-back)
    day += between
    if (turn) after = foldSession(after.lift, after.lifter, { ...turn, day })
  }
  return prescribeLift(after.lift, after.lifter, { ...options, day: day + between })
}

/** A pull-up or a dip moves nearly all of the body; a push-up or a crunch only a part, and has harder variations. */
const mostOfBody = 0.9
/** The reps of every set before weight is added to a lift that was never done with any. */
const plainReps = { most: 12, part: 20 } as const

/** The step that the log shows, in kilograms: with few weights logged, one larger than usual may be chance. */
function stepAsLogged(seen: readonly number[], usual: number, kilogramsOfUnit: number): number | undefined {
  const step = stepOf({ loadsSeen: seen }, kilogramsOfUnit)
  return step !== undefined && step > usual && seen.length < loadsForOwnStep ? undefined : step
}

/**
 * The range of the lifter's goal, if their own reps are outside it: a new one until a session has its reps. Undefined
 * for lifts that the log doesn't show yet, and for bodyweight lifts without added weight, whose reps follow from the body.
 */
function rangeForGoal(
  { goal, facts }: ProgressionInput,
  { lift }: Remembered,
): Pick<PrescribeOptions, 'range' | 'isNewRange'> | undefined {
  const last = lift.recent.findLast(({ deload }) => !deload) ?? lift.recent.at(-1)
  if (!goal || !last || isPlain(lift)) return undefined
  const working = workingLoad(last.sets)
  const own = repRange(lift, working)
  const range = goalReps(goal, facts)
  if (!own || fitsGoal(range, { min: own.low, max: own.high }, goal, facts)) return undefined
  const did = last.sets.filter(({ load }) => load === working).map(({ reps }) => reps)
  const isIn = did.some((reps) => reps >= range.min && reps <= range.max)
  return { range, isNewRange: !isIn }
}

/**
 * What the body adds to the load today, in kilograms: by the current bodyweight, or else that of the last
 * session.
 */
function bodyOf(
  { facts, bodyweightAt, now, sets }: ProgressionInput,
  { lift }: Remembered,
): number | undefined {
  const { timeZone, workoutBodyweightGrams } = sets.at(-1) ?? {}
  const weighed = bodyweightAt({ performedAt: now, timeZone, workoutBodyweightGrams })
  if (weighed !== undefined) return (weighed * bodyweightShareOf(facts)) / 1000
  const set = lift.recent.at(-1)?.sets.find(({ added }) => added !== undefined)
  return set?.added === undefined ? undefined : set.load - set.added
}

function decisionOf(
  next: LiftPrescription,
  {
    lift,
    toGrams,
    moving,
    since,
  }: {
    readonly lift: Lift
    readonly toGrams: (load: number) => number
    readonly moving: boolean
    readonly since: readonly Session[]
  },
): MemoryDecision {
  const weight = toGrams(next.load)
  const working = workingLoad(next.anchor.sets)
  const asOther = ({ load, reps }: OtherSet): PlannedSet => ({
    weight: toGrams(load),
    reps: { min: reps, max: reps },
  })
  const did = next.anchor.sets
    .filter(({ load }) => load === working)
    .map(({ reps }) => ({ weight: toGrams(working), reps }))
  const main = next.reps.map((reps, index): PlannedSet => {
    const isOpen = next.lastSetOpen && index === next.reps.length - 1
    return {
      weight,
      reps: { min: reps, max: isOpen ? reps : Math.max(reps, next.range.high) },
      ...(isOpen && { openEnded: true, rpe: oneLeft }),
    }
  })
  const todo = main.map(({ reps, openEnded }) => ({ weight, reps: reps?.min ?? 0, openEnded }))
  const others = [...next.before, ...next.after]
  const isHeavier = others.some(({ load }) => load > next.load)
  const up = next.up === undefined ? undefined : toGrams(next.up)
  const words = { lift, did, todo, weight: toGrams(working), up, main: toGrams(next.main), moving }
  return {
    rule: `memory.${next.rule}`,
    sets: [...next.before.map(asOther), ...main, ...next.after.map(asOther)],
    reasons: [
      memorySentence(next, words),
      chanceSentence(next, lift, others.length === 0 ? 'first' : isHeavier ? 'top' : 'heaviest'),
      ...(others.length > 0 ? [othersSentence(next)] : []),
    ],
    sessions: since.slice(-1),
    workoutId: next.anchor.workoutId,
    chance: next.chance,
    oneRepMax: expectedOneRepMax(next.forecast),
    ...(next.deload &&
      !isLow(working, next.main) && { deload: deloadSets(next, next.deload, toGrams, lift) }),
  }
}

/** The RPE of a set that continues to one rep before failure. */
const oneLeft = 9

function deloadSets(
  { anchor, gapDays }: LiftPrescription,
  { load, reps, sets }: NonNullable<LiftPrescription['deload']>,
  toGrams: (load: number) => number,
  lift: Lift,
): MemoryDecision['deload'] {
  const working = workingLoad(anchor.sets)
  const weight = toGrams(load)
  const planned = Array.from({ length: sets }, (): PlannedSet => ({ weight, reps: { min: reps, max: reps } }))
  const percent = Math.max(0, Math.round((1 - load / working) * 100))
  const said = lift.say(planned.map(() => ({ weight, reps })))
  const less =
    percent > 0 ? `${percent}% less and half the sets` : 'the same weight, fewer reps and half the sets'
  const text = `You haven’t improved in five weeks or more${gapDays > 14 ? '' : ' of training'}: consider a light week, ${less}, ${said}, then a new rep range.`
  return { sets: planned, percent, text }
}

function ifMissedOf(
  { ifMissed }: MemoryDecision,
  lift: Lift,
  prescribe: (set: PlannedSet) => PrescribedSet,
): { readonly ifMissed?: IfMissed } {
  if (!ifMissed) return {}
  const { rule, sets } = ifMissed
  return { ifMissed: { rule, sets: sets.map(prescribe), text: ifMissedText(lift, ifMissed) } }
}

function deloadOf(
  { deload }: MemoryDecision,
  prescribe: (set: PlannedSet) => PrescribedSet,
): { readonly deload?: DeloadOffer } {
  if (!deload) return {}
  const { percent, text, sets } = deload
  return { deload: { cause: 'plateau', percent, text, sets: sets.map(prescribe) } }
}
