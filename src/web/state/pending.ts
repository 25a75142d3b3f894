import { computed, signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'

/** An idempotent change of a workout: applying it twice is the same as once. */
export type Edit = (workout: LocalWorkout) => LocalWorkout

export interface Pending {
  readonly id: string
  readonly edit: Edit
}

/** Edits that aren't stored yet. They are shown at once, so that a tick doesn't wait for the disk. */
export const pendingEdits = signal<readonly Pending[]>([])

/** Why the last edit could not be stored, if it failed. It stays on the screen and is retried with the next one. */
export const storeError = signal<unknown>(undefined)

export const isSaving = computed(() => pendingEdits.value.length > 0)
