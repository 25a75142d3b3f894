import { batch, computed, signal } from '@preact/signals'
import {
  createReplog,
  indexedDbStore,
  type LocalWorkout,
  type Replog,
  type ReplogStatus,
} from '#client/index.ts'
import { isOver } from '../figures/is-over.ts'

let openedLog: Replog | undefined

/**
 * The training log of this device.
 * @throws {Error} before `openLog` has finished.
 */
export function log(): Replog {
  if (!openedLog) throw new Error('the log is not open yet')
  return openedLog
}

/** Counts changes to the log's data and user: reading it subscribes a component to them. */
export const changes = signal(0)
/** Counts changes and each step of a sync. */
const steps = signal(0)

/** How long a sync waits after a change, in milliseconds, so that the next tap isn't delayed by it. */
const syncDelay = 400

/** Opens the log from this device's storage, without the network. */
export async function openLog(): Promise<void> {
  const opened = await createReplog({
    baseUrl: location.origin,
    storage: indexedDbStore(),
    guest: true,
    syncDelay,
  })
  openedLog = opened
  let { user } = opened
  opened.subscribe((changed) => {
    batch(() => {
      if (changed.size > 0 || user !== opened.user) changes.value++
      steps.value++
    })
    user = opened.user
  })
}

/** All workouts, newest first. */
export const workouts = computed<readonly LocalWorkout[]>(() => {
  changes.value
  return log().workouts.list()
})

export const status = computed<ReplogStatus>(() => {
  steps.value
  return log().status
})

/** Whether the server rejected a change of a workout, which hasn't been corrected since. */
export const isRejected = (workoutId: string): boolean =>
  status.value.deadLetters > 0 &&
  log()
    .deadLetters.list()
    .some(({ resourceId }) => resourceId === workoutId)

/** Whether nobody has logged in, in which case everything stays on this device. */
export const isGuest = computed(() => {
  changes.value
  return log().user === undefined
})

/** The workout in progress. It is derived from the log alone, so it survives reloads and crashes. */
export const workoutInProgress = computed(() => {
  const now = Date.now()
  return workouts.value.find((workout) => !isOver(workout, now))
})

let last: readonly LocalWorkout[] = []

/** All workouts but the one in progress, newest first; the same list while only the workout in progress changes. */
export const pastWorkouts = computed<readonly LocalWorkout[]>(() => {
  const next = workouts.value.filter((workout) => workout !== workoutInProgress.value)
  if (next.length !== last.length || next.some((workout, index) => workout !== last[index])) last = next
  return last
})
