import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from '../bodyweight.ts'
import { counts } from '../counting.ts'
import type { Days } from '../days.ts'
import type { FormulaId } from '../e1rm.ts'
import { engagementRole } from '../engagement.ts'
import { workByExercise } from '../exercise-work.ts'
import { muscleFatigues } from '../fatigue/fatigue.ts'
import type { MuscleFatigue, SorenessReport } from '../fatigue/types.ts'
import type { Goal } from '../goals.ts'
import type { LandmarkTable } from '../landmarks.ts'
import { MemoryFold, type Remembered } from '../lift-state/index.ts'
import { bodyweightShareOf } from '../load.ts'
import { median } from '../order-statistics.ts'
import { loadingFor } from '../plates/loading.ts'
import type { PlatePairs } from '../plates/rack.ts'
import { exerciseProgress } from '../progress.ts'
import { deloadsIn } from '../progression/light-days.ts'
import { progressionOf } from '../progression/progression.ts'
import type { Scheme } from '../progression/schemes.ts'
import { sessionsOf } from '../progression/sessions.ts'
import { setsText } from '../progression/text.ts'
import type { Progression, TrainedSet } from '../progression/types.ts'
import { ListedSets } from '../records/set-cursor.ts'
import type { ExerciseFacts, ExerciseIndex, Muscle, PerformedSet } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import { muscleVolumes } from '../volume.ts'
import type { AthleteState, Familiarity } from './types.ts'

const day = 86_400_000
/** How far back to look for weekly sets, familiar exercises and progress, in milliseconds. */
export const athleteWindows = { week: 7 * day, familiar: 56 * day, progress: 84 * day } as const

/** The scheme that was chosen for an exercise. */
export interface ChosenScheme {
  readonly scheme: Scheme
  /** When, in milliseconds since 1970. */
  readonly since?: number | undefined
}

/** A person's log and equipment, from which their state is derived. */
export interface AthleteLog {
  /**
   * Oldest workout first, at least 12 weeks before `at`, and everything since a scheme was chosen. If those
   * 12 weeks are empty, the 12 before the last workout.
   */
  readonly sets: readonly TrainedSet[]
  /** Facts of each exercise in the sets. */
  readonly exercises: ExerciseIndex
  /** The workouts of programs, by id. */
  readonly inPrograms?: ReadonlySet<string> | undefined
  readonly equipmentOf: (exerciseId: string) => Schemas['Equipment'] | undefined
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
  /** When the workout will be, in milliseconds since 1970. */
  readonly at: number
  readonly unit: WeightUnit
  /** The unit of an exercise, if it differs: people keep the unit in which they logged it. */
  readonly unitOf?: ((exerciseId: string) => WeightUnit | undefined) | undefined
  /** The only equipment that the person has; by default everything. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  readonly plates?: readonly PlatePairs[] | undefined
  readonly soreness?: readonly SorenessReport[] | undefined
  readonly schemes?: ReadonlyMap<string, ChosenScheme> | undefined
  /** The memory of lifts at `at`; by default folded from the sets. */
  readonly memory?: { of(exerciseId: string): Remembered | undefined } | undefined
  readonly landmarks?: LandmarkTable | undefined
  readonly experience?: AthleteState['experience']
  readonly birthYear?: number | undefined
  readonly goal?: Goal | undefined
  readonly formula?: FormulaId | undefined
}

/** The sets within a time span that ends at an instant. */
const lately = <Logged extends PerformedSet>(sets: readonly Logged[], at: number, window: number): Logged[] =>
  sets.filter(({ performedAt }) => performedAt <= at && performedAt > at - window)

/** Fractional sets of each muscle in the 7 days before an instant. */
export function weeklyFractionalSets(
  sets: readonly PerformedSet[],
  context: Pick<AthleteLog, 'exercises' | 'bodyweightAt' | 'at'>,
): Map<Muscle, number> {
  const work = workByExercise(lately(sets, context.at, athleteWindows.week), context)
  return new Map(
    muscleVolumes(work.values(), context.exercises).map(({ muscle, fractionalSets }) => [
      muscle,
      fractionalSets,
    ]),
  )
}

/** Equipment that can't add weight to the body. */
const withoutWeight: ReadonlySet<Schemas['Equipment']> = new Set([
  'bodyweight',
  'suspension',
  'band',
  'cardio_machine',
])

