import { computed, signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { changes, log } from './log.ts'

/** An idempotent change of a workout: applying it twice is the same as once. */
export type Edit = (workout: LocalWorkout) => LocalWorkout

interface Pending {
  readonly id: string
  readonly edit: Edit
}

/** Edits that aren't stored yet. They are shown at once, so that a tick doesn't wait for the disk. */
const pending = signal<readonly Pending[]>([])

/** Why the last edit could not be stored, if it failed. It stays on the screen and is retried with the next one. */
export const unstored = signal<unknown>(undefined)

/** A workout with all its edits. */
export function shown(id: string): LocalWorkout | undefined {
  changes.value
  const stored = log().workouts.get(id)
  return stored && applied(stored, pending.value)
}

const applied = (workout: LocalWorkout, edits: readonly Pending[]): LocalWorkout =>
  edits.reduce((now, { id, edit }) => (id === workout.id ? edit(now) : now), workout)

export const isSaving = computed(() => pending.value.length > 0)

let storing: Promise<void> | undefined

/** Changes a workout: shown at once, stored as soon as the device has room. */
export function edit(id: string, change: Edit): Promise<void> {
  pending.value = [...pending.value, { id, edit: change }]
  storing ??= store().finally(() => {
    storing = undefined
  })
  return storing
}

/** Retries storing the edits that could not be stored. */
export function retry(): void {
  storing ??= store().finally(() => {
    storing = undefined
  })
}

async function store(): Promise<void> {
  // Edits in the same task are stored together.
  await Promise.resolve()
  while (pending.value.length > 0) {
    const batch = pending.value
    const [first] = batch
    const own = batch.filter(({ id }) => id === first?.id)
    const stored = first && log().workouts.get(first.id)
    try {
      if (stored) await log().workouts.put(applied(stored, own))
    } catch (error) {
      unstored.value = error
      return
    }
    unstored.value = undefined
    pending.value = pending.value.filter((one) => !own.includes(one))
  }
}
