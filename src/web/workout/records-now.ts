import { estimateOneRepMax } from '#training/e1rm.ts'
import { strengthLoad } from '#training/load.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import { type RecordInGrams, recordsNow } from './records.ts'

recordsNow.value = (workout, bests) => {
  const records = new Map<string, RecordInGrams>()
  for (const set of performedSets([workout])) {
    const { id: setId, exerciseId } = set
    const facts = exerciseIndex.value.get(exerciseId)
    const best = bests.get(exerciseId)
    const weight = facts && strengthLoad(set, facts, bodyweightAt.value(set))
    if (best === undefined || !weight) continue
    const oneRepMaxGrams = estimateOneRepMax({ ...set, weight })?.value ?? 0
    if (oneRepMaxGrams > (records.get(exerciseId)?.oneRepMaxGrams ?? best))
      records.set(exerciseId, { setId, exerciseId, oneRepMaxGrams, gainGrams: oneRepMaxGrams - best })
  }
  return [...records.values()]
}
