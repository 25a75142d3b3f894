import { dayMs } from '../day-ms.ts'
import { chanceOf, expectedOf, type Forecast, type RememberedLift } from '../lift-state/index.ts'
import { sameLoadGrams } from '../plates/rack.ts'
import { exerciseProgress } from '../progress.ts'
import { afterBreak } from './breaks.ts'
import { decide, isUnloaded } from './decide.ts'
import { type Decision, ifMissedText, type PlannedSet, type SchemeInput } from './decision.ts'
import { deloadOffer, deloadRules } from './deload.ts'
import { expectedOneRepMax } from './expected-one-rep-max.ts'
import { foldSets } from './fold-sets.ts'
import { liftOf } from './lift.ts'
import { deloadsIn, withoutLightDays } from './light-days.ts'
import { loadingAsLogged } from './loading-as-logged.ts'
import { measuredDecision } from './measured.ts'
import { plannedChance } from './planned-chance.ts'
import { prescriber, warmUpsFor } from './prescribed-sets.ts'
import { progressionMethod } from './progression-method.ts'
import { withinReach } from './reach.ts'
import type { RuleBasedScheme } from './schemes.ts'
import { sessionsOf } from './sessions.ts'
import type { IfMissed, PrescribedSet, Progression, ProgressionInput, Session, WorkingSet } from './types.ts'

/** The period in which to look for a plateau, in milliseconds. */
const plateauWindow = 84 * dayMs
/** The schemes that detect light days themselves, by the weight that was due. */
const schemesJudgingLightDays: ReadonlySet<string> = new Set(['linear', 'gzclp', 'five_three_one', 'rpe'])

/** The schemes whose weights are percentages. Their logs don't show the step between weights. */
const percentageSchemes: ReadonlySet<string> = new Set(['five_three_one', 'gzclp', 'apre'])

/** The memory of a lift, and the result that it expects on the day. */
interface Expectation {
  readonly memory: RememberedLift
  readonly expected: Forecast
}

/**
 * The next prescription of a scheme that is a rule about the logged sessions. The memory completes the rule:
 * typing errors, light days and deloads are excluded, breaks lower the weight, and available weights are inferred from
 * the log if the user didn't list them.
 */
export function ruleBasedProgression(original: ProgressionInput, scheme: RuleBasedScheme): Progression {
  const { facts, now, days } = original
  const folded = foldSets(original)
  const memory = original.memory ?? folded.memory
  const input = withLoading(
    { ...original, sets: original.sets.filter(({ id }) => !folded.doubted.has(id)) },
    scheme,
    memory,
  )
  const head = { exerciseId: facts.id, scheme: scheme.scheme }
  const method = progressionMethod(scheme)
  const sessions = sessionsOf(input).filter(({ performedAt }) => performedAt <= now)
  const lift = liftOf(input)
  const expectation: Expectation | undefined =
    memory?.measure === 'load'
      ? { memory, expected: expectedOf(memory.lift, memory.lifter, days.dayOf(now)) }
      : undefined
  const last = sessions.at(-1)
  const gap = last ? days.dayOf(now) - last.day : 0
  const schemeInput: SchemeInput<RuleBasedScheme> = {
    scheme,
    lift,
    gap,
    ...workingParts(splitAt(sessions, input), scheme, deloadsIn(memory)),
    chance:
      expectation &&
      ((weight, reps) =>
        chanceOf(expectation.expected, Math.max(1, weight + (last?.bodyGrams ?? 0)) / 1000, reps)),
  }
  const measured =
    memory && memory.measure !== 'load' && facts.category !== 'mobility' && isUnloaded(schemeInput)
      ? measuredDecision(memory, days.dayOf(now), sessions, lift)
      : undefined
  const decided = measured ?? decide(schemeInput)
  if ('undecided' in decided)
    return { status: 'insufficient_data', ...head, reasons: [decided.undecided], method }
  const ruled = withinReach(decided, schemeInput)
  const { loading } = input
  const decision =
    expectation && last
      ? afterBreak(ruled, {
          scheme,
          last,
          gap,
          ...expectation,
          loading,
          lift,
          input,
        })
      : ruled
  const prescribe = prescriber(input, last?.sets.some(({ sided }) => sided) ?? false)
  const missed = measured ? undefined : ifMissed(decision, schemeInput, now, prescribe)
  const deload = decision.rule.endsWith('.comeback')
    ? undefined
    : deloadOffer(decision, sessions, lift, signsOf(input, gap), prescribe)
  const planned =
    expectation &&
    last &&
    plannedChance(decision.sets, expectation.memory, {
      unit: lift.unit,
      day: days.dayOf(now),
      bodyGrams: last.bodyGrams ?? 0,
      reserve: decision.reserve,
      rule: decision.rule,
    })
  return {
    status: 'prescription',
    ...head,
    rule: decision.rule,
    sets: decision.sets.map(prescribe),
    warmUps: warmUpsFor(decision, input, prescribe),
    reasons: [...decision.reasons, ...(planned ? [planned.sentence] : [])],
    ...(missed && { ifMissed: missed }),
    ...(deload && { deload }),
    ...(measured && { chance: measured.chance }),
    ...(planned && { chance: planned.chance, oneRepMax: expectedOneRepMax(planned.forecast) }),
    workoutIds: decision.sessions.map(({ workoutId }) => workoutId),
    setIds: decision.sessions.flatMap(({ sets }) => sets.flatMap(({ ids }) => ids)),
    method,
  }
}

