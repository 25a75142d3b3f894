import type { Schemas } from '#generated/types.ts'
import { countText } from '#lib/count-text.ts'
import { listText } from '#lib/list-text.ts'
import type { Muscle } from '../types.ts'
import { fromGrams } from '../units.ts'
import { placeExercises } from './place-exercises.ts'
import { repsOf, restOf } from './prescription.ts'
import { splitFor } from './split.ts'
import type { BlockContext, BlockRequest, MuscleVolume, PlacedExercise } from './types.ts'
import { distribute } from './volume.ts'

/** A block of training with its reasons. */
export interface Block {
  readonly program: Schemas['ProgramInput']
  /** The initial training maxes, in grams. */
  readonly bases: ReadonlyMap<string, number>
  readonly placed: readonly PlacedExercise[]
  readonly muscles: readonly MuscleVolume[]
  readonly reasons: readonly string[]
}

/** A training max as a share of the one-rep max, in percent. */
const startPercent = 90

/** Percentages of the training max and reps of a main lift, from the first loading week to the last. */
const strengthWeeks = [
  { percent: 77.5, reps: 5 },
  { percent: 82.5, reps: 5 },
  { percent: 87.5, reps: 4 },
  { percent: 92.5, reps: 3 },
] as const
const strengthDeload = { percent: 60, reps: 5 } as const

/** Effort from the first loading week to the last, and of the deload. */
const effort = { first: 7, last: 9, deload: 6 } as const

/**
 * A block of weeks that builds up and ends in a deload, for a goal, the available days and minutes, and the lifter's
 * equipment and experience. Undefined if nothing can be trained with the equipment.
 */
export function planBlock(request: BlockRequest, context: BlockContext): Block | undefined {
  const { weeks, sessionsPerWeek, goal } = request
  const { days, reason } = splitFor(sessionsPerWeek)
  const { placed, unfilled } = placeExercises(days, request, context)
  const { counts, muscles } = distribute(placed, request, context)
  const trainedSlots = placed.flatMap((slot, index) => {
    const sets = counts[index] ?? []
    return sets.some((count) => count > 0) ? [{ ...slot, sets }] : []
  })
  if (trainedSlots.length === 0) return undefined
  const parts = programParts(trainedSlots, request, context)
  const weekKeys = Array.from({ length: weeks }, (_, index) => `w${index + 1}`)
  return {
    program: {
      name: `${titles[goal]}, ${countText(sessionsPerWeek, 'day')} a week`,
      notes: `${countText(weeks - 1, 'week')} of building up, then a deload. Planned by Replog.`,
      sessionsPerWeek,
      cycles: 1,
      ...(parts.lifts.length > 0 && { lifts: parts.lifts }),
      waves: parts.waves,
      days: days.flatMap(({ key, name }) => {
        const slots = parts.slots.filter(({ day }) => day === key).map(({ slot }) => slot)
        return slots.length > 0 ? [{ key, name, slots }] : []
      }),
      weeks: weekKeys.map((key, index) => ({
        key,
        ...(index === weeks - 1 && { deload: true }),
        days: days.flatMap((day) => (trainedSlots.some((slot) => slot.day === day.key) ? [day.key] : [])),
      })),
    },
    bases: parts.bases,
    placed: trainedSlots,
    muscles,
    reasons: [
      reason,
      effortReason(request),
      ...untrainedReasons(unfilled, 'With your equipment, there is no exercise for'),
      ...untrainedReasons(
        placed.flatMap(({ role: { muscle } }) =>
          muscles.some((volume) => volume.muscle === muscle) ? [] : muscle,
        ),
        'There isn’t enough time to train',
      ),
    ],
  }
}

function untrainedReasons(muscles: Iterable<Muscle>, text: string): string[] {
  const names = Array.from(new Set(muscles), (muscle) => muscle.replaceAll('_', ' '))
  return names.length === 0 ? [] : [`${text} the ${listText(names)}.`]
}

const titles = { hypertrophy: 'Hypertrophy', strength: 'Strength', general: 'General fitness' } as const

