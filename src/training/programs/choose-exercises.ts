import type { Schemas } from '#generated/types.ts'
import { isAvailable } from '../equipment.ts'
import type { ExerciseFacts } from '../types.ts'
import type { Program, ProgramSlot } from './program.ts'
import type { RunState } from './program-run.ts'

/** What planning needs to know about an exercise. */
export interface SlotExercise extends ExerciseFacts {
  readonly equipment: Schemas['Equipment']
  readonly deleted?: boolean
}

/** The exercises to do in the slots of a day. */
export interface Choice {
  /** By the key of the slot, if it isn't the slot's usual exercise. */
  readonly swaps: ReadonlyMap<string, string>
  /** The exercises replaced because of missing equipment, by the key of the slot. */
  readonly replaced: ReadonlyMap<string, string>
}

/** Every exercise that the slots of a day may need. */
export function exercisesOfDay(
  program: Program,
  { swaps }: Pick<RunState, 'swaps'>,
  day: string,
): ReadonlySet<string> {
  return new Set(
    slotsOf(program, day).flatMap((slot) => [
      ...listOf(swaps.get(slot.key)),
      ...listOf(exerciseOf(program, slot)),
      ...(slot.alternatives ?? []),
    ]),
  )
}

/** The exercises of a day's slots whose weights the program prescribes. */
export function exercisesWithLoads(
  program: Program,
  { swaps }: Pick<RunState, 'swaps'>,
  day: string,
): ReadonlySet<string> {
  return new Set(
    slotsOf(program, day).flatMap((slot) =>
      slot.progression ? [] : listOf(swaps.get(slot.key) ?? exerciseOf(program, slot)),
    ),
  )
}

/** Applies swaps, and replaces exercises that the equipment rules out with their first possible alternative. */
export function chooseExercises(
  program: Program,
  { swaps }: Pick<RunState, 'swaps'>,
  day: string,
  {
    exercises,
    equipment,
  }: {
    readonly exercises: ReadonlyMap<string, SlotExercise>
    /** The available equipment; undefined stands for all. */
    readonly equipment: readonly string[] | undefined
  },
): Choice {
  const chosen = new Map(swaps)
  const replaced = new Map<string, string>()
  if (!equipment) return { swaps: chosen, replaced }
  const isPossible = (id: string) => {
    const exercise = exercises.get(id)
    return exercise !== undefined && !exercise.deleted && isAvailable(exercise, equipment)
  }
  for (const slot of slotsOf(program, day)) {
    const usualId = exerciseOf(program, slot)
    if (swaps.has(slot.key) || usualId === undefined || isPossible(usualId)) continue
    const alternative = slot.alternatives?.find(isPossible)
    if (alternative === undefined) continue
    chosen.set(slot.key, alternative)
    replaced.set(slot.key, usualId)
  }
  return { swaps: chosen, replaced }
}

/** Whether planning the day needs earlier work: for a slot with a scheme, or for sets with an effort but no load. */
export function needsHistory({ days, waves = [] }: Program, day: string): boolean {
  const slots = days.find(({ key }) => key === day)?.slots ?? []
  return slots.some(({ progression, sets = [], wave }) => {
    const waveSets = waves
      .filter(({ key }) => key === wave)
      .flatMap(({ weeks }) => weeks.flatMap((waveWeek) => waveWeek.sets))
    return (
      progression !== undefined ||
      [...sets, ...waveSets].some(({ load, rpe, rir }) => !load && (rpe ?? rir) !== undefined)
    )
  })
}

/** The exercise of a slot, unless it is swapped. */
export function exerciseOf({ lifts }: Program, { exerciseId, lift }: ProgramSlot): string | undefined {
  return exerciseId ?? lifts?.find(({ key }) => key === lift)?.exerciseId
}

function slotsOf({ days }: Program, day: string): readonly ProgramSlot[] {
  return days.find(({ key }) => key === day)?.slots ?? []
}

function listOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}
