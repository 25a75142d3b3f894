import type { Schemas } from '#generated/types.ts'
import type { Workout } from '../training.ts'

/** The settings that determine days. */
interface Profile {
  readonly timeZone: string
  readonly dayStartHour: number
}

/** A muscle's figures: volume load in kilograms, direct and fractional sets. */
type Figures = Record<string, { volume: number; direct: number; fractional: number }>

export interface Recount {
  readonly muscles: Figures
  readonly workouts: number
  readonly unknownLoadSets: number
  /** The number of sets by exercise, in which left and right sets count once. */
  readonly setsOf: Readonly<Record<string, number>>
  /** The ids of the sets that count, sorted. */
  readonly setIds: string[]
}

/**
 * The volume of a range of days, counted set by set from the lists of the API. It shares no code with the
 * implementation.
 */
export function recount(
  { from, to }: { readonly from: string; readonly to: string },
  profile: Profile,
  {
    workouts,
    exercises,
    measurements,
  }: {
    readonly workouts: readonly Workout[]
    readonly exercises: readonly Schemas['Exercise'][]
    readonly measurements: readonly Schemas['Measurement'][]
  },
  now = Number.POSITIVE_INFINITY,
): Recount {
  const muscles: Figures = {}
  const setIds: string[] = []
  const setsOf: Record<string, number> = {}
  const counted = new Set<string>()
  let unknownLoadSets = 0
  for (const workout of workouts) {
    const { dayStartHour } = profile
    const clock = { timeZone: workout.timeZone, dayStartHour }
    const day = dayOf(workout.startedAt, clock)
    if (day < from || day > to || Date.parse(workout.startedAt) > now) continue
    const doubted = new Set(workout.doubts?.map(({ setId }) => setId))
    const byExercise = Map.groupBy(workout.exercises, ({ exerciseId }) => exerciseId)
    for (const [exerciseId, entries] of byExercise) {
      const sets = entries.flatMap((entry) => entry.sets).filter(({ id }) => !doubted.has(id))
      const exercise = exercises.find(({ id }) => id === exerciseId)
      if (!exercise) throw new Error(`there is no exercise ${exerciseId}`)
      // Left and right sets count once: as many as the side with more sets.
      const sided = { left: 0, right: 0 }
      const unknown = { left: 0, right: 0 }
      let count = 0
      for (const set of sets) {
        const isDone = (set.reps ?? 0) > 0 || (set.durationSeconds ?? 0) > 0 || (set.distance?.value ?? 0) > 0
        if (set.type === 'warmup' || !isDone) continue
        counted.add(workout.id)
        setIds.push(set.id)
        const side = set.side === 'left' || set.side === 'right' ? set.side : undefined
        const sides = set.side === 'both' || (set.side === undefined && exercise.unilateral) ? 2 : 1
        const load = loadOf(set, exercise, bodyweightOn(day, workout, measurements, clock))
        const reps = (set.reps ?? 0) * sides
        if (side) sided[side]++
        else count++
        if (reps > 0 && load === undefined) {
          if (side) unknown[side]++
          else unknownLoadSets++
        }
        if (exercise.category === 'cardio' || exercise.category === 'mobility') continue
        for (const { muscle, percent } of exercise.engagement) {
          if (percent === 0) continue
          muscles[muscle] ??= { volume: 0, direct: 0, fractional: 0 }
          const figures = muscles[muscle]
          figures.volume += ((load ?? 0) * reps * percent) / 100
        }
      }
      unknownLoadSets += Math.max(unknown.left, unknown.right)
      count += Math.max(sided.left, sided.right)
      setsOf[exerciseId] = (setsOf[exerciseId] ?? 0) + count
      if (exercise.category === 'cardio' || exercise.category === 'mobility' || count === 0) continue
      for (const { muscle, percent } of exercise.engagement) {
        const figures = muscles[muscle]
        if (!figures) continue
        if (percent >= 50) figures.direct += count
        if (percent >= 20) figures.fractional += percent >= 50 ? count : count / 2
      }
    }
  }
  return { muscles, workouts: counted.size, unknownLoadSets, setsOf, setIds: setIds.sort() }
}

/** The local day. Before the hour at which days start, it is the previous calendar day. */
function dayOf(instant: string, { timeZone, dayStartHour }: Profile): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const day = new Date(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`)
  if (Number(part('hour')) < dayStartHour) day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

/** The bodyweight on a day, in kilograms. */
function bodyweightOn(
  day: string,
  workout: Workout,
  measurements: readonly Schemas['Measurement'][],
  profile: Profile,
): number | undefined {
  const weights = measurements
    .filter(({ kind }) => kind === 'bodyweight')
    .toSorted((a, b) => Date.parse(a.measuredAt) - Date.parse(b.measuredAt))
  const same = weights.findLast(({ measuredAt }) => dayOf(measuredAt, profile) === day)
  const latestEarlier = weights.findLast(({ measuredAt }) => dayOf(measuredAt, profile) < day)
  const bodyweight = same ?? workout.bodyweight ?? latestEarlier ?? weights[0]
  return bodyweight && kilograms(bodyweight)
}

/** The load of one rep in kilograms; undefined if it is unknown. */
function loadOf(
  set: Schemas['WorkoutSet'],
  { tracking, bodyweightShare, perHand }: Schemas['Exercise'],
  bodyweight: number | undefined,
): number | undefined {
  if (bodyweightShare > 0 && bodyweight === undefined) return undefined
  if (bodyweightShare === 0 && tracking === 'weight_reps' && !set.weight) return undefined
  const body = bodyweightShare * (bodyweight ?? 0)
  const added = kilograms(set.weight) * (perHand ? 2 : 1)
  return Math.max(0, body + added - kilograms(set.assistance))
}

function kilograms(weight: { readonly value: number; readonly unit: string } | undefined): number {
  if (!weight) return 0
  return weight.unit === 'lb' ? weight.value * 0.45359237 : weight.value
}