function withLoading(
  input: ProgressionInput,
  scheme: RuleBasedScheme,
  memory: RememberedLift | undefined,
): ProgressionInput {
  const increment = 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
  if (increment !== undefined || memory?.measure !== 'load' || percentageSchemes.has(scheme.scheme))
    return input
  const usualIncrement = liftOf(input).increment(undefined)
  return { ...input, loading: loadingAsLogged(input.loading, memory, input, usualIncrement) }
}

interface Parts {
  readonly before: readonly Session[]
  readonly since: readonly Session[]
}

/**
 * The sessions before a scheme was chosen, and since. Without a time, all belong to the scheme; without a scheme, none
 * do.
 */
function splitAt(sessions: readonly Session[], { scheme, since }: ProgressionInput): Parts {
  if (!scheme) return { before: sessions, since: [] }
  if (since === undefined) return { before: [], since: sessions }
  const first = sessions.findIndex(({ performedAt }) => performedAt >= since)
  const start = first < 0 ? sessions.length : first
  return { before: sessions.slice(0, start), since: sessions.slice(start) }
}

/** The parts without deloads, and without light days unless the scheme judges those itself. */
function workingParts(
  { before, since }: Parts,
  { scheme }: RuleBasedScheme,
  deloads: ReadonlySet<string>,
): Parts {
  const nonDeloads = (sessions: readonly Session[]) => {
    const withoutDeloads = sessions.filter(({ workoutId }) => !deloads.has(workoutId))
    return withoutDeloads.length > 0 ? withoutDeloads : sessions
  }
  const judgesLightDays = schemesJudgingLightDays.has(scheme)
  return {
    before: withoutLightDays(nonDeloads(before)),
    since: judgesLightDays ? nonDeloads(since) : withoutLightDays(nonDeloads(since)),
  }
}

/** The session that would be logged if every prescribed set fell short of its reps. */
function missedSession({ sets }: Decision, last: Session, now: number): Session {
  const missedReps = (reps: number, type: PlannedSet['type']) =>
    Math.max(0, reps - (type === 'failure' ? 2 : 1))
  const missed = sets
    .filter(({ type }) => type !== 'warmup')
    .map(
      ({ weight, reps, type, rpe }): WorkingSet => ({
        ids: [],
        type: type ?? 'normal',
        weight,
        reps: missedReps(reps?.min ?? 0, type),
        rpe,
        sided: false,
        // A target marks the set as a step of the scheme rather than a light day.
        ...(weight !== undefined && { target: { weightGrams: weight } }),
      }),
    )
  const weight = missed.at(-1)?.weight
  const atWeight = missed.filter((set) => set.weight === weight)
  return { ...last, workoutId: '', performedAt: now, sets: missed, weight, atWeight }
}

function ifMissed(
  decision: Decision,
  schemeInput: SchemeInput<RuleBasedScheme>,
  now: number,
  prescribe: (set: PlannedSet) => PrescribedSet,
): IfMissed | undefined {
  const last = schemeInput.since.at(-1) ?? schemeInput.before.at(-1)
  if (!last || !decision.sets.some(({ reps }) => reps)) return undefined
  const next = decide({
    ...schemeInput,
    gap: 0,
    since: [...schemeInput.since, missedSession(decision, last, now)],
  })
  if ('undecided' in next) return undefined
  const { rule, sets } = risesAfterMiss(decision, next, schemeInput.scheme) ? decision : next
  return { rule, sets: sets.map(prescribe), text: ifMissedText(schemeInput.lift, { sets }, decision) }
}

const heaviestOf = ({ sets }: Decision): number =>
  Math.max(...sets.map(({ weight }) => weight ?? Number.NEGATIVE_INFINITY))

/**
 * Whether a scheme would add weight after a miss by mistake, because it doesn't know why a prescription was lighter or
 * had more reps than its own. Only 5/3/1 means to add it: its weeks get heavier whatever was done.
 */
function risesAfterMiss(decision: Decision, next: Decision, { scheme }: RuleBasedScheme): boolean {
  const meansTo = scheme === 'five_three_one' && !decision.rule.endsWith('.comeback')
  return !meansTo && heaviestOf(next) > heaviestOf(decision) + sameLoadGrams
}

function onPlateau({ facts, sets, days, bodyweightAt, now, formula, progress }: ProgressionInput): boolean {
  if (progress !== undefined) return progress === 'plateau'
  const recent = sets.filter(({ performedAt }) => performedAt >= now - plateauWindow && performedAt <= now)
  return (
    exerciseProgress(recent, facts, { days, bodyweightAt, asOf: days.dayOf(now), formula }).status ===
    'plateau'
  )
}

function signsOf(input: ProgressionInput, days: number) {
  const { fatigue = 0 } = input
  return { days, plateau: fatigue >= deloadRules.fromFatigue && onPlateau(input), fatigue }
}
