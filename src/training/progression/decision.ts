import { repsInReserve } from '../e1rm.ts'
import { percentOfMax } from '../rpe-chart.ts'
import type { Lift } from './lift.ts'
import type { RepRange, Session, WorkingSet } from './types.ts'

/** A set that a scheme prescribes. */
export interface PlannedSet {
  /** See `Lift`; absent for exercises without a weight. */
  readonly weight?: number | undefined
  readonly reps?: RepRange | undefined
  readonly openEnded?: true | undefined
  readonly rpe?: number | undefined
  readonly type?: 'warmup' | 'failure' | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  readonly note?: string | undefined
}

/** What a scheme decided, and from which sessions. */
export interface Decision {
  readonly rule: string
  readonly sets: readonly PlannedSet[]
  readonly reasons: readonly string[]
  readonly sessions: readonly Session[]
}

/** Why a scheme can't decide without guessing. */
export interface Undecided {
  readonly undecided: string
}

/** What a scheme decides from: the sessions before it was chosen, and those since; oldest first. */
export interface Plan<Chosen> {
  readonly scheme: Chosen
  readonly before: readonly Session[]
  readonly since: readonly Session[]
  readonly lift: Lift
  /** The chance, 0–1, of reps at a weight, if the lift is known well enough. */
  readonly chance?: ((weight: number, reps: number) => number) | undefined
}

/** A scheme: its state follows from the sessions alone. */
export type Decide<Chosen> = (plan: Plan<Chosen>) => Decision | Undecided

/** The target effort where a scheme names none: two reps in reserve. Our choice, not a research finding. */
export const usualRpe = 8

/** The reps in reserve of sets, if it was logged for all of them. */
export function reserves(sets: readonly WorkingSet[]): readonly number[] | undefined {
  const logged = sets.flatMap((set) => repsInReserve(set) ?? [])
  return logged.length > 0 && logged.length === sets.length ? logged : undefined
}

/** The target effort where a scheme names none; undefined if the last sets were already harder than that. */
export function effortAfter({ atWeight }: Session): number | undefined {
  const left = reserves(atWeight)
  return left && Math.max(...left) < 1 ? undefined : usualRpe
}

const minSets = 1
const maxSets = 10
const usualSets = 3

/**
 * As many sets as last time at its weight. Someone who ramped up to one or two top sets gets as many sets as they did in
 * all, up to three.
 */
function asLastTime({ sets, atWeight }: Session): number {
  const isRamp = atWeight.length === 1 || atWeight.length * 2 < sets.length
  return isRamp ? Math.max(atWeight.length, Math.min(usualSets, sets.length)) : atWeight.length
}

/** The number of sets: as chosen, else as many as last time. */
export const setCount = (own: number | undefined, last: Session | undefined): number =>
  Math.min(maxSets, Math.max(minSets, Math.round(own ?? (last ? asLastTime(last) : usualSets))))

/** Weights that differ by less count as equal: 135 lb expressed in kilograms comes back as 61.24 kg. */
const sameWeightGrams = 20

/** Whether two weights are the same in practice. */
export const sameWeight = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= sameWeightGrams

/** A number of equal sets. */
export const repeatSet = (count: number, set: PlannedSet): PlannedSet[] =>
  Array.from({ length: count }, () => set)

/** Describes what was done. */
export function done(lift: Lift, sets: readonly WorkingSet[]): string {
  const [first] = sets
  if (first?.weight !== undefined && sets.every(({ reps }) => reps === 0))
    return `no reps at ${lift.sayWeight(first.weight)}`
  return lift.say(sets)
}

/** Describes what to do. */
export const toDo = (lift: Lift, sets: readonly PlannedSet[]): string =>
  lift.say(sets.map(({ weight, reps, openEnded }) => ({ weight, openEnded, reps: reps?.min ?? 0 })))

/** Says what the next workout would be if this one fell short. */
export const ifMissedText = (lift: Lift, { sets }: Pick<Decision, 'sets'>): string =>
  `If you miss reps, do ${toDo(lift, sets)} next time.`
/** If this many reps are missing from what a scheme prescribes, the weight belongs to another rep range. */
const farShort = 2

/**
 * The starting weight if the last workout used another rep range: if its sets were two or more reps below `reps` (more
 * than two once the scheme has begun), the chart's weight for `reps` at RPE 8, by the session's one-rep max. Undefined
 * if the session's own weight will do.
 */
export function lighterStart(lift: Lift, last: Session, reps: number, begun: boolean): number | undefined {
  const fewest = Math.min(...last.atWeight.map((set) => set.reps))
  const most = Math.max(...last.atWeight.map((set) => set.reps))
  if (last.weight === undefined || fewest < 1 || most > reps - farShort - (begun ? 1 : 0)) return undefined
  const oneRepMax = lift.oneRepMax(last)
  const percent = percentOfMax(reps, usualRpe)
  if (oneRepMax === undefined || percent === undefined) return undefined
  const weight = lift.forLoad((oneRepMax * percent) / 100, last)
  return weight !== undefined && weight < last.weight ? weight : undefined
}

/** ACSM 2009 advises steps of no more than this (2–10 %). */
const largeStep = 10

/** Adds a note if a step up is larger than 10 %. */
export function stepWarning(lift: Lift, from: number, to: number): string[] {
  const percent = from > 0 ? ((to - from) / from) * 100 : 0
  if (percent <= largeStep) return []
  return [
    `That is a jump of ${Math.round(percent)}%, where 2–10% is advised (ACSM 2009): expect fewer reps than at ${lift.sayWeight(from)}.`,
  ]
}
