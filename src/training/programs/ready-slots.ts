import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import type { RememberedLift } from '../lift-state/index.ts'
import { lightestLifted } from '../lift-state/lightest-lifted.ts'
import { isAssistedExercise } from '../load.ts'
import { loadingFor } from '../plates/loading.ts'
import { plannedChance } from '../progression/planned-chance.ts'
import { progressionOf } from '../progression/progression.ts'
import type { Scheme } from '../progression/schemes.ts'
import type { PrescribedSet, Progression, TrainedSet } from '../progression/types.ts'
import { restFor } from '../recommend/duration.ts'
import type { WeightUnit } from '../units.ts'
import { setsOfBase } from './base-sets.ts'
import { type Choice, chooseExercises, type SlotExercise } from './choose-exercises.ts'
import { type Gear, loadingOf } from './gear.ts'
import { type PlannedRunSet, type PlannedSlot, planStep } from './plan-step.ts'
import type { Program } from './program.ts'
import type { ProgramStep, RunState } from './program-run.ts'
import { firstSets, type LoggedWorkout, separateDaysOf, slotHistory, startOf } from './slot-history.ts'
import { baseText, loadText } from './words.ts'

/** The data on a lift for the chances of weights that a program prescribes. */
export interface KnownLift {
  readonly remembered: RememberedLift
  /** The bodyweight that the lift moves, in grams. */
  readonly bodyGrams: number
}

/** The input for planning a step, besides its program and the state of its run. */
export interface PlanningContext {
  readonly gear: Gear
  readonly exercises: ReadonlyMap<string, SlotExercise>
  /** The workouts of the run. */
  readonly workouts: Iterable<LoggedWorkout>
  /** The sets of an exercise before the run. */
  readonly earlierSets: (exerciseId: string) => readonly TrainedSet[]
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
  /** The start of the run, in milliseconds since 1970. */
  readonly since: number
  /** The time of the workout, in milliseconds since 1970. */
  readonly at: number
  /** The unit of reasons. */
  readonly unit: WeightUnit
  /** The memory of an exercise. Without it, sets with prescribed weights have no chance. */
  readonly liftFor?: ((exerciseId: string) => KnownLift | undefined) | undefined
  /** Whether sets of a lift without a base simply have no load. By default that is an error. */
  readonly mayLackBases?: boolean | undefined
}

/** A slot with its sets and the reasons for them. */
export interface ReadySlot {
  readonly slot: PlannedSlot['slot']
  readonly exerciseId: string
  readonly sets: readonly (PlannedRunSet & { readonly assistanceGrams?: number })[]
  /** The rest between sets, in seconds. */
  readonly restSeconds: number
  readonly rule?: string | undefined
  readonly reasons: readonly string[]
  /** The chance, 0–1, of making the heaviest set, if the lift is known. */
  readonly chance?: number | undefined
}

/**
 * The slots of a step, ready to train: exercises for the available equipment, weights that can be loaded, and the
 * prescriptions of schemes.
 *
 * @throws {MissingBaseError} if a percentage refers to a base that the run doesn't have
 */
export function readySlots(
  program: Program,
  state: Pick<RunState, 'bases' | 'swaps' | 'countedWorkouts'>,
  step: Pick<ProgramStep, 'week' | 'day'>,
  context: PlanningContext,
): ReadySlot[] {
  const { gear, exercises, mayLackBases = false } = context
  const choice = chooseExercises(program, state, step.day, { exercises, equipment: gear.equipment })
  const loadsFor = (id: string) => {
    const exercise = exercises.get(id)
    const bases = program.lifts?.flatMap(({ key, exerciseId }) =>
      exerciseId === id ? (state.bases.get(key)?.baseGrams ?? []) : [],
    )
    const lightestGrams = Math.min(...(bases ?? []), lightestOf(id, context) ?? Number.POSITIVE_INFINITY)
    return exercise ? loadingOf(gear, exercise, { lightestGrams }) : loadingFor({ unit: gear.unit })
  }
  const planned = planStep(program, { ...state, swaps: choice.swaps }, step, loadsFor, { mayLackBases })
  const workouts = [...context.workouts].sort((a, b) => startOf(b) - startOf(a))
  return planned.flatMap((slot) => {
    const exercise = exercises.get(slot.exerciseId)
    const slotContext = {
      ...context,
      workouts,
      separateDays: separateDaysOf(program, slot.slot),
      baseSets: () => setsOfBase(program, state, slot.exerciseId, loadsFor, context.at),
    }
    return exercise ? readySlot(program, slot, step.week, exercise, choice, slotContext) : []
  })
}

