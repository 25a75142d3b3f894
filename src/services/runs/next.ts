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
import { placesOf, stepFault } from './rules.ts'
import { type RunNow, runNow } from './state.ts'

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
  const state = await runNow(db, run)
  const step = stepOf(state, query, 'parameter')
  if (!step) return { kind: 'current', value: { finished: true, slots: [], estimatedSeconds: 0 } }
  if ('kind' in step) return step
  const lifts = exercisesWithLoads(state.program, state.state, step.day)
  const known = await knownLifts(db, user, lifts, now)
  const ready = await readyWorkout(db, user, run, state, step, {
    at: now,
    unit: query.unit ?? user.unit,
    known: (id) => known.get(id),
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
  { state: { next }, program }: RunNow,
  { week, day }: StepQuery,
  where: 'parameter' | 'pointer',
): ProgramStep | Invalid | undefined {
  if (week === undefined && day === undefined) return next
  const found = stepAt(program, next, { week, day })
  if (found) return found
  const { part = 'day', message = '' } = stepFault({ week, day }, placesOf([program])) ?? {}
  const at = where === 'parameter' ? { parameter: part } : { pointer: `/${part}` }
  return invalid({ ...at, code: 'unknown_step', message })
}

/** The workout for a step, ready to be logged. */
export async function readyWorkout(
  db: Reader,
  user: Profile,
  run: StoredRun,
  { state, program, workouts }: RunNow,
  step: ProgramStep,
  asked: Pick<PlanningContext, 'at' | 'unit' | 'known'>,
): Promise<ReadyWorkout | Invalid> {
  const contents = Array.from(workouts.values(), ({ content }) => content)
  const since = Math.min(run.createdAt, ...Array.from(workouts.values(), ({ workout }) => workout.startedAt))
  const input = { program, state, workouts: contents, since, ...asked }
  try {
    const slots = await planSlots(db, user, input, step)
    return { step, slots, workout: stepWorkout(program, run.id, step, slots, asked.unit) }
  } catch (error) {
    if (!(error instanceof MissingBaseError)) throw error
    return invalid({
      pointer: '/lifts',
      code: 'base_missing',
      message: `The run has no base for ${error.lift}: add a set_base decision.`,
    })
  }
}
