import type { Profile } from '#db/accounts/users.ts'
import { runs as documents, type StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import {
  exercisesWithLoads,
  MissingBaseError,
  type PlanningContext,
  type ProgramStep,
  type ReadySlot,
  stepAt,
  stepSeconds,
  stepWorkout,
} from '#training/programs/index.ts'
import { rounded } from '#training/units.ts'
import type { Current, Deleted, Invalid, Missing } from '../crud/results.ts'
import { invalid } from '../crud/results.ts'
import { knownLifts } from './lift-memory.ts'
import { planSlots } from './plan-slots.ts'
import { keysOf, stepFault } from './rules.ts'
import { type CurrentRun, foldCurrentRun } from './state.ts'

type Unit = Schemas['WeightUnit']

/** The requested step; by default, the next one. */
export interface StepQuery {
  readonly week?: string | undefined
  readonly day?: string | undefined
}

/** A step and its workout. */
export interface ReadyWorkout {
  readonly step: ProgramStep
  readonly workout: Omit<Schemas['WorkoutInput'], 'startedAt'>
  readonly slots: readonly ReadySlot[]
}

/** The workout of the next or requested step of a run. */
export async function nextWorkout(
  db: Reader,
  user: Profile,
  id: string,
  query: StepQuery & { readonly unit?: Unit },
  now: number,
): Promise<Current<Schemas['NextWorkout']> | Missing<'run'> | Deleted<'run'> | Invalid> {
  const run = await findRun(db, user.id, id)
  if ('kind' in run) return run
  const current = await foldCurrentRun(db, run)
  const step = stepOf(current, query, 'parameter')
  if (!step) return { kind: 'current', value: { finished: true, slots: [], estimatedSeconds: 0 } }
  if ('kind' in step) return step
  const exerciseIds = exercisesWithLoads(current.program, current.state, step.day)
  const lifts = await knownLifts(db, user, exerciseIds, now)
  const ready = await readyWorkout(db, user, run, current, step, {
    at: now,
    unit: query.unit ?? user.unit,
    liftFor: (id) => lifts.get(id),
  })
  if ('kind' in ready) return ready
  return {
    kind: 'current',
    value: {
      finished: false,
      step,
      workout: { ...ready.workout, startedAt: instant(now) },
      slots: ready.slots.map(({ slot, exerciseId, rule, reasons, chance }) => ({
        slot: slot.key,
        exerciseId,
        ...(rule !== undefined && { rule }),
        reasons: [...reasons],
        ...(chance !== undefined && { chance: rounded(chance, 4) }),
      })),
      estimatedSeconds: stepSeconds(ready.slots),
    },
  }
}

/** A run that isn't deleted. */
export async function findRun(
  db: Reader,
  userId: string,
  id: string,
): Promise<StoredRun | Missing<'run'> | Deleted<'run'>> {
  const run = await documents.find(db, userId, id)
  if (!run) return { kind: 'missing', resource: 'run' }
  return run.deletedAt === null ? run : { kind: 'deleted', resource: 'run' }
}

/** The requested or next step; undefined if no step was requested and none is left. */
export function stepOf(
  { state: { next }, program }: CurrentRun,
  { week, day }: StepQuery,
  location: 'parameter' | 'pointer',
): ProgramStep | Invalid | undefined {
  if (week === undefined && day === undefined) return next
  const step = stepAt(program, next, { week, day })
  if (step) return step
  const { part = 'day', message = '' } = stepFault({ week, day }, keysOf([program])) ?? {}
  const reference = location === 'parameter' ? { parameter: part } : { pointer: `/${part}` }
  return invalid({ ...reference, code: 'unknown_step', message })
}

/** The workout for a step, ready to be logged. */
export async function readyWorkout(
  db: Reader,
  user: Profile,
  run: StoredRun,
  { state, program, workouts }: CurrentRun,
  step: ProgramStep,
  options: Pick<PlanningContext, 'at' | 'unit' | 'liftFor'>,
): Promise<ReadyWorkout | Invalid> {
  const contents = Array.from(workouts.values(), ({ content }) => content)
  const since = Math.min(run.createdAt, ...Array.from(workouts.values(), ({ workout }) => workout.startedAt))
  const input = { program, state, workouts: contents, since, ...options }
  try {
    const slots = await planSlots(db, user, input, step)
    return { step, slots, workout: stepWorkout(program, run.id, step, slots, options.unit) }
  } catch (error) {
    if (!(error instanceof MissingBaseError)) throw error
    return invalid({
      pointer: '/lifts',
      code: 'base_missing',
      message: `The run has no base for ${error.lift}: add a set_base decision.`,
    })
  }
}