const lightestOf = (exerciseId: string, { liftFor }: Pick<PlanningContext, 'liftFor'>) =>
  lightestLifted(liftFor?.(exerciseId)?.remembered)

/** The input for planning a slot. */
interface SlotContext extends PlanningContext {
  /** The days whose slot of the same key follows a different scheme. */
  readonly separateDays: ReadonlySet<string>
  /** The sets that the base of the slot's exercise stands for. */
  readonly baseSets: () => ReturnType<typeof setsOfBase>
}

function readySlot(
  program: Program,
  planned: PlannedSlot,
  week: string,
  exercise: SlotExercise,
  { replaced }: Choice,
  context: SlotContext,
): ReadySlot {
  const { slot, exerciseId } = planned
  const original = replaced.get(slot.key)
  const prescription = planned.sets
    ? original === undefined && !isAssistedExercise(exercise)
      ? withChance(
          byEffort(planned.sets, planned, exercise, context, loadText(program, planned, week, context.unit)),
          exercise,
          context,
        )
      : // The weight is meant for another exercise, or the exercise takes assistance instead of a weight.
        { sets: planned.sets.map(withoutWeight), rule: undefined, reasons: [chooseWeight] }
    : byScheme(planned, exercise, context)
  return {
    slot,
    exerciseId,
    ...prescription,
    restSeconds: slot.restSeconds ?? restFor({ category: exercise.category, mechanic: undefined }, undefined),
    reasons: [
      ...(original === undefined ? [] : [`In place of ${original}, which your equipment doesn’t allow.`]),
      ...prescription.reasons,
    ],
  }
}

/**
 * Adds the chance of sets whose weights the program prescribes, unless it may be low only because all sets so far were
 * easy: done exactly as planned, with no sign of how many more reps were possible.
 */
function withChance(
  slot: Pick<ReadySlot, 'sets' | 'rule' | 'reasons'>,
  facts: SlotExercise,
  context: PlanningContext,
): Pick<ReadySlot, 'sets' | 'rule' | 'reasons' | 'chance'> {
  const { liftFor, days, at, unit } = context
  const knownLift = liftFor?.(facts.id)
  if (knownLift?.remembered.measure !== 'load') return slot
  const sets = slot.sets.map(({ weightGrams, ...set }) => ({ ...set, weight: weightGrams }))
  const result = plannedChance(sets, knownLift.remembered, { ...knownLift, unit, day: days.dayOf(at) })
  if (!result || (result.chance < 0.5 && isLimitUnknown(facts, context))) return slot
  return { ...slot, reasons: [...slot.reasons, result.sentence], chance: result.chance }
}

/** Whether an exercise was only ever done in this run, always with exactly the planned reps and no logged effort. */
function isLimitUnknown({ id }: SlotExercise, { workouts, earlierSets }: PlanningContext): boolean {
  const isAsPlanned = ({ type, reps, rpe, rir, target }: Schemas['WorkoutSet']) =>
    type === 'warmup' ||
    reps === undefined ||
    (reps === target?.reps?.min && rpe === undefined && rir === undefined)
  return (
    earlierSets(id).length === 0 &&
    Array.from(workouts).every(({ exercises }) =>
      exercises.every(({ exerciseId, sets }) => exerciseId !== id || sets.every(isAsPlanned)),
    )
  )
}

const chooseWeight = 'Choose a weight that lets you make the reps.'

function withoutWeight({ weightGrams: _, ...set }: PlannedRunSet): PlannedRunSet {
  return set
}

