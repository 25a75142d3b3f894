import type { Schemas } from '#generated/types.ts'
import { countText } from '#lib/count-text.ts'
import { engagementRole } from './engagement.ts'
import type { Method } from './method.ts'
import { ownRecoverable } from './recoverable-volume.ts'
import type { ExerciseIndex, Muscle } from './types.ts'
import type { MuscleVolume } from './volume.ts'

/**
 * Weekly landmarks of a muscle in direct sets: maintenance volume (`mv`: keeps existing muscle), minimum
 * effective (`mev`: growth starts), maximum adaptive (`mav`: the range in which most people grow best) and
 * maximum recoverable volume (`mrv`), and the source of these numbers.
 */
export type Landmarks = Readonly<Schemas['Landmarks']>

/** Landmarks by muscle; a muscle without an entry has none. */
export type LandmarkTable = Readonly<Partial<Record<Muscle, Landmarks>>>

const source = 'Renaissance Periodization (practitioners’ opinion)'

const row = (mv: number, mev: number, min: number, max: number, mrv: number): Landmarks => ({
  mv,
  mev,
  mav: { min, max },
  mrv,
  source,
})

const back = row(8, 10, 14, 22, 25)
const sideAndRearDelts = row(6, 8, 16, 22, 26)

/**
 * The weekly landmarks of Renaissance Periodization (Israetel et al.): the opinion of practitioners, not
 * research findings; users may change them. Where the source names several muscles at once (back: lats and upper
 * back; side and rear delts), its numbers apply to each of them: a set of a lift with both lats and upper back
 * as primary muscles is one set for each, judged against the same landmarks.
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

/** Landmarks set by a user; their source is implied. */
export type OwnLandmarks = Omit<Landmarks, 'source'>

/** The source of landmarks that a user set. */
export const ownSource = 'your own'

/** By muscle, the weekly direct sets with which a user overreached, once for each overreach. */
export type Overreaches = ReadonlyMap<Muscle, readonly number[]>

/** A maximum recoverable volume that was learned from a user's own overreaches, in weekly direct sets. */
export interface LearnedVolume {
  readonly mrv: number
  /** The standard deviation. */
  readonly deviation: number
  /** The number of overreaches that it was learned from. */
  readonly overreaches: number
}

/**
 * What overreaches teach about an MRV. Only those below the MRV count, since any above it agree with it, and only those
 * at MEV or more, since with fewer sets the cause was something else. Undefined if none counts.
 */
export function learnedVolume(
  { mev, mrv }: Pick<Landmarks, 'mev' | 'mrv'>,
  overreachedAt: readonly number[],
): LearnedVolume | undefined {
  const counted = overreachedAt.filter((sets) => sets > 0 && sets >= mev && sets < mrv)
  if (counted.length === 0) return undefined
  const { sets, deviation } = ownRecoverable(mrv, counted)
  return { mrv: sets, deviation, overreaches: counted.length }
}

/** Landmarks with a learned MRV, which also caps the MAV. */
function withLearnedMrv(row: Landmarks, { mrv: learned, overreaches }: LearnedVolume): Landmarks {
  const mrv = Math.min(row.mrv, Math.max(1, Math.round(learned)))
  const capped = (sets: number) => Math.min(sets, mrv)
  return {
    ...row,
    mav: { min: capped(row.mav.min), max: capped(row.mav.max) },
    mrv,
    source: `${row.source}, MRV ${learnedFrom(overreaches)}`,
  }
}

/** Where a learned volume comes from, in words. */
const learnedFrom = (overreaches: number): string =>
  `learned from ${countText(overreaches, 'overreach', 'overreaches')}`

/** What was learned about the MRV of a row, in a sentence. */
export function learnedText({ mrv, overreaches }: LearnedVolume, row: Landmarks): string {
  const estimate = `about ${countText(Math.round(mrv), 'set')} a week, ${learnedFrom(overreaches)}`
  return row.source === ownSource
    ? `You set an MRV of ${row.mrv}, but your overreaches suggest ${estimate}.`
    : `Your MRV is ${estimate}, instead of ${row.mrv}.`
}

/** Whether landmarks are the user's own, set or learned, and not the usual ones. */
export const isPersonal = (row: Pick<Landmarks, 'source'>): boolean => row.source !== source

