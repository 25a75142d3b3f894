import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks, type OwnLandmarks, saveLandmarks } from '#db/training-settings/landmarks.ts'
import type { Schemas } from '#generated/types.ts'
import {
  type Landmarks,
  type LandmarkTable,
  type LearnedVolume,
  landmarkOutOfOrder,
  landmarksOf,
  learnedText,
  learnedVolume,
  mergeLandmarks,
  type Overreaches,
  withOverreaches,
} from '#training/landmarks.ts'
import { muscles } from '#training/types.ts'
import { rounded } from '#training/units.ts'
import { setsPerWorkout } from '#training/weekly-workouts.ts'
import type { Caller } from '../crud/operations.ts'
import { type Current, type FieldProblem, type Invalid, invalid, type Stale } from '../crud/results.ts'
import { overreachesOf } from './overreaches.ts'

/** What a user's landmarks are derived from. */
interface UserLandmarks {
  readonly own: OwnLandmarks
  readonly overreaches: Overreaches
}

/** A user's own landmarks, and the overreaches up to an instant, from which other landmarks are learned. */
export async function userLandmarks(db: Reader, user: Profile, now: number): Promise<UserLandmarks> {
  const [own, overreaches] = await Promise.all([findLandmarks(db, user.id), overreachesOf(db, user, now)])
  return { own, overreaches }
}

const ownTable = ({ items }: OwnLandmarks): LandmarkTable =>
  mergeLandmarks(new Map(items.map(({ muscle, ...landmarks }) => [muscle, landmarks])))

/** The landmarks for a user's figures: their own, those learned from overreaches, and the usual ones. */
export async function landmarksFor(db: Reader, user: Profile, now: number): Promise<LandmarkTable> {
  const { own, overreaches } = await userLandmarks(db, user, now)
  return withOverreaches(ownTable(own), overreaches)
}

/** A user's landmarks in the contract's shape, in the order of the taxonomy. */
export function presentLandmarks(
  { own, overreaches }: UserLandmarks,
  { workoutsPerWeek }: Pick<Profile, 'workoutsPerWeek'>,
): Schemas['LandmarkTable'] {
  const before = ownTable(own)
  const table = withOverreaches(before, overreaches)
  const changed = new Set(own.items.map(({ muscle }) => muscle))
  return {
    items: muscles.flatMap((muscle) => {
      const landmarks = landmarksOf(muscle, table)
      const row = landmarksOf(muscle, before)
      if (!landmarks || !row) return []
      const learned = learnedVolume(row, overreaches.get(muscle) ?? [])
      const custom = changed.has(muscle)
      return [
        {
          muscle,
          landmarks,
          custom,
          ...(learned && { learned: presentLearned(learned, row) }),
          ...(workoutsPerWeek !== null && { perWorkout: setsPerWorkout(landmarks, workoutsPerWeek) }),
        },
      ]
    }),
    revision: own.revision,
  }
}

function presentLearned(learned: LearnedVolume, row: Landmarks): Schemas['LearnedVolume'] {
  const { mrv, deviation, overreaches } = learned
  return {
    mrv: rounded(mrv, 2),
    deviation: rounded(deviation, 2),
    overreaches,
    text: learnedText(learned, row),
  }
}

/**
 * Checks rules that the contract's schemas can't express: each muscle is listed once, and its landmarks
 * ascend.
 */
export function checkLandmarks({ items }: Schemas['LandmarksInput']): FieldProblem[] {
  const listedMuscles = new Set<string>()
  return items.flatMap((item, index) => {
    const problems: FieldProblem[] = []
    if (listedMuscles.has(item.muscle)) {
      problems.push({
        pointer: `/items/${index}/muscle`,
        code: 'unique',
        message: 'Must not be listed twice.',
      })
    }
    listedMuscles.add(item.muscle)
    const member = landmarkOutOfOrder(item)
    if (member !== undefined) {
      const pointer = `/items/${index}/${member.replace('.', '/')}`
      problems.push({ pointer, code: 'range', message: 'Must not be below the preceding landmark.' })
    }
    return problems
  })
}

/** Replaces a user's own landmarks. */
export async function replaceLandmarks(
  { user, db, now }: Omit<Caller, 'newId'>,
  input: Schemas['LandmarksInput'],
  mayChange: (revision: number) => boolean,
): Promise<Current<Schemas['LandmarkTable']> | Invalid | Stale<Schemas['LandmarkTable']>> {
  const errors = checkLandmarks(input)
  if (errors.length > 0) return invalid(...errors)
  const overreaches = await overreachesOf(db, user, now())
  return transact(db, user.id, async (tx) => {
    const stored = await findLandmarks(tx, user.id)
    const present = (own: OwnLandmarks) => presentLandmarks({ own, overreaches }, user)
    if (!mayChange(stored.revision)) return { kind: 'stale', current: present(stored) }
    return { kind: 'current', value: present(await saveLandmarks(tx, user.id, stored, input.items)) }
  })
}