/** Fills in the weights of sets that have an effort and reps but no load, from the one-rep max. */
function byEffort(
  sets: readonly PlannedRunSet[],
  planned: PlannedSlot,
  facts: SlotExercise,
  context: SlotContext,
  reason: string,
): Pick<ReadySlot, 'sets' | 'rule' | 'reasons'> {
  const progressions = new Map<string, Progression>()
  const reasons = new Set<string>()
  const filledSets = sets.map((set) => {
    const { reps, rpe, rir, weightGrams, type } = set
    const effort = rpe ?? (rir === undefined ? undefined : Math.max(6, 10 - rir))
    if (!reps || effort === undefined || weightGrams !== undefined || type === 'warmup') return set
    const key = `${reps.min}/${effort}`
    const next =
      progressions.get(key) ?? nextOf(planned, facts, context, { scheme: 'rpe', reps: reps.min, rpe: effort })
    progressions.set(key, next)
    reasons.add(next.reasons[0] ?? '')
    const first = next.status === 'prescription' ? next.sets[0] : undefined
    return {
      ...set,
      ...(first?.weightGrams !== undefined && { weightGrams: first.weightGrams }),
      ...(first?.assistanceGrams !== undefined && { assistanceGrams: first.assistanceGrams }),
    }
  })
  return { sets: filledSets, rule: undefined, reasons: reasons.size > 0 ? [...reasons] : [reason] }
}

/** The prescription of a slot's scheme, or its first sets. */
function byScheme(
  planned: PlannedSlot,
  facts: SlotExercise,
  context: SlotContext,
): Pick<ReadySlot, 'sets' | 'rule' | 'reasons' | 'chance'> {
  const { slot } = planned
  const next = nextOf(planned, facts, context, slot.progression)
  if (next.status !== 'prescription') return { sets: firstSets(slot), rule: undefined, reasons: next.reasons }
  const { rule, reasons, chance } = next
  return { sets: next.sets.map((set) => plannedSet(set, slot)), rule, reasons, chance }
}

/** More sessions than any scheme except 5/3/1 needs for its next decision. */
const maxSessions = 60

/** The number of a slot's last sessions that its scheme considers. Only 5/3/1 counts its workouts from the first. */
function sessionsFor(scheme: Scheme | undefined): number {
  return scheme?.scheme === 'five_three_one' ? Number.POSITIVE_INFINITY : maxSessions
}

const fromOtherSlots = 'The weight follows from this exercise’s sets elsewhere in the program.'

/**
 * The prescription of a scheme from a slot's sessions. Before the first one, those of the exercise's other slots decide
 * where to begin: a lift of GZCLP was done in another tier. If there are none, the exercise's base decides.
 */
function nextOf(
  { slot, exerciseId }: PlannedSlot,
  facts: SlotExercise,
  context: SlotContext,
  scheme: Scheme | undefined,
): Progression {
  const { gear, workouts, separateDays, earlierSets, since, unit, bodyweightAt, days, at } = context
  const incrementGrams = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
  const limit = { maxSessions: sessionsFor(scheme) }
  const ownSets = slotHistory(workouts, slot.key, exerciseId, { separateDays, ...limit })
  const otherSets = ownSets.length > 0 ? [] : slotHistory(workouts, undefined, exerciseId, limit)
  const loading = loadingOf(gear, facts, { incrementGrams, lightestGrams: lightestOf(exerciseId, context) })
  const nextFrom = (sets: readonly TrainedSet[], start: number) =>
    progressionOf({ facts, sets, scheme, since: start, unit, loading, bodyweightAt, days, now: at })
  const isDerived = otherSets.length > 0
  const next = nextFrom([...earlierSets(exerciseId), ...ownSets, ...otherSets], isDerived ? at : since)
  if (next.status === 'prescription')
    return isDerived ? { ...next, reasons: [...next.reasons, fromOtherSlots] } : next
  const base = context.baseSets()
  if (!base) return next
  const first = nextFrom(base.sets, at)
  if (first.status !== 'prescription') return next
  const { chance: _, ...start } = first
  return {
    ...start,
    rule: `${first.scheme}.start`,
    reasons: [`The weight follows from ${baseText(base.lift, base.baseGrams, unit)}.`],
  }
}

function plannedSet(set: PrescribedSet, { restSeconds }: PlannedSlot['slot']): ReadySlot['sets'][number] {
  const { side: _side, platesPerSide: _plates, note: _note, ...planned } = set
  return { ...planned, ...(restSeconds !== undefined && { restSeconds }) }
}
