import type { Schemas } from '#generated/types.ts'
import type { ResourceName } from './crud/results.ts'
import { type Exercises, exercises } from './exercises/resource.ts'
import { type Measurements, measurements } from './measurements/resource.ts'
import { type Registered, registered } from './registered.ts'
import type { NotApplied } from './sync/apply.ts'
import { type Workouts, workouts } from './workouts/resource.ts'

type Types = { [T in Exercises | Workouts | Measurements as T['name']]: T }

/** The mutations of each resource. */
export type Mutations = { [Mutation in Schemas['SyncMutation'] as Mutation['resource']]: Mutation }

/** Why a mutation of a resource can't be applied. */
export type FailureOf<Name extends ResourceName> = { [N in Name]: NotApplied<Types[N]> }[Name]

/**
 * Every resource that clients synchronize, one entry each: pushes, pulls, the export, tombstones and tests read
 * this list.
 */
export const resources: { readonly [Name in ResourceName]: Registered<Mutations[Name], FailureOf<Name>> } = {
  exercise: registered(exercises),
  workout: registered(workouts),
  measurement: registered(measurements),
}
