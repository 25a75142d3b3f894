import type { Schemas } from '#generated/types.ts'
import { exerciseSeconds } from '../recommend/duration.ts'
import { fromGrams, fromMillimeters, type WeightUnit } from '../units.ts'
import { maxWeight } from './bases.ts'
import type { Program } from './program.ts'
import type { ProgramStep } from './program-run.ts'
import type { ReadySlot } from './ready-slots.ts'

/** The workout of a step, ready to be logged. */
export function stepWorkout(
  { days, weeks }: Pick<Program, 'days' | 'weeks'>,
  runId: string,
  { cycle, week, day }: ProgramStep,
  slots: readonly ReadySlot[],
  unit: WeightUnit,
): Omit<Schemas['WorkoutInput'], 'startedAt'> {
  const { name = day, notes } = days.find(({ key }) => key === day) ?? {}
  return {
    name,
    ...(notes !== undefined && { notes }),
    plan: { runId, cycle, week, day },
    ...(weeks.find(({ key }) => key === week)?.deload && { phase: 'deload' }),
    exercises: slots.map((slot) => exerciseInput(slot, unit)),
  }
}

/** The estimated time of the slots, in seconds. */
export function stepSeconds(slots: readonly ReadySlot[]): number {
  return slots.reduce(
    (sum, { sets, restSeconds }) => sum + exerciseSeconds([], sets.map(toPrescribedSet), restSeconds),
    0,
  )
}

/** A set in the form that time is estimated from: a drop set takes as long as a normal one. */
export function toPrescribedSet({ type, ...set }: ReadySlot['sets'][number]) {
  return { ...set, type: type === 'drop' ? 'normal' : type } as const
}

/** Grams in a unit, within the contract's bounds. */
export function weightOf(grams: number, unit: WeightUnit): Schemas['Weight'] {
  const { value } = fromGrams(grams, unit)
  return { value: Math.min(maxWeight, Math.max(0, value)), unit }
}

function exerciseInput(
  { slot, exerciseId, sets, restSeconds }: ReadySlot,
  unit: WeightUnit,
): Schemas['WorkoutExerciseInput'] {
  return {
    exerciseId,
    slot: slot.key,
    ...(slot.supersetGroup !== undefined && { supersetGroup: slot.supersetGroup }),
    ...(slot.notes !== undefined && { notes: slot.notes }),
    sets: sets.map((set) => setInput(set, restSeconds, unit)),
  }
}

/** A set that isn't done yet: its weight is filled in, and everything prescribed is its target. */
function setInput(
  set: ReadySlot['sets'][number],
  restSeconds: number,
  unit: WeightUnit,
): Schemas['WorkoutSetInput'] {
  const { key, type, reps, openEnded, weightGrams, assistanceGrams, rpe, rir, durationSeconds, tempo } = set
  const { distanceMillimeters } = set
  const weight = weightGrams === undefined ? undefined : weightOf(weightGrams, unit)
  return {
    type,
    ...(weight && { weight }),
    ...(assistanceGrams !== undefined && { assistance: weightOf(assistanceGrams, unit) }),
    restSeconds: set.restSeconds ?? restSeconds,
    target: {
      ...(reps && { reps }),
      ...(openEnded && { openEnded }),
      ...(weight && { weight }),
      ...(rpe !== undefined && { rpe }),
      ...(rir !== undefined && { rir }),
      ...(tempo !== undefined && { tempo }),
      ...(key !== undefined && { key }),
      ...(durationSeconds !== undefined && { durationSeconds }),
      ...(distanceMillimeters !== undefined && { distance: fromMillimeters(distanceMillimeters, 'm') }),
    },
  }
}