function effortReason({ goal, weeks }: BlockRequest): string {
  const climb = `RPE ${effort.first} in the first week, ${effort.last} in week ${weeks - 1}, ${effort.deload} in the deload`
  return goal === 'strength'
    ? `Main lifts follow percentages of a training max where your log has one; for everything else, go by effort: ${climb}.`
    : `Weights follow from your log and the target effort: ${climb}.`
}

/** A slot with its sets in each week. */
type TrainedSlot = PlacedExercise & { readonly sets: readonly number[] }

function programParts(trainedSlots: readonly TrainedSlot[], request: BlockRequest, context: BlockContext) {
  const lifts = new Map<string, Schemas['ProgramLift']>()
  const bases = new Map<string, number>()
  const waves = new Map<string, Schemas['ProgramWave']>()
  const slots = trainedSlots.map((slot) => {
    const oneRepMax = followsMax(slot, request) ? context.oneRepMaxOf(slot.exercise.id) : undefined
    if (oneRepMax !== undefined) {
      lifts.set(slot.slot, liftFor(slot, request, context))
      bases.set(slot.slot, (oneRepMax * startPercent) / 100)
    }
    const weeks = slot.sets.map((count, week) => ({
      week: `w${week + 1}`,
      sets: count === 0 ? [] : [plannedSet(slot, request, week, count, oneRepMax !== undefined)],
    }))
    const content = JSON.stringify(weeks)
    const wave = waves.get(content) ?? { key: `wave-${waves.size + 1}`, weeks }
    waves.set(content, wave)
    const exercise = oneRepMax === undefined ? { exerciseId: slot.exercise.id } : { lift: slot.slot }
    return {
      day: slot.day,
      slot: { key: slot.slot, ...exercise, wave: wave.key, restSeconds: restOf(slot, request) },
    }
  })
  return { lifts: [...lifts.values()], bases, waves: [...waves.values()], slots }
}

/** Whether a slot uses percentages of a training max, if there is one. */
function followsMax({ role, exercise }: PlacedExercise, { goal }: BlockRequest): boolean {
  return goal === 'strength' && role.isMain === true && exercise.equipment === 'barbell'
}

function liftFor(
  { slot, exercise, role }: PlacedExercise,
  { weeks }: BlockRequest,
  { unit }: BlockContext,
): Schemas['ProgramLift'] {
  const isLower = role.muscle === 'quads' || role.muscle === 'hamstrings'
  const step = { kg: { lower: 5, upper: 2.5 }, lb: { lower: 10, upper: 5 } }[unit]
  return {
    key: slot,
    exerciseId: exercise.id,
    base: 'training_max',
    startPercent,
    rules: [
      {
        weeks: [`w${weeks - 1}`],
        made: { kind: 'add', value: isLower ? step.lower : step.upper, unit },
        missed: { kind: 'percent', percent: -10 },
        takes: 'next_cycle',
      },
    ],
  }
}

function plannedSet(
  placed: PlacedExercise,
  request: BlockRequest,
  week: number,
  count: number,
  hasMax: boolean,
): Schemas['PlannedSet'] {
  const { weeks } = request
  const isDeload = week === weeks - 1
  const progress = week / Math.max(1, weeks - 2)
  if (hasMax) {
    const index = Math.round(progress * (strengthWeeks.length - 1))
    const { percent, reps: goalReps } = isDeload ? strengthDeload : (strengthWeeks[index] ?? strengthDeload)
    return { count, reps: { min: goalReps, max: goalReps }, load: { of: 'base', percent } }
  }
  const rpe = isDeload
    ? effort.deload
    : Math.round((effort.first + (effort.last - effort.first) * progress) * 2) / 2
  return { count, reps: { ...repsOf(placed, request) }, rpe }
}

/** The bases of a block in the unit. */
export function basesIn({ bases }: Block, unit: Schemas['WeightUnit']): Schemas['LiftBase'][] {
  return Array.from(bases, ([lift, grams]) => ({ lift, base: fromGrams(grams, unit) }))
}