/** Whether this equipment can't make a bodyweight lift heavier. */
const cannotAddWeight = (equipment: AthleteLog['equipment']): boolean =>
  equipment?.every((one) => withoutWeight.has(one)) ?? false

/** Whether assistance is at hand for a lift that moves the body: the lifter has logged some. */
const isAssisted = (sets: readonly TrainedSet[]): boolean =>
  sets.some(({ assistanceGrams = 0 }) => assistanceGrams > 0)

/** The highest fatigue among the primary muscles of an exercise, 0–100. */
export function primaryFatigue({ engagement }: ExerciseFacts, fatigue: readonly MuscleFatigue[]): number {
  const primary = new Set(
    engagement.flatMap(({ muscle, percent }) => (engagementRole(percent) === 'primary' ? [muscle] : [])),
  )
  return fatigue.reduce((most, now) => (primary.has(now.muscle) ? Math.max(most, now.fatigue) : most), 0)
}

function byExercise(sets: readonly TrainedSet[]): Map<string, TrainedSet[]> {
  const groups = new Map<string, TrainedSet[]>()
  for (const set of sets) {
    const group = groups.get(set.exerciseId)
    if (group) group.push(set)
    else groups.set(set.exerciseId, [set])
  }
  return groups
}

/** Where the period of habits ends: now, or with the last workout of someone who returns after a break. */
function habitsEnd({ sets, at }: AthleteLog): number {
  const last = sets.reduce(
    (newest, set) => (set.performedAt <= at && counts(set) ? Math.max(newest, set.performedAt) : newest),
    Number.NEGATIVE_INFINITY,
  )
  return last > at - athleteWindows.familiar ? at : last
}

/** How familiar an exercise is; undefined if it wasn't done in the eight weeks before `end` (see `habitsEnd`). */
function familiarity(
  log: AthleteLog,
  id: string,
  sets: readonly TrainedSet[],
  usualEnd: number,
  stopped: number | undefined,
  remembered: Remembered | undefined,
): Familiarity | undefined {
  const { days, bodyweightAt, at, formula, unit } = log
  const facts = log.exercises.get(id)
  const recently = lately(sets, usualEnd, athleteWindows.familiar).filter(counts)
  // Someone who has just come back hasn't done all of their lifts again yet.
  const end = recently.length === 0 && stopped !== undefined ? stopped : usualEnd
  const done = end === usualEnd ? recently : lately(sets, end, athleteWindows.familiar).filter(counts)
  const last = done.at(-1)
  if (!last || !facts) return undefined
  const workouts = new Set(done.map((set) => set.workoutId)).size
  const sessions = sessionsOf({ facts, sets: done, bodyweightAt, days })
  const usual = {
    workouts,
    hoursAgo: (at - last.performedAt) / 3_600_000,
    restSeconds: median(done.flatMap((set) => (set.restSeconds ? [set.restSeconds] : []))),
    sets: median(sessions.map(({ atWeight }) => atWeight.length)),
    due: dueShare(
      sessions.map(({ day: on }) => on),
      days.dayOf(at),
    ),
  }
  if (end < at) {
    const did = setsText(sessions.at(-1)?.atWeight ?? [], facts, log.unitOf?.(id) ?? unit)
    return { ...usual, away: { days: days.dayOf(at) - days.dayOf(last.performedAt, last.timeZone), did } }
  }
  const recent = lately(sets, at, athleteWindows.progress)
  const { status } = exerciseProgress(recent, facts, {
    days,
    bodyweightAt,
    asOf: days.dayOf(at),
    formula,
    lightWorkouts: deloadsIn(remembered),
  })
  return { ...usual, progress: status }
}

/** With fewer workouts in the eight weeks, or fewer days between them, a lift has no place in the week. */
const rhythm = { workouts: 4, days: 2.5 } as const

/** The days since a lift was last done, as a share of the usual ones between; undefined without a rhythm. */
function dueShare(trained: readonly number[], today: number): number | undefined {
  const on = [...new Set(trained)]
  const usual = median(on.slice(1).map((number, index) => number - (on[index] ?? number)))
  const last = on.at(-1)
  if (on.length < rhythm.workouts || usual === undefined || usual < rhythm.days || last === undefined)
    return undefined
  return (today - last) / usual
}

/** A break of this long, in milliseconds, and how lately it must have ended for someone to have just come back. */
const comeback = { gap: 28 * day, within: 28 * day } as const

