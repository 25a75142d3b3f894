import { estimateOneRepMax } from '#training/e1rm.ts'
import { strengthLoad } from '#training/load.ts'
import type { PerformedSet } from '#training/types.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import { bestKey, type SetRecordKind } from '../figures/questions.ts'
import { type RecordNow, recordsNow } from './records.ts'

recordsNow.value = (workout, bests) => {
  const records = new Map<string, RecordNow>()
  for (const set of performedSets([workout])) {
    const { id: setId, exerciseId } = set
    const weightGrams = (set.weightGrams ?? 0) - (set.assistanceGrams ?? 0)
    for (const [kind, value] of figuresOf(set)) {
      const best = bests.get(bestKey(kind, exerciseId, weightGrams))
      if (best === undefined || value <= best) continue
      const { gain = 0 } = records.get(exerciseId) ?? {}
      if (value - best > gain) records.set(exerciseId, { kind, setId, exerciseId, value, gain: value - best })
      break
    }
  }
  return [...records.values()]
}

/** What a set achieved of each kind. */
function figuresOf(set: PerformedSet): readonly (readonly [SetRecordKind, number])[] {
  const facts = exerciseIndex.value.get(set.exerciseId)
  const weight = facts && strengthLoad(set, facts, bodyweightAt.value(set))
  return [
    ['best_one_rep_max', (weight && estimateOneRepMax({ ...set, weight })?.value) || 0],
    ['longest_distance', set.distanceMillimeters ?? 0],
    ['longest_duration', set.durationSeconds ?? 0],
    ['most_reps_at_weight', set.reps ?? 0],
  ]
}
