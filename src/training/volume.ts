import { type EngagementRole, engagementRole, setShare } from './engagement.ts'
import type { ExerciseWork } from './exercise-work.ts'
import { type ExerciseCategory, type ExerciseIndex, factsOf, type Muscle, muscles } from './types.ts'

/** The contribution of one exercise to a muscle. */
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
  /** By volume load and then sets, both descending, and then by exercise id. */
  readonly contributions: readonly VolumeContribution[]
}

/**
 * The categories that add no volume although they engage muscles: the studies behind direct and fractional sets are
 * about resistance training.
 */
export const categoriesWithoutVolume: ReadonlySet<ExerciseCategory> = new Set(['cardio', 'mobility'])

interface Sum {
  /** Grams × percent: a multiple of 1/1024, so sums are exact in any order. */
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
 * mobility add none. A muscle engaged with 0% is ignored.
 * @throws {RangeError} for work of an exercise that isn't in the index.
 */
export function muscleVolumes(work: Iterable<ExerciseWork>, exercises: ExerciseIndex): MuscleVolume[] {
  const byMuscle = new Map<Muscle, Sum>(muscles.map((muscle) => [muscle, emptySum()]))
  for (const exercise of work) {
    const { category, engagement } = factsOf(exercises, exercise.exerciseId)
    if (categoriesWithoutVolume.has(category)) continue
    for (const { muscle, percent } of engagement) {
      const sum = byMuscle.get(muscle)
      if (!sum || percent <= 0) continue
      const contribution = contributionOf(exercise, percent)
      sum.gramPercents += exercise.volumeGrams * percent
      sum.directSets += contribution.directSets
      sum.fractionalSets += contribution.fractionalSets
      sum.unknownLoadSets += contribution.unknownLoadSets
      sum.contributions.push(contribution)
    }
  }
  // Spelled out, because a report needs hundreds of them and spreading takes several times as long.
  return Array.from(byMuscle, ([muscle, sum]) => ({
    muscle,
    volumeGrams: sum.gramPercents / 100,
    directSets: sum.directSets,
    fractionalSets: sum.fractionalSets,
    unknownLoadSets: sum.unknownLoadSets,
    contributions: sum.contributions.sort(bySize),
  }))
}
