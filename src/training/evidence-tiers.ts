import type { Schemas } from '#generated/types.ts'
import type { Method } from './method.ts'

/** The evidence on a weekly number of fractional sets; see `volumeTier`. */
export type VolumeTier = Schemas['VolumeTier']

/**
 * The weekly fractional sets at which each tier begins, highest first (Pelland et al. 2024/2026, 67 studies).
 */
export const volumeTiers = [
  { tier: 'lowest', from: 30 },
  { tier: 'low', from: 19 },
  { tier: 'intermediate', from: 11 },
  { tier: 'high_efficiency', from: 4 },
] as const satisfies readonly { tier: VolumeTier; from: number }[]

/** More fractional sets per week than this have not been studied. */
export const maxStudiedSets = 42

export const tierMethod: Method<'tiers.pelland'> = {
  id: 'tiers.pelland',
  parameters: { source: 'Pelland et al. 2024/2026', sets: 'fractional' },
}

/**
 * The tier of weekly fractional sets: how much one more set is likely to add. The source gives whole sets
 * (4–10, 11–18 …); here a tier lasts until the next begins, so 10.5 is still `high_efficiency`. Under 4:
 * `below_minimum`; over 42: `no_data`.
 */
export function volumeTier(fractionalSetsPerWeek: number): VolumeTier {
  if (fractionalSetsPerWeek > maxStudiedSets) return 'no_data'
  return volumeTiers.find(({ from }) => fractionalSetsPerWeek >= from)?.tier ?? 'below_minimum'
}
