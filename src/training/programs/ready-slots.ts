import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import { bodyweightShareOf } from '../load.ts'
import { type Loading, loadingFor } from '../plates/loading.ts'
import type { PlatePairs } from '../plates/rack.ts'
import { progressionOf } from '../progression/progression.ts'
import type { Scheme } from '../progression/schemes.ts'
import type { PrescribedSet, Progression, TrainedSet } from '../progression/types.ts'
import { restFor } from '../recommend/duration.ts'
import type { WeightUnit } from '../units.ts'
import { type Choice, chooseExercises, type SlotExercise } from './choose-exercises.ts'
import { type PlannedRunSet, type PlannedSlot, planStep } from './plan-step.ts'
import type { Program } from './program.ts'
import type { ProgramStep, RunState } from './run.ts'
import { type KnownLift, slotChance } from './slot-chance.ts'
import { daysApart, firstSets, type LoggedWorkout, slotHistory, startOf } from './slot-history.ts'
import { loadText } from './words.ts'

/** A lifter's equipment and plates. */
export interface Gear {
  /** The unit of the plates. */
  readonly unit: WeightUnit
  readonly plates?: readonly PlatePairs[] | undefined
  /** By default everything. */
  readonly equipment?: readonly string[] | undefined
}

/** The input for planning a step, besides its program and the state of its run. */
export interface PlanningContext {
  readonly gear: Gear
  readonly exercises: ReadonlyMap<string, SlotExercise>
  /** The workouts of the run. */
  readonly workouts: Iterable<LoggedWorkout>
  /** What was done of an exercise before the run. */
  readonly earlierSets: (exerciseId: string) => readonly TrainedSet[]
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
  /** When the run began, in milliseconds since 1970. */
  readonly since: number
  /** When the workout will be, in milliseconds since 1970. */
  readonly at: number
  /** The unit of reasons. */
  readonly unit: WeightUnit
  /** The memory of an exercise, for the chances of sets with given weights; without it, they have none. */
  readonly known?: ((exerciseId: string) => KnownLift | undefined) | undefined
  /** Whether sets of a lift without a base have no load; by default that is an error. */
  readonly mayLackBases?: boolean | undefined
}

/** A slot with the sets to do, and why. */
export interface ReadySlot {
  readonly slot: PlannedSlot['slot']
  readonly exerciseId: string
  readonly sets: readonly (PlannedRunSet & { readonly assistanceGrams?: number })[]
  /** Between its sets, in seconds. */
  readonly restSeconds: number
  readonly rule?: string | undefined
  readonly reasons: readonly string[]
  /** The chance, 0–1, of making the heaviest set, if the lift is known. */
  readonly chance?: number | undefined
}

/**
 * The slots of a step, ready to do: exercises for the available equipment, loads that can be loaded, and what
 * each scheme prescribes.
 *
 * @throws {MissingBaseError} if a percentage refers to a base that the run doesn't have
 */
export function readySlots(
  program: Program,
  state: Pick<RunState, 'bases' | 'swaps' | 'settledBy'>,
  step: Pick<ProgramStep, 'week' | 'day'>,
  context: PlanningContext,
): ReadySlot[] {
  const { gear, exercises, mayLackBases = false } = context
  const choice = chooseExercises(program, state, step.day, { exercises, equipment: gear.equipment })
  const loadsFor = (id: string) => {
    const exercise = exercises.get(id)
    return exercise ? loadingOf(gear, exercise) : loadingFor({ unit: gear.unit })
  }
  const planned = planStep(program, { ...state, swaps: choice.swaps }, step, loadsFor, { mayLackBases })
  const workouts = [...context.workouts].sort((a, b) => startOf(b) - startOf(a))
  return planned.flatMap((one) => {
    const exercise = exercises.get(one.exerciseId)
    const own = { ...context, workouts, apart: daysApart(program, one.slot) }
    return exercise ? readySlot(program, one, step.week, exercise, choice, own) : []
  })
}

/** The input for planning a slot. */
interface SlotContext extends PlanningContext {
  /** The days whose slot of the same key follows another scheme. */
  readonly apart: ReadonlySet<string>
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
  const own = replaced.get(slot.key)
  const found = planned.sets
    ? own === undefined
      ? withChance(
          byEffort(planned.sets, planned, exercise, context, loadText(program, planned, week, context.unit)),
          exercise,
          context,
        )
      : // The base belongs to another exercise and says nothing about this one's weight.
        { sets: planned.sets.map(withoutWeight), rule: undefined, reasons: [chooseWeight] }
    : byScheme(planned, exercise, context)
  return {
    slot,
    exerciseId,
    ...found,
    restSeconds: slot.restSeconds ?? restFor({ category: exercise.category, mechanic: undefined }, undefined),
    reasons: [
      ...(own === undefined ? [] : [`In place of ${own}, which your equipment doesn’t allow.`]),
      ...found.reasons,
    ],
  }
}

