import type { Method } from './method.ts'
import type { Muscle } from './types.ts'

/** Weekly landmarks of a muscle in direct sets. */
export interface Landmarks {
  /** Maintenance volume: what keeps what is there. */
  readonly mv: number
  /** Minimum effective volume: where growth starts. */
  readonly mev: number
  /** Maximum adaptive volume: the range that most grow best in. */
  readonly mav: { readonly min: number; readonly max: number }
  /** Maximum recoverable volume. */
  readonly mrv: number
}

/** Landmarks by muscle; a muscle without an entry has none. */
export type LandmarkTable = Readonly<Partial<Record<Muscle, Landmarks>>>

const row = (mv: number, mev: number, min: number, max: number, mrv: number): Landmarks => ({
  mv,
  mev,
  mav: { min, max },
  mrv,
})

const back = row(8, 10, 14, 22, 25)
const sideAndRearDelts = row(6, 8, 16, 22, 26)

/**
 * The weekly landmarks of training.md part 2 (Renaissance Periodization, Israetel et al.): the opinion of
 * practitioners, advice that a user may change, not evidence. A row of the page that names several muscles
 * (back: lats and upper back; side and rear delts) holds for each of them by itself: a row that trains both
 * lats and upper back is a set for each, judged against the same landmarks.
 */
export const weeklyLandmarks = {
  chest: row(8, 10, 12, 20, 22),
  lats: back,
  upper_back: back,
  quads: row(6, 8, 12, 18, 20),
  hamstrings: row(4, 6, 10, 16, 20),
  glutes: row(0, 0, 4, 12, 16),
  side_delts: sideAndRearDelts,
  rear_delts: sideAndRearDelts,
  front_delts: row(0, 0, 6, 8, 12),
  biceps: row(5, 8, 14, 20, 26),
  triceps: row(4, 6, 10, 14, 18),
  calves: row(6, 8, 12, 16, 20),
  abs: row(0, 0, 16, 20, 25),
  traps: row(0, 0, 12, 20, 26),
} as const satisfies LandmarkTable

/** Where direct sets a week stand among a muscle's landmarks. */
export type LandmarkZone = 'below_maintenance' | 'maintenance' | 'productive' | 'high' | 'over_mrv'

/** The method of landmark zones. */
export const landmarkMethod: Method<'landmarks.weekly'> = {
  id: 'landmarks.weekly',
  parameters: { source: 'Renaissance Periodization (practitioners’ opinion)', sets: 'direct' },
}

/**
 * The zone of direct sets a week: below MV, to under MEV (`maintenance`), to MAV's upper end (`productive`),
 * to MRV (`high`), over it. Where MEV is 0, no sets at all only maintain.
 */
export function landmarkZone(directSetsPerWeek: number, { mv, mev, mav, mrv }: Landmarks): LandmarkZone {
  if (directSetsPerWeek < mv) return 'below_maintenance'
  if (directSetsPerWeek < mev || directSetsPerWeek <= 0) return 'maintenance'
  if (directSetsPerWeek <= mav.max) return 'productive'
  return directSetsPerWeek <= mrv ? 'high' : 'over_mrv'
}

/** What is known of the effect of fractional sets a week; see `evidenceTier`. */
export type EvidenceTier = 'below_minimum' | 'high_efficiency' | 'intermediate' | 'low' | 'lowest' | 'no_data'

/** From how many fractional sets a week a tier holds, the highest first (Pelland et al. 2024/2026). */
export const evidenceTiers = [
  { tier: 'lowest', from: 30 },
  { tier: 'low', from: 19 },
  { tier: 'intermediate', from: 11 },
  { tier: 'high_efficiency', from: 4 },
  { tier: 'below_minimum', from: 0 },
] as const satisfies readonly { tier: EvidenceTier; from: number }[]

/** More fractional sets a week than this were not studied. */
const mostStudied = 42

/** The method of evidence tiers. */
export const evidenceTierMethod: Method<'tiers.pelland'> = {
  id: 'tiers.pelland',
  parameters: { source: 'Pelland et al. 2024/2026', sets: 'fractional' },
}

/**
 * The tier of fractional sets a week: what one more set is likely to give. The source names whole sets (4–10,
 * 11–18 …); a tier here lasts until the next begins, so 10.5 is still `high_efficiency`. Over 42: `no_data`.
 */
export function evidenceTier(fractionalSetsPerWeek: number): EvidenceTier {
  if (fractionalSetsPerWeek > mostStudied) return 'no_data'
  return evidenceTiers.find(({ from }) => fractionalSetsPerWeek >= from)?.tier ?? 'below_minimum'
}

/** A count over some days as a weekly rate; 0 for no days. */
export const perWeek = (count: number, days: number): number => (days > 0 ? (count * 7) / days : 0)
