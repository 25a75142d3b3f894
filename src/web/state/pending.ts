import { computed, signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'

/** An idempotent change to a workout: applying it twice is the same as once. */
export type Edit = (workout: LocalWorkout) => LocalWorkout

export interface Pending {
  readonly id: string
  readonly edit: Edit
}

/** Edits that aren't stored yet. They are shown immediately, so that checking off a set doesn't wait for the disk. */
export const pendingEdits = signal<readonly Pending[]>([])

/** A workout with its edits that aren't stored yet. */
export const withPendingEdits = (workout: LocalWorkout): LocalWorkout =>
  applyEdits(workout, pendingEdits.value)

export const applyEdits = (workout: LocalWorkout, edits: readonly Pending[]): LocalWorkout =>
  edits.reduce((now, { id, edit }) => (id === workout.id ? edit(now) : now), workout)

/** Why the last edit could not be stored, if it failed. The edit stays on the screen and is retried with the next. */
export const storeError = signal<unknown>(undefined)

export const isSaving = computed(() => pendingEdits.value.length > 0)
