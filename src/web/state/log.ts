import { computed, signal } from '@preact/signals'
import {
  createReplog,
  indexedDbStore,
  type LocalWorkout,
  type Replog,
  type ReplogStatus,
} from '#client/index.ts'
import { isOver } from '../figures/is-over.ts'

let opened: Replog | undefined

/**
 * The training log of this device.
 * @throws {Error} before `openLog` has finished.
 */
export function log(): Replog {
  if (!opened) throw new Error('the log is not open yet')
  return opened
}

/** Counts changes of the log: reading it subscribes a component to them. */
export const changes = signal(0)

/** Opens the log from local storage, without the network. */
export async function openLog(): Promise<void> {
  opened = await createReplog({ baseUrl: location.origin, storage: indexedDbStore(), guest: true })
  opened.subscribe(() => changes.value++)
  changes.value++
}

/** All workouts, newest first. */
export const workouts = computed<readonly LocalWorkout[]>(() => {
  changes.value
  return opened?.workouts.list() ?? []
})

export const status = computed<ReplogStatus>(() => {
  changes.value
  return opened?.status ?? { state: 'signed_out', pending: 0, deadLetters: 0 }
})

/** Whether nobody has logged in, so that everything stays on this device. */
export const isGuest = computed(() => {
  changes.value
  return opened?.user === undefined
})

/** The workout in progress. It is derived from the log alone, so it survives reloads and crashes. */
export const active = computed(() => {
  const now = Date.now()
  return workouts.value.find((one) => !isOver(one, now))
})
