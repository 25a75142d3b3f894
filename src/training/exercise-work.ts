import type { BodyweightAt } from './bodyweight.ts'
import { isWorkingSet, repsDone, SetCount } from './counting.ts'
import { bodyweightShareOf, setVolume } from './load.ts'
import { type ExerciseIndex, factsOf, type PerformedSet } from './types.ts'

/** The data needed besides the sets to compute figures. */
export interface TrainingContext {
  /** The facts of every exercise that the sets belong to. */
  readonly exercises: ExerciseIndex
  /** Called only for bodyweight lifts. */
  readonly bodyweightAt: BodyweightAt
}

/** The work done in one exercise; only counted sets are included. */
export interface ExerciseWork {
  readonly exerciseId: string
  /** The sets of the left and the right side count once; see `SetCount`. */
  readonly sets: number
  readonly reps: number
  /** Load × reps, in grams rounded to 1/1024. */
  readonly volumeGrams: number
  /** The number of `sets` with an unknown load: counted in `sets` and `reps`, not in `volumeGrams`. */
  readonly unknownLoadSets: number
  /** Ids of the sets that this came from, in the order of the input. */
  readonly setIds: string[]
}

/** The sums of an exercise so far. */
class Sums {
  readonly exerciseId: string
  readonly setIds: string[] = []
  reps = 0
  volumeGrams = 0
  readonly counted = new SetCount()
  readonly unknownLoad = new SetCount()

  constructor(exerciseId: string) {
    this.exerciseId = exerciseId
  }

  get work(): ExerciseWork {
    const { exerciseId, reps, volumeGrams, setIds, counted, unknownLoad } = this
    return { exerciseId, sets: counted.total, reps, volumeGrams, unknownLoadSets: unknownLoad.total, setIds }
  }
}

/**
 * Sums up the counted sets of each exercise; the first step of all volume figures, so that an exercise's work
 * is divided among muscles once and not for every set. The sums are exact, so the order of the sets doesn't matter.
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function workByExercise(
  sets: Iterable<PerformedSet>,
  { exercises, bodyweightAt }: TrainingContext,
): Map<string, ExerciseWork> {
  const byExercise = new Map<string, Sums>()
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
    const facts = factsOf(exercises, set.exerciseId)
    const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined
    const volume = setVolume(set, facts, bodyweight)
    let sums = byExercise.get(set.exerciseId)
    if (!sums) {
      sums = new Sums(set.exerciseId)
      byExercise.set(set.exerciseId, sums)
    }
    sums.counted.add(set.workoutId, set)
    sums.reps += repsDone(set, facts)
    if (volume === undefined) sums.unknownLoad.add(set.workoutId, set)
    else sums.volumeGrams += volume
    sums.setIds.push(set.id)
  }
  return new Map([...byExercise].map(([exerciseId, sums]) => [exerciseId, sums.work]))
}

/**
 * The sums over several periods from the sums of each, without reading the sets again. No workout may belong to more
 * than one period.
 */
export function sumOfWork(parts: Iterable<ReadonlyMap<string, ExerciseWork>>): Map<string, ExerciseWork> {
  const total = new Map<string, ExerciseWork>()
  for (const part of parts) {
    for (const [exerciseId, work] of part) {
      const sum = total.get(exerciseId)
      total.set(exerciseId, sum ? addWork(sum, work) : work)
    }
  }
  return total
}

function addWork(a: ExerciseWork, b: ExerciseWork): ExerciseWork {
  return {
    exerciseId: a.exerciseId,
    sets: a.sets + b.sets,
    reps: a.reps + b.reps,
    volumeGrams: a.volumeGrams + b.volumeGrams,
    unknownLoadSets: a.unknownLoadSets + b.unknownLoadSets,
    setIds: [...a.setIds, ...b.setIds],
  }
}
