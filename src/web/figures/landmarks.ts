import { computed } from '@preact/signals'
import {
  type LandmarkTable,
  type Overreaches,
  weeklyLandmarks,
  withOverreaches,
} from '#training/landmarks.ts'
import { distinctOverreaches, maxOverreached, overreachesIn } from '#training/overreaches.ts'
import { changes, log, workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { dayOf, exerciseIndex } from './performed.ts'
import { weekUpTo } from './volumes.ts'

/** The weekly sets at which each muscle overreached, according to the workouts that list it as overreached. */
export const overreaches = computed<Overreaches>(() => {
  const marked = workouts.value
    .filter(({ overreached, startedAt }) => overreached?.length && Date.parse(startedAt) <= Date.now())
    .slice(0, maxOverreached)
    .map((workout) => ({ day: dayOf(workout), muscles: workout.overreached ?? [] }))
  return overreachesIn(
    distinctOverreaches(marked).map((overreach) => [overreach, weekUpTo(overreach.day)]),
    exerciseIndex.value,
  )
})

/** The usual landmarks, replaced by those that the user has set. */
export const chosenLandmarks = computed<LandmarkTable>(() => {
  changes.value
  const { landmarks: own } = settings.value
  return { ...weeklyLandmarks, ...(own?.user === log().user?.id && own?.table) }
})

/** The chosen landmarks, with the MRVs learned from the user's overreaches. */
export const landmarks = computed(() => withOverreaches(chosenLandmarks.value, overreaches.value))
