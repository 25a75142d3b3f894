import type { Schemas } from '#generated/types.ts'

type Equipment = Schemas['Equipment']

/**
 * Pulldowns and rows that the catalogue lists under cables, but for which gyms have separate stations: they count as
 * machines too, so that people without a cable tower for pushdowns and flies still get them.
 */
const stations: ReadonlySet<string> = new Set([
  'lat-pulldown',
  'wide-grip-lat-pulldown',
  'close-grip-lat-pulldown',
  'neutral-grip-lat-pulldown',
  'underhand-lat-pulldown',
  'v-grip-lat-pulldown',
  'behind-the-neck-lat-pulldown',
  'seated-cable-row',
  'wide-grip-cable-row',
  'underhand-cable-row',
  'v-grip-cable-row',
])

/** Whether an exercise can be done with this equipment; undefined stands for all equipment. */
export function isAvailable(
  { id, equipment }: { readonly id: string; readonly equipment: Equipment },
  available: readonly string[] | undefined,
): boolean {
  if (available === undefined || available.includes(equipment)) return true
  return available.includes('machine') && stations.has(id)
}
