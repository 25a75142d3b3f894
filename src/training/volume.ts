import { type EngagementRole, engagementRole, roleThresholds, setShare } from './engagement.ts'
import type { ExerciseWork } from './exercise-work.ts'
import type { Method } from './method.ts'
import { type ExerciseCategory, type ExerciseIndex, factsOf, type Muscle, muscles } from './types.ts'

/** What one exercise contributed to a muscle. */
export interface VolumeContribution {
  readonly exerciseId: string
  /** The muscle's engagement in the lift, 0–100. */
  readonly percent: number
  readonly role: EngagementRole
  readonly volumeGrams: number
  readonly directSets: number
  readonly fractionalSets: number
  readonly unknownLoadSets: number
  /** Ids of the sets that this came from. */
  readonly setIds: readonly string[]
}

/** A muscle's volume. Volume load and hard sets are two quantities, never mixed. */
export interface MuscleVolume {
  readonly muscle: Muscle
  /** Σ load × reps × percent / 100, in grams. */
  readonly volumeGrams: number
  /** Sets of lifts in which it is a primary muscle. */
  readonly directSets: number
  /** `directSets` plus half the sets of lifts in which it is a secondary muscle. */
  readonly fractionalSets: number
  /** Sets of lifts that engage it whose load is unknown: they are missing only from `volumeGrams`. */
  readonly unknownLoadSets: number
  /** By falling volume load, then sets, then exercise id. */
  readonly contributions: readonly VolumeContribution[]
}

const { primary, secondary } = roleThresholds

/** The methods of the figures in `MuscleVolume`. */
export const volumeMethods = {
  volume: { id: 'volume.load', parameters: { perHandFactor: 2 } },
  directSets: {
    id: 'sets.direct',
    parameters: { primary: setShare.direct.primary, primaryFromPercent: primary },
  },
  fractionalSets: {
    id: 'sets.fractional',
    parameters: { ...setShare.fractional, primaryFromPercent: primary, secondaryFromPercent: secondary },
  },
} as const satisfies Record<string, Method>

/**
 * The categories that add no volume although they engage muscles: the studies behind both counts are about
 * resistance training.
 */
export const noVolume: ReadonlySet<ExerciseCategory> = new Set(['cardio', 'mobility'])

interface Sum {
  /** Grams × percent: a whole number, so the order of summing changes nothing. */
  gramPercents: number
  directSets: number
  fractionalSets: number
  unknownLoadSets: number
  readonly contributions: VolumeContribution[]
}

const emptySum = (): Sum => ({
  gramPercents: 0,
  directSets: 0,
  fractionalSets: 0,
  unknownLoadSets: 0,
  contributions: [],
})

const bySize = (a: VolumeContribution, b: VolumeContribution) =>
  b.volumeGrams - a.volumeGrams ||
  b.fractionalSets - a.fractionalSets ||
  (a.exerciseId < b.exerciseId ? -1 : 1)

function contributionOf(work: ExerciseWork, percent: number): VolumeContribution {
  const role = engagementRole(percent)
  return {
    exerciseId: work.exerciseId,
    percent,
    role,
    volumeGrams: (work.volumeGrams * percent) / 100,
    directSets: work.sets * setShare.direct[role],
    fractionalSets: work.sets * setShare.fractional[role],
    unknownLoadSets: work.unknownLoadSets,
    setIds: work.setIds,
  }
}

/**
 * Volume load and hard sets of every muscle, in the order of the taxonomy, including zeros. Cardio and
 * mobility add none. A muscle engaged with 0 % is ignored.
 * @throws {RangeError} for work of an exercise that isn't in the index.
 */
export function muscleVolumes(work: Iterable<ExerciseWork>, exercises: ExerciseIndex): MuscleVolume[] {
  const sums = new Map<Muscle, Sum>(muscles.map((muscle) => [muscle, emptySum()]))
  for (const done of work) {
    const { category, engagement } = factsOf(exercises, done.exerciseId)
    if (noVolume.has(category)) continue
    for (const { muscle, percent } of engagement) {
      const sum = sums.get(muscle)
      if (!sum || percent <= 0) continue
      const contribution = contributionOf(done, percent)
      sum.gramPercents += done.volumeGrams * percent
      sum.directSets += contribution.directSets
      sum.fractionalSets += contribution.fractionalSets
      sum.unknownLoadSets += contribution.unknownLoadSets
      sum.contributions.push(contribution)
    }
  }
  return [...sums].map(([muscle, { gramPercents, contributions, ...rest }]) => ({
    muscle,
    volumeGrams: gramPercents / 100,
    ...rest,
    contributions: contributions.sort(bySize),
  }))
}
