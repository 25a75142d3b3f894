import { muscleTaxonomy } from '#catalogue/muscles.ts'
import type { Schemas } from '#generated/types.ts'

const groups = new Map(muscleTaxonomy.map(({ muscle, group }) => [muscle, group]))

/** The group that a muscle belongs to. */
export function muscleGroup(muscle: Schemas['Muscle']): Schemas['MuscleGroup'] {
  const group = groups.get(muscle)
  if (!group) throw new Error(`the taxonomy has no ${muscle}`)
  return group
}
