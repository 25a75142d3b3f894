import type { Schemas } from '#generated/types.ts'
import { dayMs } from '../day-ms.ts'
import { engagementRole } from '../engagement.ts'
import { workByExercise } from '../exercise-work.ts'
import { fatigueWindow, muscleFatigues } from '../fatigue/fatigue.ts'
import type { MuscleFatigue } from '../fatigue/types.ts'
import { leadsToSingle, lightestLifted, MemoryFold, type RememberedLift } from '../lift-state/index.ts'
import { bodyweightShareOf, isAssistedExercise, isWeighted } from '../load.ts'
import { loadingFor } from '../plates/loading.ts'
import { progressionOf } from '../progression/progression.ts'
import type { Progression, TrainedSet } from '../progression/types.ts'
import { ListedSets } from '../records/set-cursor.ts'
import type { ExerciseFacts, Muscle, PerformedSet } from '../types.ts'
import { muscleVolumes } from '../volume.ts'
import { type AthleteLog, athleteWindows, type ChosenScheme, setsWithin } from './athlete-log.ts'
import { familiarities } from './familiarity.ts'
import type { AthleteState, Familiarity } from './types.ts'

/** Fractional sets of each muscle in the 7 days before an instant. */
export function weeklyFractionalSets(
  sets: readonly PerformedSet[],
  context: Pick<AthleteLog, 'exercises' | 'bodyweightAt' | 'at'>,
): Map<Muscle, number> {
  const work = workByExercise(setsWithin(sets, context.at, athleteWindows.week), context)
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
  equipment?.every((item) => withoutWeight.has(item)) ?? false

/** Whether assistance is available for a lift that moves the body: the lifter has logged some. */
const isAssisted = (sets: readonly TrainedSet[]): boolean =>
  sets.some(({ assistanceGrams = 0 }) => assistanceGrams > 0)

/** The highest fatigue among the primary muscles of an exercise, 0–100. */
export function primaryFatigue({ engagement }: ExerciseFacts, fatigue: readonly MuscleFatigue[]): number {
  const primary = new Set(
    engagement.flatMap(({ muscle, percent }) => (engagementRole(percent) === 'primary' ? [muscle] : [])),
  )
  return Math.max(0, ...fatigue.filter(({ muscle }) => primary.has(muscle)).map((muscle) => muscle.fatigue))
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

/** The memory folded from the sets of the log up to its time. */
function memoryOf({ sets, at, exercises, bodyweightAt, days }: AthleteLog): MemoryFold {
  const fold = new MemoryFold()
  const past = sets.filter(({ performedAt, exerciseId }) => performedAt <= at && exercises.has(exerciseId))
  fold.add(new ListedSets(past), { exercises, bodyweightAt, days })
  return fold
}

/** Derives a person's state, on which a recommendation is based, from their log. */
export function athleteState(log: AthleteLog): AthleteState {
  const { exercises, at, soreness, landmarks, experience, birthYear } = log
  const groups = byExercise(log.sets)
  const recent = setsWithin(log.sets, at, fatigueWindow)
  const fatigue = muscleFatigues(recent, { exercises, at, soreness, steps: 0, omitsRecovery: true })
  const memory = log.memory ?? memoryOf(log)
  const familiarityOf = familiarities(log, groups, memory)
  const progressionFor = (id: string): Progression | undefined => {
    const facts = exercises.get(id)
    if (!facts) return undefined
    const chosen = log.schemes?.get(id)
    const scheme = chosen?.scheme
    const incrementGrams = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
    const { plates, days, bodyweightAt, formula } = log
    const unit = log.unitOf?.(id) ?? log.unit
    const sets = groups.get(id) ?? []
    const remembered = memory.of(id)
    const movesBody = bodyweightShareOf(facts) > 0
    const noLoad =
      isAssistedExercise(facts) ||
      (movesBody && cannotAddWeight(log.equipment) && !sets.some(({ weightGrams = 0 }) => weightGrams > 0))
    const assisted = movesBody && isAssisted(sets)
    return progressionOf({
      facts,
      sets: outsidePrograms(sets, chosen, log),
      scheme,
      since: chosen?.since,
      memory: remembered,
      unit,
      loading: loadingFor({
        equipment: log.equipmentOf(id),
        unit,
        plates,
        incrementGrams,
        assisted,
        noLoad,
        lightestGrams: lightestLifted(remembered),
        weighted: isWeighted(facts),
      }),
      bodyweightAt,
      days,
      now: at,
      formula,
      // A getter, because only chosen schemes read it.
      get progress() {
        return familiarityOf(id)?.progress
      },
      goal: log.goal,
      losesWeight: log.cut !== undefined,
      fatigue: primaryFatigue(facts, fatigue),
    })
  }
  let familiar: ReadonlyMap<string, Familiarity> | undefined
  // Getters, because progressions don't read these.
  return {
    experience,
    goal: log.goal,
    age: birthYear === undefined ? undefined : new Date(at).getUTCFullYear() - birthYear,
    get weeklySets() {
      return weeklyFractionalSets(log.sets, log)
    },
    workoutsPerWeek: log.workoutsPerWeek,
    daysToCompetition: log.competitionDay === undefined ? undefined : log.competitionDay - log.days.dayOf(at),
    get peaking() {
      return log.phase === 'peak' || peaksIn(groups.keys(), memory, log)
    },
    fatigue,
    soreness: soreness
      ?.filter(({ reportedAt }) => reportedAt <= at && reportedAt > at - 2 * dayMs)
      .reduce((highest, report) => Math.max(highest, report.soreness), 0),
    get familiar() {
      familiar ??= new Map(
        [...groups.keys()].flatMap((id) => {
          const exercise = familiarityOf(id)
          return exercise ? [[id, exercise] as const] : []
        }),
      )
      return familiar
    },
    hasDone: (id) => memory.of(id) !== undefined,
    chosen: new Set(log.schemes?.keys()),
    progressionOf: progressionFor,
    landmarks,
  }
}

/** Lifts done longer ago than this, in days, say nothing about what someone does now. */
const peakDays = 14

/** Whether two lifts or more work up to heavy singles, as before a competition. */
function peaksIn(
  ids: Iterable<string>,
  memory: { of(exerciseId: string): RememberedLift | undefined },
  { days, at }: AthleteLog,
): boolean {
  const today = days.dayOf(at)
  let peakingLifts = 0
  for (const id of ids) {
    const remembered = memory.of(id)
    if (
      remembered?.measure === 'load' &&
      today - remembered.lift.day <= peakDays &&
      leadsToSingle(remembered.lift)
    )
      peakingLifts++
  }
  return peakingLifts > 1
}

/**
 * The sets for a chosen scheme: without those that programs added since it was chosen, because slots of programs have
 * their own schemes. The memory of a lift uses all sets.
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
