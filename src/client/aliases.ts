import type { Content } from '#training/merge.ts'
import { type Mutation, references } from './records.ts'
import { type Store, withNewId } from './store.ts'
import type { Resource } from './types.ts'
import { applyMutations } from './view.ts'

type Aliases = Pick<Store, 'aliases'>

/** A resource's current id: for an exercise that was merged into another, the other's; otherwise its own. */
export function currentId({ aliases }: Aliases, resource: Resource, id: string): string {
  let current = id
  if (resource === 'exercise') while (aliases.has(current)) current = aliases.get(current)?.id ?? ''
  return current
}

/**
 * A value with the ids of merged exercises replaced by the current ones, wherever they occur: in workouts, programs,
 * decisions of runs, and the exercise itself. A list of alternatives may not contain the same id twice.
 */
export function withCurrentIds<Value extends Content | undefined>(store: Aliases, value: Value): Value {
  if (!value || store.aliases.size === 0) return value
  return JSON.parse(JSON.stringify(value), (name, member) =>
    name === 'alternatives' ? [...new Set(member)] : currentId(store, 'exercise', member),
  )
}

/**
 * Whether an exercise is known on this device and has the name that the server knows. An unsent or rejected change may
 * have renamed it here.
 */
export function hasServersName(store: Store, id: string): boolean | undefined {
  const key = `exercise/${id}`
  const view = applyMutations(store, 'exercise', key, store.mutationsOf(key))
  return view && view.name === store.synced.get(key)?.value?.name
}

/**
 * Merges an exercise to be created into the one with the same name that another device created: mutations that refer to
 * the exercise to be created are changed to refer to the other device's.
 */
export function mergeInto(store: Store, creation: Mutation, other: string): void {
  const { id, mutationId } = creation
  store.set('aliases', id, { id: other })
  store.set('outbox', mutationId)
  const revision = store.synced.get(`exercise/${other}`)?.revision ?? 0
  for (const mutation of store.mutations()) {
    const { refused } = mutation
    const value = withCurrentIds(store, mutation.value)
    const base = { ...mutation.base, value: withCurrentIds(store, mutation.base.value) }
    const next = { ...withNewId(store, mutation), value, base }
    if (mutation.id === id) {
      // A deletion is dropped, since the other device still uses the exercise.
      if (value) store.queue({ ...next, id: other, base: { ...base, revision } }, mutation)
      else store.set('outbox', mutation.mutationId)
    } else if (references(mutation)(creation)) {
      const isUnblocked = refused?.dependsOn === mutationId
      store.queue({ ...next, refused: isUnblocked ? undefined : refused }, mutation)
    }
  }
}
