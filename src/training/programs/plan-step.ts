import type { RepRange } from '../progression/types.ts'
import type { SetType } from '../types.ts'
import { weightUnits } from '../units.ts'
import { isDone } from './judge.ts'
import type { EnteredWeight, PlannedLoad, Program, ProgramSet, ProgramSlot } from './program.ts'
import type { ProgramStep, RunState } from './program-run.ts'

/** The loads available for an exercise, in grams. */
export interface AvailableLoads {
  /** The largest load not above a target; the lightest one if all are heavier. */
  atMost(grams: number): number
  /** The smallest load above a weight; undefined if there is none. */
  above(grams: number): number | undefined
}

/** A set of a step, with its target. */
export interface PlannedRunSet {
  readonly key?: string
  readonly type: SetType
  readonly reps?: RepRange
  readonly openEnded?: true
  /** An available load, in grams. If absent, it follows from the effort, or the lifter chooses it. */
  readonly weightGrams?: number
  readonly rpe?: number
  readonly rir?: number
  readonly durationSeconds?: number
  readonly distanceMillimeters?: number
  readonly restSeconds?: number
  readonly tempo?: string
}

/** A slot of a step. Its sets are undefined where a scheme prescribes them. */
export interface PlannedSlot {
  readonly slot: ProgramSlot
  readonly exerciseId: string
  readonly sets: readonly PlannedRunSet[] | undefined
  /** The base that percentages refer to, in grams, if the slot has a lift with one. */
  readonly baseGrams: number | undefined
}

/** Thrown when a percentage refers to a lift for which the run has no base. */
export class MissingBaseError extends Error {
  override readonly name = 'MissingBaseError'
  readonly lift: string

  constructor(lift: string) {
    super(`the lift ${lift} has no base`)
    this.lift = lift
  }
}

/**
 * The prescription of a step: the slots of its day in this week, each with its sets.
 *
 * @param state the run, folded
 * @param loadsFor the loads available for an exercise
 * @param mayLackBases whether sets whose base is missing are planned without a load
 * @throws {MissingBaseError} if `mayLackBases` is false and a percentage refers to a base that the run doesn't
 *   have
 */
export function planStep(
  program: Program,
  state: Pick<RunState, 'bases' | 'swaps' | 'countedWorkouts'>,
  step: Pick<ProgramStep, 'week' | 'day'>,
  loadsFor: (exerciseId: string) => AvailableLoads,
  { mayLackBases = false }: { readonly mayLackBases?: boolean } = {},
): readonly PlannedSlot[] {
  const day = program.days.find(({ key }) => key === step.day)
  const slots = day?.slots.filter(({ weeks }) => weeks?.includes(step.week) ?? true) ?? []
  return slots.flatMap((slot) => {
    const lift = program.lifts?.find(({ key }) => key === slot.lift)
    const exerciseId = state.swaps.get(slot.key) ?? slot.exerciseId ?? lift?.exerciseId
    if (exerciseId === undefined) return []
    const baseGrams = slot.lift === undefined ? undefined : state.bases.get(slot.lift)?.baseGrams
    const prescribed = prescribedSets(program, slot, step.week)
    if (prescribed?.length === 0) return []
    const loads = loadsFor(exerciseId)
    const round = roundings[program.rounding ?? 'nearest']
    return [
      {
        slot,
        exerciseId,
        baseGrams,
        sets:
          prescribed &&
          plannedSets(prescribed, slot, { ...state, mayLackBases }, (grams) => round(loads, grams)),
      },
    ]
  })
}

/** Distances that differ by at most this many grams count as equal, to absorb rounding errors of percentages. */
const tieGrams = 0.5

/** With few plates, a target is rounded up by at most this factor. */
const maxRise = 1.1

/** The available load nearest to a target; the heavier one if two are equally near, as in published tables. */
function nearestLoad(loads: AvailableLoads, grams: number): number {
  const lower = loads.atMost(grams)
  const higher = loads.above(lower) ?? Number.POSITIVE_INFINITY
  const isNearer = higher - grams <= grams - lower + tieGrams
  return isNearer && higher <= maxRise * grams ? higher : lower
}

