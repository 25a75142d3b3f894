import { estimateOneRepMax } from '#training/e1rm.ts'
import { strengthLoad } from '#training/load.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import { recordsNow } from './records.ts'

recordsNow.value = (workout, startingBests) => {
  const bests = new Map(startingBests)
  return performedSets([workout]).flatMap((set) => {
    const { id: setId, exerciseId } = set
    const facts = exerciseIndex.value.get(exerciseId)
    const best = bests.get(exerciseId)
    const weight = facts && strengthLoad(set, facts, bodyweightAt.value(set))
    if (best === undefined || !weight) return []
    const oneRepMaxGrams = estimateOneRepMax({ ...set, weight })?.value ?? 0
    if (oneRepMaxGrams <= best) return []
    bests.set(exerciseId, oneRepMaxGrams)
    return [{ setId, exerciseId, oneRepMaxGrams, gainGrams: oneRepMaxGrams - best }]
  })
}
