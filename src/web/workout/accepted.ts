import { signal } from '@preact/signals'
import { setText } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** Sets that the reader said are right, as they were then: a later change may be asked about again. */
const accepted = signal<ReadonlyMap<string, string>>(new Map())

export const isAccepted = (set: LoggedSet): boolean => accepted.value.get(set.id) === setText(set)

export function accept(set: LoggedSet): void {
  accepted.value = new Map(accepted.value).set(set.id, setText(set))
}
