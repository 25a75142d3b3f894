import { exerciseProgress } from '../progress.ts'
import { decide } from './decide.ts'
import type { Decision, PlannedSet } from './decision.ts'
import { deloadOffer, deloadRules } from './deload.ts'
import { type Lift, liftOf } from './lift.ts'
import { memoryProgression } from './memory.ts'
import { prescriber, warmUpsFor } from './prescribed-sets.ts'
import { progressionMethod } from './progression-method.ts'
import { defaultScheme, type RuledScheme } from './schemes.ts'
import { sessionsOf } from './sessions.ts'
import type { IfMissed, PrescribedSet, Progression, ProgressionInput, Session, WorkingSet } from './types.ts'

const day = 86_400_000
/** How far back a plateau is looked for, in milliseconds. */
const plateauWindow = 84 * day

/** The log as it would be if every prescribed set fell short of its reps. */
function missedSession({ sets }: Decision, last: Session, now: number): Session {
  const short = (reps: number, type: PlannedSet['type']) => Math.max(0, reps - (type === 'failure' ? 2 : 1))
  const missed = sets
    .filter(({ type }) => type !== 'warmup')
    .map(
      ({ weight, reps, type, rpe }): WorkingSet => ({
        ids: [],
        type: type ?? 'normal',
        weight,
        reps: short(reps?.min ?? 0, type),
        rpe,
        sided: false,
      }),
    )
  const weight = missed.at(-1)?.weight
  const atWeight = missed.filter((set) => set.weight === weight)
  return { ...last, workoutId: '', performedAt: now, sets: missed, weight, atWeight }
}

/**
 * Sessions before a scheme was chosen, and since. Without a time all belong to the scheme; without a scheme
 * none does.
 */
function splitAt(sessions: readonly Session[], { scheme, since }: ProgressionInput) {
  if (!scheme) return { before: sessions, since: [] }
  if (since === undefined) return { before: [], since: sessions }
  const first = sessions.findIndex(({ performedAt }) => performedAt >= since)
  const at = first < 0 ? sessions.length : first
  return { before: sessions.slice(0, at), since: sessions.slice(at) }
}

function ifMissed(
  decision: Decision,
  parts: { readonly before: readonly Session[]; readonly since: readonly Session[] },
  scheme: RuledScheme,
  lift: Lift,
  now: number,
  prescribe: (set: PlannedSet) => PrescribedSet,
): IfMissed | undefined {
  const last = parts.since.at(-1) ?? parts.before.at(-1)
  if (!last || !decision.sets.some(({ reps }) => reps)) return undefined
  const since = [...parts.since, missedSession(decision, last, now)]
  const next = decide({ scheme, before: parts.before, since, lift })
  if ('undecided' in next) return undefined
  return { rule: next.rule, sets: next.sets.map(prescribe), text: `If missed: ${next.reasons[0]}` }
}

function onPlateau({ facts, sets, days, bodyweightAt, now, formula, progress }: ProgressionInput): boolean {
  if (progress !== undefined) return progress === 'plateau'
  const recent = sets.filter(({ performedAt }) => performedAt >= now - plateauWindow && performedAt <= now)
  return (
    exerciseProgress(recent, facts, { days, bodyweightAt, asOf: days.dayOf(now), formula }).status ===
    'plateau'
  )
}

/**
 * What to do next for an exercise: the state of its scheme follows from the workouts alone, so an edited or
 * deleted workout changes it at once. Workouts after `now` are ignored. `insufficient_data` rather than a
 * guess if the log doesn't contain enough. Every weight is loadable: with the user's plates, or in the usual
 * steps, or because it was lifted before.
 */
export function progressionOf(input: ProgressionInput): Progression {
  const { facts, scheme = defaultScheme, now, days, fatigue = 0 } = input
  if (scheme.scheme === 'memory') return memoryProgression(input, scheme)
  const head = { exerciseId: facts.id, scheme: scheme.scheme }
  const method = progressionMethod(scheme)
  const sessions = sessionsOf(input).filter(({ performedAt }) => performedAt <= now)
  const parts = splitAt(sessions, input)
  const lift = liftOf(input)
  const decision = decide({ scheme, lift, ...parts })
  const last = sessions.at(-1)
  if ('undecided' in decision)
    return { status: 'insufficient_data', ...head, reasons: [decision.undecided], method }
  const prescribe = prescriber(input, last?.sets.some(({ sided }) => sided) ?? false)
  const missed = ifMissed(decision, parts, scheme, lift, now, prescribe)
  const deload = deloadOffer(
    decision,
    sessions,
    lift,
    {
      days: last ? days.dayOf(now) - last.day : 0,
      plateau: fatigue >= deloadRules.fromFatigue && onPlateau(input),
      fatigue,
    },
    prescribe,
  )
  return {
    status: 'prescription',
    ...head,
    rule: decision.rule,
    sets: decision.sets.map(prescribe),
    warmUps: warmUpsFor(decision, input, prescribe),
    reasons: decision.reasons,
    ...(missed ? { ifMissed: missed } : {}),
    ...(deload ? { deload } : {}),
    workoutIds: decision.sessions.map(({ workoutId }) => workoutId),
    setIds: decision.sessions.flatMap(({ sets }) => sets.flatMap(({ ids }) => ids)),
    method,
  }
}
