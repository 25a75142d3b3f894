import { isDone } from './judge.ts'
import { prescribedSets } from './plan-step.ts'
import type { Program, ProgramSet, ProgramSlot } from './program.ts'
import type { ProgramStep, RunSet, RunState, RunWorkout } from './run.ts'
import { firstSets } from './slot-history.ts'

/** How a step was done. */
export interface StepAdherence {
  readonly step: ProgramStep
  readonly outcome: 'done' | 'partial' | 'skipped'
  readonly workoutId?: string
}

/** How closely a slot was followed, over all settled steps. */
export interface SlotAdherence {
  readonly slot: string
  readonly plannedSets: number
  readonly doneSets: number
  /** The minimum that was prescribed. */
  readonly plannedReps: number
  readonly doneReps: number
  /** Sets with a load within 2.5 % of the planned one. */
  readonly loadsWithin: number
  /** Workouts with another exercise in the slot. */
  readonly swapped: number
}

/** The share by which a load may differ from the planned one and still count as followed. */
const tolerance = 0.025

/** Compares what was done with what was planned. A workout is compared with the targets saved in it. */
export function adherenceOf(
  program: Program,
  { settledBy, skippedSteps }: Pick<RunState, 'settledBy' | 'skippedSteps'>,
): { readonly steps: readonly StepAdherence[]; readonly slots: readonly SlotAdherence[] } {
  const slots = new Map<string, SlotAdherence>()
  const steps: StepAdherence[] = settledBy.map((workout) => {
    let isWhole = true
    for (const slot of slotsOf(program, workout.plan)) {
      const found = slotAdherence(program, slot, workout)
      slots.set(slot.key, sumOf(slots.get(slot.key), found))
      if (found.doneSets < found.plannedSets && !slot.optional) isWhole = false
    }
    return { step: workout.plan, outcome: isWhole ? 'done' : 'partial', workoutId: workout.id }
  })
  const skipped = skippedSteps.map((step) => ({ step, outcome: 'skipped' }) as const)
  return { steps: [...steps, ...skipped], slots: [...slots.values()] }
}

function slotsOf({ days }: Program, { week, day }: ProgramStep): readonly ProgramSlot[] {
  const slots = days.find(({ key }) => key === day)?.slots ?? []
  return slots.filter(({ weeks }) => weeks?.includes(week) ?? true)
}

function slotAdherence(program: Program, slot: ProgramSlot, { plan, exercises }: RunWorkout): SlotAdherence {
  const own = exercises.filter((exercise) => exercise.slot === slot.key)
  const sets = own.flatMap((exercise) => exercise.sets)
  const working = sets.filter(({ type }) => type !== 'warmup')
  const targets = working.flatMap(({ target }) => target ?? [])
  const asked = targets.length > 0 ? targets : leftOut(program, slot, plan.week)
  const done = sets.filter(isDone)
  const exerciseId = slot.exerciseId ?? program.lifts?.find(({ key }) => key === slot.lift)?.exerciseId
  return {
    slot: slot.key,
    plannedSets: asked.length,
    doneSets: done.length,
    plannedReps: sum(asked.map(({ reps }) => reps?.min ?? 0)),
    doneReps: sum(done.map(({ reps = 0 }) => reps)),
    loadsWithin: done.filter(isWithin).length,
    swapped: Number(own.some((exercise) => exercise.exerciseId !== exerciseId)),
  }
}

/** What the slot prescribed, for a workout that left it out entirely. */
function leftOut(program: Program, slot: ProgramSlot, week: string) {
  const sets: readonly ProgramSet[] = prescribedSets(program, slot, week) ?? firstSets(slot)
  return sets
    .filter(({ type }) => type !== 'warmup')
    .flatMap(({ count = 1, reps }) => Array.from({ length: count }, () => ({ reps })))
}

function isWithin({ weightGrams, target }: RunSet): boolean {
  const planned = target?.weightGrams
  if (planned === undefined || weightGrams === undefined) return false
  return Math.abs(weightGrams - planned) <= tolerance * planned
}

function sumOf(before: SlotAdherence | undefined, one: SlotAdherence): SlotAdherence {
  if (!before) return one
  return {
    slot: one.slot,
    plannedSets: before.plannedSets + one.plannedSets,
    doneSets: before.doneSets + one.doneSets,
    plannedReps: before.plannedReps + one.plannedReps,
    doneReps: before.doneReps + one.doneReps,
    loadsWithin: before.loadsWithin + one.loadsWithin,
    swapped: before.swapped + one.swapped,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
