import type { BodyweightAt } from './bodyweight.ts'
import { counts, repsDone, timesDone } from './counting.ts'
import { bodyweightShareOf, setVolume } from './load.ts'
import { type ExerciseIndex, factsOf, type PerformedSet } from './types.ts'

/** What a function needs to know besides the sets themselves. */
export interface TrainingContext {
  /** Facts of each exercise that the sets name. */
  readonly exercises: ExerciseIndex
  /** Called only for bodyweight lifts. */
  readonly bodyweightAt: BodyweightAt
}

/** What was done of one exercise: only its counted sets, each side of `both` as one. */
export interface ExerciseWork {
  readonly exerciseId: string
  sets: number
  reps: number
  /** Load × reps, in grams to 1/1024. */
  volumeGrams: number
  /** Those of `sets` whose load is unknown: counted in `sets` and `reps`, not in `volumeGrams`. */
  unknownLoadSets: number
  /** Ids of the sets that this came from, in the order of the input. */
  readonly setIds: string[]
}

const emptyWork = (exerciseId: string): ExerciseWork => ({
  exerciseId,
  sets: 0,
  reps: 0,
  volumeGrams: 0,
  unknownLoadSets: 0,
  setIds: [],
})

/**
 * Sums up the counted sets of each exercise; the first step of all volume figures, so that muscles are joined
 * once per exercise and not once per set. The sums are exact, so the order of the sets changes nothing.
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function workByExercise(
  sets: Iterable<PerformedSet>,
  { exercises, bodyweightAt }: TrainingContext,
): Map<string, ExerciseWork> {
  const byExercise = new Map<string, ExerciseWork>()
  for (const set of sets) {
    if (!counts(set)) continue
    const facts = factsOf(exercises, set.exerciseId)
    const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined
    const volume = setVolume(set, facts, bodyweight)
    const work = byExercise.get(set.exerciseId) ?? emptyWork(set.exerciseId)
    if (work.sets === 0) byExercise.set(set.exerciseId, work)
    work.sets += timesDone(set)
    work.reps += repsDone(set)
    if (volume === undefined) work.unknownLoadSets += timesDone(set)
    else work.volumeGrams += volume
    work.setIds.push(set.id)
  }
  return byExercise
}
