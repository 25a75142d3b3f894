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

/** Counts changes of the log's data and user: reading it subscribes a component to them. */
export const changes = signal(0)
/** Counts changes and each step of a sync. */
const steps = signal(0)

/** How long a sync waits after a change, in milliseconds, so that the next tap isn't delayed by it. */
const syncDelay = 400

/** Opens the log from local storage, without the network. */
export async function openLog(): Promise<void> {
  openedLog = await createReplog({
    baseUrl: location.origin,
    storage: indexedDbStore(),
    guest: true,
    syncDelay,
  })
  let user: Replog['user']
  const onChange = (changed: ReadonlySet<string>) => {
    const isSameUser = user === openedLog?.user
    user = openedLog?.user
    batch(() => {
      if (changed.size > 0 || !isSameUser) changes.value++
      steps.value++
    })
  }
  openedLog.subscribe(onChange)
  onChange(new Set(['opened']))
}

/** All workouts, newest first. */
export const workouts = computed<readonly LocalWorkout[]>(() => {
  changes.value
  return openedLog?.workouts.list() ?? []
})

export const status = computed<ReplogStatus>(() => {
  steps.value
  return openedLog?.status ?? { state: 'signed_out', pending: 0, deadLetters: 0 }
})

/** Whether nobody has logged in, so that everything stays on this device. */
export const isGuest = computed(() => {
  changes.value
  return openedLog?.user === undefined
})

/** The workout in progress. It is derived from the log alone, so it survives reloads and crashes. */
export const workoutInProgress = computed(() => {
  const now = Date.now()
  return workouts.value.find((workout) => !isOver(workout, now))
})

let last: readonly LocalWorkout[] = []

/** All workouts but the one in progress, newest first; the same list while only that one changes. */
export const pastWorkouts = computed<readonly LocalWorkout[]>(() => {
  const next = workouts.value.filter((workout) => workout !== workoutInProgress.value)
  if (next.length !== last.length || next.some((workout, index) => workout !== last[index])) last = next
  return last
})
