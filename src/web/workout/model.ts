import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'

/** The part of a workout that stays the same while its sets are logged. */
export type WorkoutFrame = Pick<LocalWorkout, 'id' | 'startedAt'> & {
  readonly [Key in 'endedAt' | 'plan' | 'doubts']?: LocalWorkout[Key] | undefined
}
export type LoggedExercise = LocalWorkout['exercises'][number]
export type LoggedSet = LoggedExercise['sets'][number]
export type Weight = Schemas['Weight']
export type Tracking = Schemas['Tracking']

/** A field that a set is logged with. */
export type Field = 'weight' | 'reps' | 'duration' | 'distance' | 'rpe'

/** Whether a set was done. Imported sets have values but no completion time. */
export const isDone = (set: LoggedSet): boolean =>
  set.completedAt !== undefined ||
  set.reps !== undefined ||
  set.durationSeconds !== undefined ||
  set.distance !== undefined

/** Whether a set counts, unlike a warm-up. */
export const isWork = (set: LoggedSet): boolean => set.type !== 'warmup'

/** The fields of a row, by how the exercise is tracked. */
export const fieldsOf: Readonly<Record<Tracking, readonly Field[]>> = {
  weight_reps: ['weight', 'reps'],
  bodyweight_reps: ['weight', 'reps'],
  reps: ['reps'],
  duration: ['weight', 'duration'],
  distance_duration: ['distance', 'duration'],
}

/** A set and its exercise. */
export interface SetInExercise {
  readonly exercise: LoggedExercise
  readonly set: LoggedSet
}

/** Every set of a workout, in the order in which they are to be done: supersets warm up first, then alternate. */
const inOrder = ({ exercises }: Pick<LocalWorkout, 'exercises'>): SetInExercise[] =>
  groupsOf(exercises).flatMap((group) =>
    group
      .flatMap((exercise) => {
        const work = exercise.sets.filter(isWork)
        return exercise.sets.map((set) => ({ exercise, set, round: work.indexOf(set) }))
      })
      .sort((a, b) => a.round - b.round),
  )

/** The exercises of a workout, those of a superset together. */
export function groupsOf(exercises: readonly LoggedExercise[]): LoggedExercise[][] {
  const groups: LoggedExercise[][] = []
  for (const exercise of exercises) {
    const last = groups.at(-1)
    const { supersetGroup } = exercise
    if (supersetGroup !== undefined && last?.[0]?.supersetGroup === supersetGroup) last.push(exercise)
    else groups.push([exercise])
  }
  return groups
}

/**
 * The set to do next: the first one not done after the last one done, or else the first one not done. An exercise that
 * has not been begun starts with its first set, even if it joins a superset whose other exercises are further along.
 */
export function nextSet(workout: Pick<LocalWorkout, 'exercises'>): SetInExercise | undefined {
  const setsInOrder = inOrder(workout)
  let latest = -1
  let latestTime = ''
  setsInOrder.forEach(({ set }, index) => {
    if (set.completedAt !== undefined && set.completedAt >= latestTime) {
      latest = index
      latestTime = set.completedAt
    }
  })
  const isOpen = ({ set }: SetInExercise) => !isDone(set)
  const next = setsInOrder.slice(latest + 1).find(isOpen) ?? setsInOrder.find(isOpen)
  const isBegun = next?.exercise.sets.some(isDone)
  return isBegun ? next : setsInOrder.find(({ exercise }) => exercise === next?.exercise)
}

/** How many of a workout's sets are done, and how many there are, among those that `counts` selects. */
export function countSets(
  { exercises }: Pick<LocalWorkout, 'exercises'>,
  counts: (set: LoggedSet) => boolean = () => true,
): { readonly done: number; readonly all: number } {
  const sets = exercises.flatMap((exercise) => exercise.sets.filter(counts))
  return { done: sets.filter(isDone).length, all: sets.length }
}