/** The table with the MRVs learned from the user's overreaches; rows that the user set stay as they are. */
export function withOverreaches(table: LandmarkTable, overreaches: Overreaches): LandmarkTable {
  const merged: Partial<Record<Muscle, Landmarks>> = { ...table }
  for (const [muscle, overreachedAt] of overreaches) {
    const row = table[muscle]
    const learned = row && !isPersonal(row) ? learnedVolume(row, overreachedAt) : undefined
    if (row && learned) merged[muscle] = withLearnedMrv(row, learned)
  }
  return merged
}

/** A table, by default the usual one, with a user's own landmarks replacing or adding rows. */
export function mergeLandmarks(
  own: ReadonlyMap<Muscle, OwnLandmarks>,
  table: LandmarkTable = weeklyLandmarks,
): LandmarkTable {
  const merged: Partial<Record<Muscle, Landmarks>> = { ...table }
  for (const [muscle, landmarks] of own) merged[muscle] = { ...landmarks, source: ownSource }
  return merged
}

/**
 * The first landmark that is out of order, as a path (`mev`, `mav.min` …), or undefined if they are in order:
 * 0 ≤ MV ≤ MEV ≤ MAV's lower end ≤ its upper end ≤ MRV.
 */
export function landmarkOutOfOrder({ mv, mev, mav, mrv }: OwnLandmarks): string | undefined {
  const ascending = [
    ['mv', mv],
    ['mev', mev],
    ['mav.min', mav.min],
    ['mav.max', mav.max],
    ['mrv', mrv],
  ] as const
  let previous = 0
  for (const [path, value] of ascending) {
    if (!(value >= previous)) return path
    previous = value
  }
  return undefined
}

/** The zone of a muscle's weekly direct sets. */
export type VolumeZone = Schemas['VolumeZone']

/** The method of the landmark zones. */
export const landmarkMethod: Method<'landmarks.weekly'> = {
  id: 'landmarks.weekly',
  parameters: { source, sets: 'direct', onTop: 'glutes, front_delts, traps' },
}

/** The landmarks of a muscle, or undefined if it has none. */
export const landmarksOf = (muscle: Muscle, table: LandmarkTable = weeklyLandmarks): Landmarks | undefined =>
  table[muscle]

/** Muscles that compound lifts train anyway: their landmarks count only the sets beyond those lifts. */
export const trainedByCompounds: ReadonlySet<Muscle> = new Set(['glutes', 'front_delts', 'traps'])

/**
 * The weekly sets to compare with a muscle's landmarks: its direct sets. For the glutes, front delts and traps, only
 * lifts in which no other muscle with landmarks is primary count: hip thrusts, but neither squats nor deadlifts.
 */
export function landmarkSets(
  { muscle, directSets, contributions }: Pick<MuscleVolume, 'muscle' | 'directSets' | 'contributions'>,
  exercises: ExerciseIndex,
): number {
  if (!trainedByCompounds.has(muscle)) return directSets
  const trainsNoOther = (exerciseId: string) =>
    exercises
      .get(exerciseId)
      ?.engagement.every(
        (entry) =>
          entry.muscle === muscle ||
          engagementRole(entry.percent) !== 'primary' ||
          landmarksOf(entry.muscle) === undefined,
      )
  return contributions.reduce(
    (sum, { exerciseId, directSets }) => sum + (trainsNoOther(exerciseId) ? directSets : 0),
    0,
  )
}

/**
 * The zone of weekly direct sets: below MV `below_maintenance`, then below MEV `maintenance`, up to MAV's
 * upper end `productive`, up to MRV `high`, above it `over_mrv`. If MEV is 0, because other lifts train the
 * muscle too, no sets at all are still `maintenance`: they are not productive.
 */
export function volumeZone(directSetsPerWeek: number, { mv, mev, mav, mrv }: Landmarks): VolumeZone {
  if (directSetsPerWeek < mv) return 'below_maintenance'
  if (directSetsPerWeek < mev || directSetsPerWeek <= 0) return 'maintenance'
  if (directSetsPerWeek <= mav.max) return 'productive'
  return directSetsPerWeek <= mrv ? 'high' : 'over_mrv'
}
