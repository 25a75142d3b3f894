import { computed } from '@preact/signals'
import type { LocalRun, LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import {
  foldRun,
  type Gear,
  type LoggedWorkout,
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
import { createId } from '../state/id.ts'
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
  /** The workouts from which the state is computed. */
  readonly workouts: readonly RunLog[]
}

/** A workout of a run. */
type RunLog = LoggedWorkout & Pick<LocalWorkout, 'endedAt'>

function currentRun(run: LocalRun, without?: string): CurrentRun | undefined {
  const program = programOf(run.programId)
  if (!program) return undefined
  const ofRun = workouts.value.filter(({ plan, id }) => plan?.runId === run.id && id !== without)
  return withState({ run, program, parsed: readProgram(program), workouts: ofRun })
}

function withState(run: Omit<CurrentRun, 'state'>): CurrentRun {
  const { parsed, workouts: ofRun } = run
  const runWorkouts = ofRun.flatMap((workout) => readRunWorkout(workout) ?? [])
  return { ...run, state: foldRun(() => parsed, readRun(run.run.id, run.run), runWorkouts) }
}

/** A run as it would be after a step: all sets done with the maximum reps, or all one rep short of the minimum. */
export function runAfter(current: CurrentRun, step: ProgramStep, isMade: boolean): CurrentRun {
  const now = new Date().toISOString()
  const { workout } = workoutOf(current, step)
  const exercises = workout.exercises.map((exercise) => ({
    ...exercise,
    id: createId(),
    sets: exercise.sets.map((set) => {
      const { reps, durationSeconds, distance } = set.target ?? {}
      return {
        ...set,
        id: createId(),
        ...(reps && { reps: isMade ? reps.max : reps.min - 1 }),
        ...(durationSeconds !== undefined && { durationSeconds }),
        ...(distance && { distance }),
      }
    }),
  }))
  const done = { ...workout, id: createId(), startedAt: now, endedAt: now, exercises }
  const others = current.workouts.filter(({ id }) => id !== current.state.inProgress)
  return withState({ ...current, workouts: [...others, done] })
}

const runsThat = (isIncluded: (status: LocalRun['status']) => boolean) =>
  computed((): readonly CurrentRun[] => {
    changes.value
    return log()
      .runs.list()
      .flatMap((run) => (isIncluded(run.status) ? (currentRun(run) ?? []) : []))
  })

/** The active runs, newest first. */
export const activeRuns = runsThat((status) => status === 'active')

/** The active and paused runs, newest first. */
export const openRuns = runsThat((status) => status !== 'ended')

/** A run by its id, or as it would be without the workout whose id is `without`. */
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

/** The slots of a step, with the sets to do if it is started at this time. */
export function slotsOf(
  { parsed, state, workouts: runWorkouts }: CurrentRun,
  step: ProgramStep,
  at = Date.now(),
): readonly ReadySlot[] {
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
export function workoutOf(current: CurrentRun, step: ProgramStep, at = Date.now()) {
  const slots = slotsOf(current, step, at)
  return {
    slots,
    seconds: stepSeconds(slots),
    workout: stepWorkout(current.parsed, current.run.id, step, slots, settings.value.unit),
  }
}

/** The workout in which a step was done. */
export function loggedWorkoutOf(
  { state, workouts: ofRun }: CurrentRun,
  { cycle, week, day }: ProgramStep,
): RunLog | undefined {
  const counted = state.countedWorkouts.findLast(
    ({ plan }) => plan.cycle === cycle && plan.week === week && plan.day === day,
  )
  return ofRun.find(({ id }) => id === counted?.id)
}

export const dayName = ({ days: programDays }: Pick<KnownProgram, 'days'>, key: string): string =>
  programDays.find((day) => day.key === key)?.name ?? key

/** `week 6, day 1`, or `cycle 2, week 4 (deload), day 1`. A program of a single week has weeks instead of cycles. */
export function stepText(
  { weeks, sessionsPerWeek }: Pick<KnownProgram, 'weeks' | 'sessionsPerWeek'>,
  { week, day, cycle }: ProgramStep,
): string {
  const weekIndex = weeks.findIndex(({ key }) => key === week)
  const { days = [], deload } = weeks[weekIndex] ?? {}
  const isWeekly = weeks.length === 1 && days.length === sessionsPerWeek
  const parts = [
    (isWeekly || cycle > 1) && `${isWeekly ? 'week' : 'cycle'} ${cycle}`,
    weeks.length > 1 && `week ${weekIndex + 1}${deload ? ' (deload)' : ''}`,
    `day ${days.indexOf(day) + 1}`,
  ]
  return parts.filter(Boolean).join(', ')
}
