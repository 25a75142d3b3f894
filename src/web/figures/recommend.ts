import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from '#training/bodyweight.ts'
import type { Cut } from '#training/cut.ts'
import { dayMs } from '#training/day-ms.ts'
import { type Days, dayNumber } from '#training/days.ts'
import { workByExercise } from '#training/exercise-work.ts'
import { weeklyLandmarks, withOverreaches } from '#training/landmarks.ts'
import type { MemoryFold } from '#training/lift-state/memory-fold.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import { overreachDays } from '#training/overreaches.ts'
import { inPeriod } from '#training/periods.ts'
import { schemeOf } from '#training/progression/read-scheme.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import type { AthleteLog, ChosenScheme } from '#training/recommend/athlete-log.ts'
import { consideredSets } from '#training/recommend/considered-sets.ts'
import { plannedInput, weightFormatOf } from '#training/recommend/planned-sets.ts'
import { type PresentedWorkout, presentWorkout } from '#training/recommend/present.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import type { FigureLog } from './figure-log.ts'
import { overreachesOf } from './overreached.ts'
import type { ChosenQuestion, Coaching, CoachQuestion, SuggestQuestion } from './questions.ts'
import { withDoubted } from './remember.ts'
import { sorenessAt } from './soreness.ts'

/** What a recommendation needs besides the log. */
export interface SuggestContext {
  readonly days: Days
  readonly bodyweightAt: BodyweightAt
  readonly memory: MemoryFold
  readonly cut: Cut | undefined
}

/** A phase ends this long after its last workout, in milliseconds. */
const phaseMs = 14 * dayMs

/** Recommends a workout from the log on this device, as the server does from the same log. */
export async function recommend(
  log: FigureLog,
  { minutes, exclude, ...question }: SuggestQuestion,
  context: SuggestContext,
): Promise<PresentedWorkout> {
  const athlete = await athleteLog(log, question, context)
  const candidates = [...log.exercises.values()].filter(({ deletedAt }) => deletedAt === undefined)
  const request = { minutes, exclude, equipment: question.equipment, isUsualEquipment: true }
  return presentWorkout(recommendWorkout(candidates, request, athleteState(athlete)), athlete)
}

/** What the scheme chosen for an exercise prescribes now, and the sets to plan. Undefined without enough in the log. */
export async function nextByScheme(
  log: FigureLog,
  { exerciseId, chosen }: Pick<CoachQuestion, 'exerciseId'> & { readonly chosen: ChosenQuestion },
  context: SuggestContext,
): Promise<Pick<Coaching, 'next' | 'planned'> | undefined> {
  const athlete = await athleteLog(log, { ...chosen, at: log.now() }, context, exerciseId)
  const next = athleteState(athlete).progressionOf(exerciseId)
  if (next?.status !== 'prescription') return undefined
  const planned = next.sets.map((set) => {
    const { restSeconds: _, ...input } = plannedInput(set, 0, weightFormatOf(athlete, exerciseId))
    return input
  })
  return { next, planned }
}

/** The log in the form that recommendations expect; with all that matters for an exercise, if one is given. */
async function athleteLog(
  log: FigureLog,
  { at, progressions = [], soreness, ...settings }: ChosenQuestion & Pick<SuggestQuestion, 'at'>,
  { memory, ...context }: SuggestContext,
  exerciseId?: string,
): Promise<AthleteLog> {
  const { exercises, user, unit } = log
  const finished = log.finished.filter(({ startedAt }) => Date.parse(startedAt) <= at)
  const doubted = new Set(memory.doubts().map(({ workoutId, setId }) => `${workoutId} ${setId}`))
  const counted = (sets: readonly TrainedSet[]) =>
    sets.filter(
      ({ workoutId, id, exerciseId }) => exercises.has(exerciseId) && !doubted.has(`${workoutId} ${id}`),
    )
  const source = sourceOf(finished, { unit, at })
  const schemes = chosenSchemes(progressions)
  const considered = await consideredSets(source, { at, until: at, schemes, exerciseId })
  const overreaches = overreachesOf(finished, {
    exercises,
    until: at,
    dayOf: ({ startedAt, timeZone }) => context.days.dayOf(Date.parse(startedAt), timeZone),
    weekUpTo: (day) => {
      const period = { firstDay: day - overreachDays + 1, lastDay: day }
      const sets = inPeriod(counted(source.all()), period, context.days)
      return workByExercise(sets, { exercises, bodyweightAt: context.bodyweightAt }).values()
    },
  })
  return {
    ...context,
    memory,
    sets: counted(considered),
    exercises,
    equipmentOf: (id) => exercises.get(id)?.equipment,
    at,
    unit,
    equipment: settings.equipment,
    plates: settings.plates,
    schemes,
    inPrograms: plannedSince(finished, schemes),
    soreness: sorenessAt(at, soreness),
    landmarks: withOverreaches({ ...weeklyLandmarks, ...settings.landmarks }, overreaches),
    experience: user?.experience,
    birthYear: user?.birthYear,
    goal: user?.goal,
    workoutsPerWeek: settings.workoutsPerWeek,
    competitionDay: settings.competitionDay === undefined ? undefined : dayNumber(settings.competitionDay),
    phase: finished.find(({ startedAt }) => Date.parse(startedAt) >= at - phaseMs)?.phase,
  }
}

/** The chosen schemes by exercise. */
const chosenSchemes = (progressions: readonly Schemas['ChosenProgression'][]) =>
  new Map<string, ChosenScheme>(
    progressions.map(({ exerciseId, progression, since }) => [
      exerciseId,
      { scheme: schemeOf(progression), since: Date.parse(since) },
    ]),
  )

/** The workouts of programs since the first scheme was chosen, because each slot of a program is judged separately. */
function plannedSince(workouts: readonly LocalWorkout[], schemes: ReadonlyMap<string, ChosenScheme>) {
  const first = Math.min(...Array.from(schemes.values(), ({ since = 0 }) => since))
  const planned = workouts.filter(({ plan, startedAt }) => plan && Date.parse(startedAt) >= first)
  return new Set(planned.map(({ id }) => id))
}

/** The sets of workouts (newest first), in the server's order. */
function sourceOf(workouts: readonly LocalWorkout[], { unit, at }: Pick<AthleteLog, 'unit' | 'at'>) {
  const all = withDoubted(workouts)
  const read = (span: { readonly from: number; readonly before: number }, exerciseId?: string) => {
    const { from, before } = span
    const options = { unit, from, before: Math.min(before, at + 1), ...(exerciseId && { exerciseId }) }
    return trainedSets(all, options).sort(byPlace)
  }
  return {
    all: () => read({ from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY }),
    sets: async (span: { readonly from: number; readonly before: number }) => read(span),
    setsOf: async (id: string, { limit, ...span }: { from: number; before: number; limit: number }) =>
      read(span, id).slice(-limit),
    async lastStartBefore(time: number) {
      const last = workouts.find(({ startedAt }) => Date.parse(startedAt) < time)
      return last && Date.parse(last.startedAt)
    },
  }
}

function byPlace(a: TrainedSet, b: TrainedSet): number {
  if (a.performedAt !== b.performedAt) return a.performedAt - b.performedAt
  if (a.workoutId !== b.workoutId) return a.workoutId < b.workoutId ? -1 : 1
  if (a.exerciseId === b.exerciseId) return 0
  return a.exerciseId < b.exerciseId ? -1 : 1
}
