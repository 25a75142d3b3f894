import { repsInReserve } from '../e1rm.ts'
import { percentOfMax } from '../rpe-chart.ts'
import type { Lift } from './lift.ts'
import type { PrescribedSet, RepRange, Session, WorkingSet } from './types.ts'

/** A set that a scheme prescribes. */
export interface PlannedSet {
  /** As defined by `Lift`. Absent for exercises without a weight. */
  readonly weight?: number | undefined
  readonly reps?: RepRange | undefined
  readonly openEnded?: true | undefined
  readonly rpe?: number | undefined
  readonly type?: PrescribedSet['type'] | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  readonly note?: string | undefined
}

/** A set without the request for as many reps as possible. One that went to failure leaves a rep in reserve. */
export const shortOfFailure = <Asked extends PlannedSet | PrescribedSet>({
  openEnded: _open,
  note: _note,
  ...set
}: Asked) => (set.type === 'failure' ? { ...set, type: 'normal' as const, rpe: 9 } : set)

/** The decision of a scheme, and the sessions that it is based on. */
export interface Decision {
  readonly rule: string
  readonly sets: readonly PlannedSet[]
  readonly reasons: readonly string[]
  readonly sessions: readonly Session[]
  /** The reps in reserve that the scheme has left so far, judging by the reps done. */
  readonly reserve?: number | undefined
}

/** The reason why a scheme can't decide without guessing. */
export interface Undecided {
  readonly undecided: string
}

/** The inputs of a scheme: the sessions before it was chosen and those since, each oldest first. */
export interface SchemeInput<Chosen> {
  readonly scheme: Chosen
  readonly before: readonly Session[]
  readonly since: readonly Session[]
  readonly lift: Lift
  /** Days since the last session; by default none. */
  readonly gap?: number | undefined
  /** The chance, 0–1, of reps at a weight, if the lift is known well enough. */
  readonly chance?: ((weight: number, reps: number) => number) | undefined
}

/** Decides the next sets of a scheme. The state of a scheme follows from the sessions alone. */
export type Decide<Chosen> = (input: SchemeInput<Chosen>) => Decision | Undecided

/** The target effort if a scheme names none: two reps in reserve. Our choice, not a research finding. */
export const usualRpe = 8

/** The reps in reserve of sets, if they were logged for all of them. */
export function reserves(sets: readonly WorkingSet[]): readonly number[] | undefined {
  const logged = sets.flatMap((set) => repsInReserve(set) ?? [])
  return logged.length > 0 && logged.length === sets.length ? logged : undefined
}

/** The target effort if a scheme names none. Undefined if all of the last sets were close to failure. */
export function effortAfter({ atWeight }: Session): number | undefined {
  const inReserve = reserves(atWeight)
  return inReserve && Math.max(...inReserve) < 1 ? undefined : usualRpe
}

const minSets = 1
const maxSets = 10
const usualSets = 3

/**
 * The number of sets at the session's weight. For someone who ramped up to one or two top sets, the number of all their
 * sets, up to three.
 */
function setCountOf({ sets, atWeight }: Session): number {
  const isRamp = atWeight.length === 1 || atWeight.length * 2 < sets.length
  return isRamp ? Math.max(atWeight.length, Math.min(usualSets, sets.length)) : atWeight.length
}

/** The number of sets: the chosen number, or else as many as last time. */
export const setCount = (chosen: number | undefined, last: Session | undefined): number =>
  Math.min(maxSets, Math.max(minSets, Math.round(chosen ?? (last ? setCountOf(last) : usualSets))))

/** Weights that differ by at most this count as equal: 135 lb expressed in kilograms comes back as 61.24 kg. */
const sameWeightGrams = 20

/** Whether two weights are the same in practice. */
export const sameWeight = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= sameWeightGrams

/** A number of equal sets. */
export const repeatSet = (count: number, set: PlannedSet): PlannedSet[] =>
  Array.from({ length: count }, () => set)

/** Describes the sets that were done. */
export function doneText(lift: Lift, sets: readonly WorkingSet[]): string {
  const [first] = sets
  if (first?.weight !== undefined && sets.every(({ reps }) => reps === 0))
    return `no reps at ${lift.weightText(first.weight)}`
  return lift.setsText(sets)
}

/** Describes the sets to do. */
export const toDoText = (lift: Lift, sets: readonly PlannedSet[]): string =>
  lift.setsText(sets.map(({ weight, reps, openEnded }) => ({ weight, openEnded, reps: reps?.min ?? 0 })))

/** Describes what to do the next time if reps of the current workout are missed. */
export function ifMissedText(
  lift: Lift,
  { sets }: Pick<Decision, 'sets'>,
  current: Pick<Decision, 'sets'>,
): string {
  const text = toDoText(lift, sets)
  const isSame = text === toDoText(lift, current.sets)
  return `If you miss reps, ${isSame ? `try ${text} again` : `do ${text}`} next time.`
}

/** Sets that are at least this many reps short were done with a weight for a different rep range. */
const farShort = 2

/**
 * The starting weight if the last workout used a different rep range, that is, its sets were two or more reps below
 * `reps` (more than two once the scheme has begun): the chart's weight for `reps` at RPE 8, based on the session's
 * one-rep max, or by Epley's formula for more reps than the chart has. Undefined if the session's own weight will
 * do, or if no rep was made with it.
 */
export function lighterStart(lift: Lift, last: Session, reps: number, hasBegun: boolean): number | undefined {
  const maxReps = Math.max(...last.atWeight.map((set) => set.reps))
  if (last.weight === undefined || maxReps < 1 || maxReps > reps - farShort - (hasBegun ? 1 : 0))
    return undefined
  const oneRepMax = lift.oneRepMax(last)
  const percent = percentOfMax(reps, usualRpe)
  const load =
    oneRepMax && percent
      ? (oneRepMax * percent) / 100
      : ((last.weight + (last.bodyGrams ?? 0)) * (30 + maxReps)) / (30 + reps + 10 - usualRpe)
  const weight = lift.forLoad(load, last)
  return weight !== undefined && weight < last.weight ? weight : undefined
}

/** The largest step that ACSM 2009 advises (2–10%), in percent. */
const largeStep = 10

/** Adds a note if a step up is larger than 10%. */
export function stepWarning(lift: Lift, weight: number, nextWeight: number): string[] {
  const percent = weight > 0 ? ((nextWeight - weight) / weight) * 100 : 0
  if (percent <= largeStep) return []
  return [
    `That is a jump of ${Math.round(percent)}%, where 2–10% is advised (ACSM 2009): expect fewer reps than at ${lift.weightText(weight)}.`,
  ]
}
