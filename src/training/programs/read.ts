import type { Schemas } from '#generated/types.ts'
import { schemeOf } from '../progression/read-scheme.ts'
import { toGrams, toMillimeters, weightUnits } from '../units.ts'
import type { Program, ProgramSet, ProgramSlot } from './program.ts'
import type { Run, RunDecision, RunSet, RunWorkout } from './program-run.ts'

/** A program's content in the contract's shape. */
export type ProgramContent = Omit<Schemas['ProgramInput'], 'id'>

/** The members of a program besides its content: its id, and those that the server sets. */
interface ProgramStamps {
  readonly id?: unknown
  readonly source?: unknown
  readonly revision?: unknown
  readonly createdAt?: unknown
  readonly updatedAt?: unknown
  readonly deletedAt?: unknown
}

/** A program without its id and the members that the server sets. */
export function contentOfProgram<Program extends ProgramStamps>({
  id: _,
  source: __,
  revision: ___,
  createdAt: ____,
  updatedAt: _____,
  deletedAt: ______,
  ...content
}: Program): Omit<Program, keyof ProgramStamps> {
  return content
}

/** The stored parts of a run, in the contract's shape. */
export type RunContent = Pick<
  Schemas['SyncedRun'],
  'programId' | 'programRevision' | 'status' | 'weekdays' | 'lifts' | 'decisions'
>

/** A program as input for the fold. */
export function readProgram({ waves, days, ...content }: ProgramContent): Program {
  return {
    ...content,
    ...(waves && {
      waves: waves.map((wave) => ({
        key: wave.key,
        weeks: wave.weeks.map(({ week, sets }) => ({ week, sets: sets.map(readSet) })),
      })),
    }),
    days: days.map((day) => ({ ...day, slots: day.slots.map(readSlot) })),
  }
}

function readSlot({ sets, progression, ...slot }: Schemas['ProgramSlot']): ProgramSlot {
  return {
    ...slot,
    ...(sets && { sets: sets.map(readSet) }),
    ...(progression && { progression: schemeOf(progression) }),
  }
}

function readSet({ distance, ...set }: Schemas['PlannedSet']): ProgramSet {
  return distance ? { ...set, distanceMillimeters: toMillimeters(distance) } : set
}

/** A run as input for the fold. */
export function readRun(id: string, { programRevision, lifts, decisions }: RunContent): Run {
  return {
    id,
    programRevision,
    startingBases: startingBases(lifts),
    decisions: decisions.map(readDecision),
  }
}

/** Bases in grams, by the key of the lift. */
export function startingBases(lifts: readonly Schemas['LiftBase'][]): Map<string, number> {
  return new Map(lifts.map(({ lift, base }) => [lift, exactGrams(base)]))
}

function readDecision(decision: Schemas['RunDecision']): RunDecision {
  const at = Date.parse(decision.at)
  return decision.kind === 'set_base'
    ? { ...decision, at, baseGrams: exactGrams(decision.base) }
    : { ...decision, at }
}

/** A workout as input for the fold; undefined if it belongs to no run. */
export function readRunWorkout(
  workout: Pick<Schemas['WorkoutInput'], 'startedAt' | 'endedAt' | 'plan' | 'exercises'> & {
    readonly id: string
  },
): RunWorkout | undefined {
  const { id, startedAt, endedAt, plan, exercises } = workout
  if (!plan) return undefined
  const { cycle, week, day } = plan
  return {
    id,
    startedAt: Date.parse(startedAt),
    endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
    plan: { cycle, week, day },
    exercises: exercises.map(({ slot, exerciseId, sets }) => ({
      slot,
      exerciseId,
      sets: sets.map(readRunSet),
    })),
  }
}

function readRunSet({
  type,
  reps,
  weight,
  durationSeconds,
  distance,
  target,
}: Schemas['WorkoutSetInput']): RunSet {
  return {
    type,
    reps,
    weightGrams: weight && exactGrams(weight),
    unit: weight?.unit,
    durationSeconds,
    distanceMillimeters: distance && toMillimeters(distance),
    target: target && {
      key: target.key,
      reps: target.reps,
      weightGrams: target.weight && exactGrams(target.weight),
    },
  }
}

/** Grams, not necessarily whole: 5 lb added a hundred times make exactly 500 lb. */
function exactGrams({ value, unit }: Schemas['Weight']): number {
  return unit === 'kg' ? toGrams({ value, unit }) : value * weightUnits[unit].canonical
}
