import type { Schemas } from '#generated/types.ts'

/** A kind of resource that clients create, replace, delete and sync. */
export type ResourceName = Schemas['SyncMutation']['resource']

/** One error in an input, and its location. */
export type FieldProblem = Schemas['FieldProblem']

/** A new resource, in the shape of the contract. */
export interface Created<Value> {
  readonly kind: 'created'
  readonly value: Value
}

/** A resource's current state: read, replaced or restored. */
export interface Current<Value> {
  readonly kind: 'current'
  readonly value: Value
}

/** Success without content. */
export interface Done {
  readonly kind: 'done'
}

/** One page of a list. */
export interface Listed<Item, Position> {
  readonly kind: 'listed'
  readonly items: Item[]
  /** Where the next page starts; undefined on the last one. */
  readonly next: Position | undefined
}

/** The input violates a rule that the contract's schemas can't express. */
export interface Invalid {
  readonly kind: 'invalid'
  readonly errors: readonly FieldProblem[]
}

/** No resource has this id, or it was purged. */
export interface Missing<Thing extends string> {
  readonly kind: 'missing'
  readonly resource: Thing
}

/** The resource was deleted. */
export interface Deleted<Name extends ResourceName> {
  readonly kind: 'deleted'
  readonly resource: Name
}

/** The resource has changed since the revision on which the write is based. */
export interface Stale<Value> {
  readonly kind: 'stale'
  readonly current: Value
}

/** The user has, or had, a resource with this id. */
export interface IdTaken<Name extends ResourceName> {
  readonly kind: 'id_taken'
  readonly resource: Name
}

/** An {@link Invalid} with these errors. */
export function invalid(...errors: readonly FieldProblem[]): Invalid {
  return { kind: 'invalid', errors }
}
