import { computed } from '@preact/signals'
import type { LocalRun } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import {
  foldRun,
  type Gear,
  type Program,
  type ProgramStep,
  type ReadySlot,
  type RunState,
  readProgram,
  readRun,
  readRunWorkout,
  readySlots,
  stepSeconds,
  stepWorkout,
} from '#training/programs/index.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { bodyweightAt, days } from '../figures/performed.ts'
import { exercises } from '../state/catalogue.ts'
import { changes, log, workouts } from '../state/log.ts'
import { platePairs, settings } from '../state/settings.ts'
import { type KnownProgram, programOf } from './known.ts'

/** A run with its program and its state now. */
export interface CurrentRun {
  readonly run: LocalRun
  readonly program: KnownProgram
  /** The program as the training functions read it. */
  readonly parsed: Program
  readonly state: RunState
}

function currentRun(run: LocalRun, without?: string): CurrentRun | undefined {
  const program = programOf(run.programId)
  if (!program) return undefined
  const parsed = readProgram(program)
  const runWorkouts = workouts.value.flatMap((workout) =>
    workout.plan?.runId === run.id && workout.id !== without ? (readRunWorkout(workout) ?? []) : [],
  )
  return { run, program, parsed, state: foldRun(() => parsed, readRun(run.id, run), runWorkouts) }
}

/** The active runs, newest first. */
export const activeRuns = computed<readonly CurrentRun[]>(() => {
  changes.value
  return log()
    .runs.list()
    .flatMap((run) => (run.status === 'active' ? (currentRun(run) ?? []) : []))
})

/** A run by its id, perhaps as it was without one of its workouts. */
export function runById(id: string, without?: string): CurrentRun | undefined {
  changes.value
  const run = log().runs.get(id)
  return run && currentRun(run, without)
}

/** The available equipment and plates. */
export function gear(): Gear & { readonly unit: Schemas['WeightUnit'] } {
  const { unit, equipment } = settings.value
  return { unit, plates: platePairs.value, equipment }
}

/** The sets of an exercise before a time. */
export function earlierSetsBefore(time: number): (exerciseId: string) => TrainedSet[] {
  const earlier = workouts.value.filter(({ startedAt }) => Date.parse(startedAt) < time)
  return (exerciseId) => trainedSets(earlier, { unit: settings.value.unit, before: time, exerciseId })
}

/** The slots of a step, with the sets to do: now, or as they were before a workout. */
export function slotsOf(
  { run, parsed, state }: CurrentRun,
  step: ProgramStep,
  { at = Date.now(), without }: { readonly at?: number; readonly without?: string } = {},
): readonly ReadySlot[] {
  const runWorkouts = workouts.value.filter(({ plan, id }) => plan?.runId === run.id && id !== without)
  const since = Math.min(at, ...runWorkouts.map(({ startedAt }) => Date.parse(startedAt)))
  return readySlots(parsed, state, step, {
    gear: gear(),
    exercises: exercises.value,
    workouts: runWorkouts,
    earlierSets: earlierSetsBefore(since),
    bodyweightAt: bodyweightAt.value,
    days: days.value,
    since,
    at,
    unit: settings.value.unit,
    mayLackBases: true,
  })
}

/** The workout of a step, ready to be started. */
export function workoutOf(current: CurrentRun, step: ProgramStep) {
  const slots = slotsOf(current, step)
  return {
    slots,
    seconds: stepSeconds(slots),
    workout: stepWorkout(current.parsed, current.run.id, step, slots, settings.value.unit),
  }
}

/** The name of a day. */
export const dayName = ({ days: programDays }: Pick<KnownProgram, 'days'>, key: string): string =>
  programDays.find((day) => day.key === key)?.name ?? key

/** `week 6, day 1`. */
export function stepText({ weeks }: Pick<KnownProgram, 'weeks'>, { week, day, cycle }: ProgramStep): string {
  const weekIndex = weeks.findIndex(({ key }) => key === week)
  const dayIndex = (weeks[weekIndex]?.days ?? []).indexOf(day)
  return `${cycle > 1 ? `cycle ${cycle}, ` : ''}${weeks.length > 1 ? `week ${weekIndex + 1}, ` : ''}day ${dayIndex + 1}`
}
