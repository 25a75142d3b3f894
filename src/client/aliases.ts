import { foldCase } from '#lib/fold.ts'
import type { Content } from './merge.ts'
import { hasEntryOf, type Mutation } from './records.ts'
import { idOf, keyOf, type Store, withNewId } from './store.ts'
import type { Resource } from './types.ts'
import { applyMutations } from './view.ts'

type Aliases = Pick<Store, 'aliases'>

/** A resource's current id: that of another exercise if this one was merged into it, otherwise its own. */
export function currentId({ aliases }: Aliases, resource: Resource, id: string): string {
  let current = id
  if (resource === 'exercise') while (aliases.has(current)) current = aliases.get(current)?.id ?? ''
  return current
}

/** A resource whose own id and exercise ids have been replaced by the current ones. */
export function withCurrentIds<Value extends Content | undefined>(
  store: Aliases,
  resource: Resource,
  value: Value,
): Value {
  if (!value || store.aliases.size === 0) return value
  const { id, exercises } = value
  return {
    ...value,
    ...(id !== undefined && { id: currentId(store, resource, String(id)) }),
    ...(exercises && {
      exercises: exercises.map((entry) => ({
        ...entry,
        exerciseId: currentId(store, 'exercise', String(entry.exerciseId)),
      })),
    }),
  }
}

/** The id of another exercise of the user with the name of the one to be created. */
export function findNamesake(store: Store, { id, value }: Mutation): string | undefined {
  const name = foldCase(String(value?.name))
  for (const [key, { deleted }] of store.synced) {
    const other = idOf(key)
    if (deleted || other === id || !key.startsWith('exercise')) continue
    // The name to compare includes unsent changes, since the exercise may be about to be renamed.
    const view = applyMutations(store, 'exercise', key, store.mutationsOf(key))
    if (view && foldCase(String(view.name)) === name) return other
  }
}

/**
 * Merges an exercise to be created into the one of the same name that another device created: mutations that refer to
 * the former are changed to refer to the latter.
 */
export function mergeInto(store: Store, creation: Mutation, other: string): void {
  const { id, mutationId } = creation
  store.set('aliases', id, { id: other })
  store.set('outbox', mutationId)
  const revision = store.synced.get(`exercise/${other}`)?.revision ?? 0
  for (const mutation of store.mutations()) {
    const { resource, refused } = mutation
    const isSameExercise = keyOf(mutation) === keyOf(creation)
    // A deletion is dropped, since the other device still uses the exercise.
    if (isSameExercise && !mutation.value) store.set('outbox', mutation.mutationId)
    const value = withCurrentIds(store, resource, mutation.value)
    const base = { ...mutation.base, value: withCurrentIds(store, resource, mutation.base.value) }
    if (isSameExercise && value) {
      store.queue({ ...withNewId(store, mutation), id: other, value, base: { ...base, revision } }, mutation)
    } else if (hasEntryOf(mutation.value, id) || hasEntryOf(mutation.base.value, id)) {
      const isUnblocked = refused?.dependsOn === mutationId
      const next = { ...withNewId(store, mutation), value, base, refused: isUnblocked ? undefined : refused }
      store.queue(next, mutation)
    }
  }
}