/** When the training before a break ended, for someone who has just come back from it. */
function stoppedAt({ sets, at }: AthleteLog): number | undefined {
  const times = [...new Set(sets.filter(counts).map(({ performedAt }) => performedAt))]
    .filter((time) => time <= at)
    .sort((a, b) => a - b)
  const back = times.findLastIndex((time, index) => time - (times[index - 1] ?? time) > comeback.gap)
  return back > 0 && at - (times[back] ?? 0) <= comeback.within ? times[back - 1] : undefined
}

/** The memory folded from the sets of the log up to its time. */
function memoryOf({ sets, at, exercises, bodyweightAt, days }: AthleteLog): MemoryFold {
  const fold = new MemoryFold()
  const done = sets.filter(({ performedAt, exerciseId }) => performedAt <= at && exercises.has(exerciseId))
  fold.take(new ListedSets(done), { exercises, bodyweightAt, days })
  return fold
}

/** Derives what a recommendation needs to know about a person from their log; see `AthleteState`. */
export function athleteState(log: AthleteLog): AthleteState {
  const { exercises, at, soreness, landmarks, experience, birthYear } = log
  const groups = byExercise(log.sets)
  const fatigue = muscleFatigues(log.sets, { exercises, at, soreness, steps: 0 })
  const end = habitsEnd(log)
  const stopped = stoppedAt(log)
  const memory = log.memory ?? memoryOf(log)
  // Computed on demand: the progression of one exercise doesn't need any other.
  const familiarities = new Map<string, Familiarity | undefined>()
  const familiarityOf = (id: string): Familiarity | undefined => {
    if (!familiarities.has(id))
      familiarities.set(id, familiarity(log, id, groups.get(id) ?? [], end, stopped, memory.of(id)))
    return familiarities.get(id)
  }
  const progressionFor = (id: string): Progression | undefined => {
    const facts = exercises.get(id)
    if (!facts) return undefined
    const chosen = log.schemes?.get(id)
    const scheme = chosen?.scheme
    const incrementGrams = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
    const { plates, days, bodyweightAt, formula } = log
    const unit = log.unitOf?.(id) ?? log.unit
    const sets = groups.get(id) ?? []
    const moving = bodyweightShareOf(facts) > 0
    const noLoad =
      moving && cannotAddWeight(log.equipment) && !sets.some(({ weightGrams = 0 }) => weightGrams > 0)
    const assisted = moving && isAssisted(sets)
    return progressionOf({
      facts,
      sets: outsidePrograms(sets, chosen, log),
      scheme,
      since: chosen?.since,
      memory: memory.of(id),
      unit,
      loading: loadingFor({ equipment: log.equipmentOf(id), unit, plates, incrementGrams, assisted, noLoad }),
      bodyweightAt,
      days,
      now: at,
      formula,
      // Only the schemes that someone chose read it.
      get progress() {
        return familiarityOf(id)?.progress
      },
      goal: log.goal,
      fatigue: primaryFatigue(facts, fatigue),
    })
  }
  let familiar: ReadonlyMap<string, Familiarity> | undefined
  return {
    experience,
    goal: log.goal,
    age: birthYear === undefined ? undefined : new Date(at).getUTCFullYear() - birthYear,
    weeklySets: weeklyFractionalSets(log.sets, log),
    fatigue,
    soreness: soreness
      ?.filter(({ reportedAt }) => reportedAt <= at && reportedAt > at - 2 * day)
      .reduce((most, report) => Math.max(most, report.soreness), 0),
    get familiar() {
      familiar ??= new Map(
        [...groups.keys()].flatMap((id) => {
          const known = familiarityOf(id)
          return known ? [[id, known] as const] : []
        }),
      )
      return familiar
    },
    chosen: new Set(log.schemes?.keys()),
    progressionOf: progressionFor,
    landmarks,
  }
}

/**
 * The sets that a chosen scheme judges: since it was chosen, without those of programs, whose slots have their own
 * schemes. The memory of a lift uses all of them.
 */
function outsidePrograms(
  sets: readonly TrainedSet[],
  chosen: ChosenScheme | undefined,
  { inPrograms }: AthleteLog,
): readonly TrainedSet[] {
  if (!chosen || chosen.scheme.scheme === 'memory' || !inPrograms?.size) return sets
  const { since = Number.NEGATIVE_INFINITY } = chosen
  return sets.filter(({ performedAt, workoutId }) => performedAt < since || !inPrograms.has(workoutId))
}