/** The smallest available load not below a target; the heaviest one if all are lighter. */
function loadAtLeast(loads: AvailableLoads, grams: number): number {
  const lower = loads.atMost(grams)
  return lower + tieGrams >= grams ? lower : (loads.above(lower) ?? lower)
}

const roundings: Record<
  NonNullable<Program['rounding']>,
  (loads: AvailableLoads, grams: number) => number
> = {
  nearest: nearestLoad,
  down: (loads, grams) => loads.atMost(grams),
  up: loadAtLeast,
}

/** The sets that a slot prescribes in a week; undefined where a scheme prescribes them. */
export function prescribedSets(
  program: Program,
  slot: ProgramSlot,
  week: string,
): readonly ProgramSet[] | undefined {
  if (slot.wave === undefined) return slot.sets
  const wave = program.waves?.find(({ key }) => key === slot.wave)
  return wave?.weeks.find((entry) => entry.week === week)?.sets ?? []
}

/** The state that loads are computed from. */
interface LoadState extends Pick<RunState, 'bases' | 'countedWorkouts'> {
  readonly mayLackBases: boolean
}

function plannedSets(
  prescribed: readonly ProgramSet[],
  slot: ProgramSlot,
  state: LoadState,
  round: (grams: number) => number,
): readonly PlannedRunSet[] {
  const loadsByKey = new Map<string, number>()
  return prescribed.flatMap((set) => {
    const target = set.load && targetGrams(set.load, slot, state, loadsByKey)
    const weightGrams = target === undefined ? undefined : round(target)
    if (set.key !== undefined && weightGrams !== undefined) loadsByKey.set(set.key, weightGrams)
    return new Array<PlannedRunSet>(set.count ?? 1).fill(plannedSet(set, slot, weightGrams))
  })
}

function plannedSet(set: ProgramSet, slot: ProgramSlot, weightGrams: number | undefined): PlannedRunSet {
  const { key, type = 'normal', reps, openEnded, rpe, rir, durationSeconds, distanceMillimeters, tempo } = set
  const restSeconds = set.restSeconds ?? slot.restSeconds
  return {
    type,
    ...(key !== undefined && { key }),
    ...(reps && { reps }),
    ...(openEnded && { openEnded }),
    ...(weightGrams !== undefined && { weightGrams }),
    ...(rpe !== undefined && { rpe }),
    ...(rir !== undefined && { rir }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distanceMillimeters !== undefined && { distanceMillimeters }),
    ...(restSeconds !== undefined && { restSeconds }),
    ...(tempo !== undefined && { tempo }),
  }
}

/** The target load before rounding; undefined if it depends on a base, set or slot that has none yet. */
function targetGrams(
  load: PlannedLoad,
  slot: ProgramSlot,
  { bases, countedWorkouts, mayLackBases }: LoadState,
  loadsByKey: ReadonlyMap<string, number>,
): number | undefined {
  switch (load.of) {
    case 'base': {
      const lift = load.lift ?? slot.lift ?? ''
      const base = bases.get(lift)
      if (!base && mayLackBases) return undefined
      if (!base) throw new MissingBaseError(lift)
      return (base.baseGrams * load.percent) / 100 + (load.plus ? gramsOf(load.plus) : 0)
    }
    case 'weight':
      return gramsOf(load.weight)
    case 'set': {
      const otherGrams = loadsByKey.get(load.set)
      return otherGrams === undefined ? undefined : (otherGrams * load.percent) / 100
    }
    case 'slot': {
      const last = lastLoadOf(load.slot, countedWorkouts)
      return last === undefined ? undefined : (last * load.percent) / 100
    }
  }
}

/** The heaviest working load of a slot in the last workout of the run that included it. */
function lastLoadOf(slot: string, countedWorkouts: RunState['countedWorkouts']): number | undefined {
  for (const { exercises } of countedWorkouts.toReversed()) {
    const loads = exercises
      .filter((exercise) => exercise.slot === slot)
      .flatMap(({ sets }) => sets.filter(isDone).flatMap(({ weightGrams }) => weightGrams ?? []))
    if (loads.length > 0) return Math.max(...loads)
  }
  return undefined
}

function gramsOf({ value, unit }: EnteredWeight): number {
  return value * weightUnits[unit].canonical
}
