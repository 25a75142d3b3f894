import { foldCase } from '#lib/fold.ts'
import type { Content } from './merge.ts'
import { type Mutation, uses } from './records.ts'
import { idOf, keyOf, renamed, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { fold } from './view.ts'

type Aliases = Pick<Store, 'aliases'>

/** The id that a resource now has: for a merged exercise, that of the one it was merged into. */
export function currentId({ aliases }: Aliases, resource: Resource, id: string): string {
  let current = id
  if (resource === 'exercise') while (aliases.has(current)) current = aliases.get(current)?.id ?? ''
  return current
}

/** A resource with its own id, and those of the exercises it uses, replaced by the current ones. */
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
    // Its state once everything is sent, since it may be about to be renamed.
    const shown = fold(store, 'exercise', key, store.chain(key))
    if (shown && foldCase(String(shown.name)) === name) return other
  }
}

/**
 * Merges an exercise to be created into the one of the same name that another device created: every mutation that refers
 * to it then refers to the other one.
 */
export function mergeInto(store: Store, creation: Mutation, other: string): void {
  const { id, mutationId } = creation
  store.set('aliases', id, { id: other })
  store.set('outbox', mutationId)
  const revision = store.synced.get(`exercise/${other}`)?.revision ?? 0
  for (const mutation of store.waiting()) {
    const { resource, refused } = mutation
    const isOwn = keyOf(mutation) === keyOf(creation)
    // The other device still uses it.
    if (isOwn && !mutation.value) store.set('outbox', mutation.mutationId)
    const value = withCurrentIds(store, resource, mutation.value)
    const base = { ...mutation.base, value: withCurrentIds(store, resource, mutation.base.value) }
    if (isOwn && value) {
      store.queue({ ...renamed(store, mutation), id: other, value, base: { ...base, revision } }, mutation)
    } else if (uses(mutation.value, id) || uses(mutation.base.value, id)) {
      const isFree = refused?.dependsOn === mutationId
      const next = { ...renamed(store, mutation), value, base, refused: isFree ? undefined : refused }
      store.queue(next, mutation)
    }
  }
}
