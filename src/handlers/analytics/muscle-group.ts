import type { components } from '../../../generated/types.ts'
import { muscleTaxonomy } from '../../catalogue/muscles.ts'

type Words = components['schemas']

const groups = new Map(muscleTaxonomy.map(({ muscle, group }) => [muscle, group]))

/** The group that a muscle belongs to. */
export function muscleGroup(muscle: Words['Muscle']): Words['MuscleGroup'] {
  const group = groups.get(muscle)
  if (!group) throw new Error(`the taxonomy has no ${muscle}`)
  return group
}
