import type { PersonalRecord } from '#training/records/kinds.ts'
import type { ExerciseRecords } from '#training/records/records.ts'
import { bestKey, type NewRecord, type SetRecordKind } from './questions.ts'

/** Kinds for lifts that never have a one-rep max, such as planks and push-ups, the first that applies. */
const otherKinds = ['longest_distance', 'longest_duration', 'most_reps_at_weight'] as const

const keyOf = (kind: SetRecordKind, { exerciseId, atWeightGrams }: PersonalRecord) =>
  bestKey(kind, exerciseId, atWeightGrams)

/** The bests of an exercise by key, and for each workout that beat one its best set. */
export function setRecords({ current, history }: ExerciseRecords): {
  readonly bests: readonly (readonly [string, number])[]
  readonly beaten: readonly NewRecord[]
} {
  const hasOneRepMax = current.some(({ kind }) => kind === 'best_one_rep_max')
  const kinds: readonly SetRecordKind[] = hasOneRepMax ? ['best_one_rep_max'] : otherKinds
  const byWorkout = Map.groupBy(history, ({ workoutId }) => workoutId)
  return {
    bests: kinds.flatMap((kind) =>
      current.flatMap((record) =>
        record.kind === kind ? [[keyOf(kind, record), record.value] as const] : [],
      ),
    ),
    beaten: [...byWorkout].flatMap(([workoutId, records]) => bestOf(workoutId, records, kinds) ?? []),
  }
}

/** The first kind of record that a workout beat. The sets of a first session are the baseline. */
function bestOf(
  workoutId: string,
  records: readonly PersonalRecord[],
  kinds: readonly SetRecordKind[],
): NewRecord | undefined {
  for (const kind of kinds) {
    const ofKind = Map.groupBy(
      records.filter((record) => record.kind === kind),
      (record) => keyOf(kind, record),
    )
    for (const ofOne of ofKind.values()) {
      const before = ofOne[0]?.previous
      const last = ofOne.at(-1)
      const setId = last?.setIds[0]
      if (!last || setId === undefined || !before || before.workoutId === workoutId) continue
      const { exerciseId, value } = last
      return { kind, setId, exerciseId, workoutId, value, gain: value - before.value }
    }
  }
}
