import { computed } from '@preact/signals'
import {
  type LandmarkTable,
  type Overreaches,
  weeklyLandmarks,
  withOverreaches,
} from '#training/landmarks.ts'
import { changes, workouts } from '../state/log.ts'
import { overreachesOf } from './overreached.ts'
import { ownSettings } from './own.ts'
import { dayOf, exerciseIndex } from './performed.ts'
import { weekUpTo } from './volumes.ts'

/** The weekly sets at which each muscle overreached, according to the workouts that list it as overreached. */
export const overreaches = computed<Overreaches>(() =>
  overreachesOf(workouts.value, { exercises: exerciseIndex.value, until: Date.now(), dayOf, weekUpTo }),
)

/** The usual landmarks, replaced by those that the user has set. */
export const chosenLandmarks = computed<LandmarkTable>(() => {
  changes.value
  return { ...weeklyLandmarks, ...ownSettings()?.landmarks }
})

/** The chosen landmarks, with the MRVs learned from the user's overreaches. */
export const landmarks = computed(() => withOverreaches(chosenLandmarks.value, overreaches.value))
