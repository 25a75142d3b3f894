import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Reader } from '#db/schema/index.ts'
import { listTrainedSetsOf } from '#db/training-log/trained-sets.ts'
import type { Schemas } from '#generated/types.ts'
import { userDays } from '#training/days.ts'
import { loadingFor } from '#training/plates/loading.ts'
import {
  type PlannedRunSet,
  type PlannedSlot,
  type Program,
  type ProgramStep,
  planStep,
  type RunState,
} from '#training/programs/index.ts'
import { firstSets, type LoggedWorkout, slotHistory } from '#training/programs/slot-history.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { PrescribedSet } from '#training/progression/types.ts'
import { restFor } from '#training/recommend/duration.ts'
import { loadContext } from '../analytics/log.ts'
import { countedSets } from '../training-log/doubts.ts'
import { trainedSet } from '../training-log/trained-set.ts'
import { loadingOf } from './lift-memory.ts'
import { loadText } from './words.ts'

/** How many of an exercise's earlier sets show where to begin. */
const earlierSets = 60

/** What a step is planned from. */
export interface PlanningInput {
  readonly program: Program
  readonly state: Pick<RunState, 'bases' | 'swaps' | 'settledBy'>
  /** The workouts of the run. */
  readonly workouts: readonly LoggedWorkout[]
  /** When the run began, in milliseconds since 1970. */
  readonly since: number
  /** When the workout will be, in milliseconds since 1970. */
  readonly at: number
  readonly unit: Schemas['WeightUnit']
  /** Whether sets of a lift without a base have no load; by default that is an error. */
  readonly mayLackBases?: boolean
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
}

/**
 * The slots of a step, ready to do: exercises for the available equipment, loads that can be loaded, and what
 * each scheme prescribes.
 *
 * @throws {MissingBaseError} if a percentage refers to a base that the run doesn't have
 */
export async function planSlots(
  db: Reader,
  user: Profile,
  input: PlanningInput,
  step: Pick<ProgramStep, 'week' | 'day'>,
): Promise<ReadySlot[]> {
  const { program, state } = input
  const facts = await findExerciseFacts(db, user.id, exercisesOfDay(input, step.day))
  const { swaps, reasons } = withSubstitutes(user, input, step.day, facts)
  const loadsFor = (id: string) => {
    const exercise = facts.get(id)
    return exercise ? loadingOf(user, exercise) : loadingFor({ unit: user.unit })
  }
  const planned = planStep(program, { ...state, swaps }, step, loadsFor, input)
  const ready: ReadySlot[] = []
  for (const one of planned) {
    const exercise = facts.get(one.exerciseId)
    if (!exercise) continue
    const sets = one.sets
      ? { sets: one.sets, rule: undefined, reasons: [loadText(program, one, step.week, input.unit)] }
      : await bySchemes(db, user, input, one, exercise)
    const substituted = reasons.get(one.slot.key)
    ready.push({
      slot: one.slot,
      exerciseId: one.exerciseId,
      ...sets,
      restSeconds:
        one.slot.restSeconds ?? restFor({ category: exercise.category, mechanic: undefined }, undefined),
      reasons: [...(substituted === undefined ? [] : [substituted]), ...sets.reasons],
    })
  }
  return ready
}

function exercisesOfDay({ program, state }: PlanningInput, day: string): Set<string> {
  const slots = program.days.find(({ key }) => key === day)?.slots ?? []
  const ids = slots.flatMap((slot) => [
    state.swaps.get(slot.key) ?? [],
    exerciseOf(program, slot) ?? [],
    slot.alternatives ?? [],
  ])
  return new Set(ids.flat())
}

function exerciseOf({ lifts }: Program, { exerciseId, lift }: PlannedSlot['slot']): string | undefined {
  return exerciseId ?? lifts?.find(({ key }) => key === lift)?.exerciseId
}

/** Applies swaps, and replaces an exercise that the equipment rules out with the first alternative that it allows. */
function withSubstitutes(
  { equipment }: Profile,
  { program, state }: PlanningInput,
  day: string,
  facts: ReadonlyMap<string, ExerciseFactsRow>,
): { readonly swaps: ReadonlyMap<string, string>; readonly reasons: ReadonlyMap<string, string> } {
  const swaps = new Map(state.swaps)
  const reasons = new Map<string, string>()
  if (equipment === null) return { swaps, reasons }
  const atHand = new Set<string>(fromJson(equipment))
  const isPossible = (id: string) => {
    const exercise = facts.get(id)
    return exercise !== undefined && !exercise.deleted && atHand.has(exercise.equipment)
  }
  for (const slot of program.days.find(({ key }) => key === day)?.slots ?? []) {
    const own = exerciseOf(program, slot)
    if (swaps.has(slot.key) || own === undefined || isPossible(own)) continue
    const other = slot.alternatives?.find(isPossible)
    if (other === undefined) continue
    swaps.set(slot.key, other)
    reasons.set(slot.key, `In place of ${own}, for which your equipment has nothing.`)
  }
  return { swaps, reasons }
}

/** What the scheme of a slot prescribes: it sees the slot's sessions in this run, then earlier ones. */
async function bySchemes(
  db: Reader,
  user: Profile,
  { workouts, since, at, unit }: PlanningInput,
  { slot, exerciseId }: PlannedSlot,
  facts: ExerciseFactsRow,
): Promise<Pick<ReadySlot, 'sets' | 'rule' | 'reasons'>> {
  const days = userDays(user)
  const range = { from: Number.MIN_SAFE_INTEGER, before: since, limit: earlierSets }
  const { rows } = await countedSets(db, user, await listTrainedSetsOf(db, user.id, exerciseId, range))
  const own = slotHistory(workouts, slot.key, exerciseId)
  const exercises = new Map([[exerciseId, facts]])
  const placed = [...rows, ...own.map(({ performedAt }) => ({ exerciseId, performedAt }))]
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, placed, exercises, { days, unit })
  const { progression: scheme } = slot
  const increment = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
  const next = progressionOf({
    facts,
    sets: [...rows.map((row) => trainedSet(row, unit, frameOf(row.workoutId))), ...own],
    scheme,
    since,
    unit,
    loading: loadingOf(user, facts, increment),
    bodyweightAt,
    days,
    now: at,
  })
  if (next.status === 'insufficient_data')
    return { sets: firstSets(slot), rule: undefined, reasons: next.reasons }
  return { sets: next.sets.map((set) => plannedSet(set, slot)), rule: next.rule, reasons: next.reasons }
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