/** Adds the chances of sets whose weights the program prescribes. */
function withChance(
  slot: Pick<ReadySlot, 'sets' | 'rule' | 'reasons'>,
  facts: SlotExercise,
  { known, gear, days, at, unit }: PlanningContext,
): Pick<ReadySlot, 'sets' | 'rule' | 'reasons' | 'chance'> {
  const lift = known?.(facts.id)
  const found =
    lift && slotChance(slot.sets, lift, { day: days.dayOf(at), facts, unit, loading: loadingOf(gear, facts) })
  return found ? { ...slot, reasons: [...slot.reasons, found.said], chance: found.chance } : slot
}

const chooseWeight = 'Choose a weight that lets you make the reps.'

function withoutWeight({ weightGrams: _, ...set }: PlannedRunSet): PlannedRunSet {
  return set
}

/** Fills in the weights of sets that have an effort and reps, but no load: they follow from the one-rep max. */
function byEffort(
  sets: readonly PlannedRunSet[],
  planned: PlannedSlot,
  facts: SlotExercise,
  context: SlotContext,
  reason: string,
): Pick<ReadySlot, 'sets' | 'rule' | 'reasons'> {
  const known = new Map<string, Progression>()
  const reasons = new Set<string>()
  const filled = sets.map((set) => {
    const { reps, rpe, rir, weightGrams, type } = set
    const effort = rpe ?? (rir === undefined ? undefined : Math.max(6, 10 - rir))
    if (!reps || effort === undefined || weightGrams !== undefined || type === 'warmup') return set
    const key = `${reps.min}/${effort}`
    const next =
      known.get(key) ?? nextOf(planned, facts, context, { scheme: 'rpe', reps: reps.min, rpe: effort })
    known.set(key, next)
    reasons.add(next.reasons[0] ?? '')
    const first = next.status === 'prescription' ? next.sets[0] : undefined
    return {
      ...set,
      ...(first?.weightGrams !== undefined && { weightGrams: first.weightGrams }),
      ...(first?.assistanceGrams !== undefined && { assistanceGrams: first.assistanceGrams }),
    }
  })
  return { sets: filled, rule: undefined, reasons: reasons.size > 0 ? [...reasons] : [reason] }
}

/** What the scheme of a slot prescribes: it sees the slot's sessions in this run, then earlier ones. */
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

/** The most sessions that a scheme may need for its next decision, with room to spare. */
const maxSessions = 60

/** How many sessions of a slot its scheme looks at. Only 5/3/1 counts its workouts from the first. */
function sessionsFor(scheme: Scheme | undefined): number {
  return scheme?.scheme === 'five_three_one' ? Number.POSITIVE_INFINITY : maxSessions
}

function nextOf(
  { slot, exerciseId }: PlannedSlot,
  facts: SlotExercise,
  { gear, workouts, apart, earlierSets, since, unit, bodyweightAt, days, at }: SlotContext,
  scheme: Scheme | undefined,
): Progression {
  const increment = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
  return progressionOf({
    facts,
    sets: [
      ...earlierSets(exerciseId),
      ...slotHistory(workouts, slot.key, exerciseId, { apart, maxSessions: sessionsFor(scheme) }),
    ],
    scheme,
    since,
    unit,
    loading: loadingOf(gear, facts, increment),
    bodyweightAt,
    days,
    now: at,
  })
}

function plannedSet(set: PrescribedSet, { restSeconds }: PlannedSlot['slot']): ReadySlot['sets'][number] {
  const { type, weightGrams, assistanceGrams, reps, openEnded, rpe, durationSeconds, distanceMillimeters } =
    set
  return {
    type,
    ...(reps && { reps }),
    ...(openEnded && { openEnded }),
    ...(weightGrams !== undefined && { weightGrams }),
    ...(assistanceGrams !== undefined && { assistanceGrams }),
    ...(rpe !== undefined && { rpe }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distanceMillimeters !== undefined && { distanceMillimeters }),
    ...(restSeconds !== undefined && { restSeconds }),
  }
}

/** The loads that a lifter has available for an exercise. */
export function loadingOf({ unit, plates }: Gear, exercise: SlotExercise, incrementGrams?: number): Loading {
  return loadingFor({
    equipment: exercise.equipment,
    unit,
    plates,
    incrementGrams,
    assisted: bodyweightShareOf(exercise) > 0,
  })
}
