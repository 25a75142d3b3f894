import { isDone } from './judge.ts'
import { prescribedSets } from './plan-step.ts'
import type { Program, ProgramSet, ProgramSlot } from './program.ts'
import type { ProgramStep, RunSet, RunState, RunWorkout } from './program-run.ts'
import { firstSets } from './slot-history.ts'

/** The outcome of a settled step. */
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
  /** Sets with a load within 2.5% of the planned one. */
  readonly loadsWithin: number
  /** Workouts with another exercise in the slot. */
  readonly swapped: number
}

/** The share by which a load may differ from the planned one and still count as followed. */
const tolerance = 0.025

/** Compares what was done with what was planned. A workout is compared with the targets saved in it. */
export function adherenceOf(
  program: Program,
  { countedWorkouts, skippedSteps }: Pick<RunState, 'countedWorkouts' | 'skippedSteps'>,
): { readonly steps: readonly StepAdherence[]; readonly slots: readonly SlotAdherence[] } {
  const slots = new Map<string, SlotAdherence>()
  const steps: StepAdherence[] = countedWorkouts.map((workout) => {
    let isComplete = true
    for (const slot of slotsOf(program, workout.plan)) {
      const adherence = slotAdherence(program, slot, workout)
      slots.set(slot.key, sumOf(slots.get(slot.key), adherence))
      if (adherence.doneSets < adherence.plannedSets && !slot.optional) isComplete = false
    }
    return { step: workout.plan, outcome: isComplete ? 'done' : 'partial', workoutId: workout.id }
  })
  const skipped = skippedSteps.map((step) => ({ step, outcome: 'skipped' }) as const)
  return { steps: [...steps, ...skipped], slots: [...slots.values()] }
}

function slotsOf({ days }: Program, { week, day }: ProgramStep): readonly ProgramSlot[] {
  const slots = days.find(({ key }) => key === day)?.slots ?? []
  return slots.filter(({ weeks }) => weeks?.includes(week) ?? true)
}

function slotAdherence(program: Program, slot: ProgramSlot, { plan, exercises }: RunWorkout): SlotAdherence {
  const entries = exercises.filter((exercise) => exercise.slot === slot.key)
  const sets = entries.flatMap((exercise) => exercise.sets)
  const working = sets.filter(({ type }) => type !== 'warmup')
  const targets = working.flatMap(({ target }) => target ?? [])
  const planned = targets.length > 0 ? targets : programTargets(program, slot, plan.week)
  const doneSets = sets.filter(isDone)
  const exerciseId = slot.exerciseId ?? program.lifts?.find(({ key }) => key === slot.lift)?.exerciseId
  return {
    slot: slot.key,
    plannedSets: planned.length,
    doneSets: doneSets.length,
    plannedReps: sum(planned.map(({ reps }) => reps?.min ?? 0)),
    doneReps: sum(doneSets.map(({ reps = 0 }) => reps)),
    loadsWithin: doneSets.filter(isLoadWithin).length,
    swapped: Number(entries.some((exercise) => exercise.exerciseId !== exerciseId)),
  }
}

/** The targets from the program, for a workout without saved targets in this slot: it may leave the slot out. */
function programTargets(program: Program, slot: ProgramSlot, week: string) {
  const sets: readonly ProgramSet[] = prescribedSets(program, slot, week) ?? firstSets(slot)
  return sets
    .filter(({ type }) => type !== 'warmup')
    .flatMap(({ count = 1, reps }) => Array.from({ length: count }, () => ({ reps })))
}

function isLoadWithin({ weightGrams, target }: RunSet): boolean {
  const planned = target?.weightGrams
  if (planned === undefined || weightGrams === undefined) return false
  return Math.abs(weightGrams - planned) <= tolerance * planned
}

function sumOf(sums: SlotAdherence | undefined, next: SlotAdherence): SlotAdherence {
  if (!sums) return next
  return {
    slot: next.slot,
    plannedSets: sums.plannedSets + next.plannedSets,
    doneSets: sums.doneSets + next.doneSets,
    plannedReps: sums.plannedReps + next.plannedReps,
    doneReps: sums.doneReps + next.doneReps,
    loadsWithin: sums.loadsWithin + next.loadsWithin,
    swapped: sums.swapped + next.swapped,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
