import { databaseOf } from '../database-of.ts'
import type { Reader } from '../types.ts'

/** State that a process has about a database, in addition to what is stored in it. */
export interface StateDefinition<State> {
  readonly name: string
  /** How it behaves if other processes, such as other nodes, write to the same database. */
  readonly acrossNodes: string
  readonly create: () => State
}

/** All definitions, for documentation and tests. */
const definitions: StateDefinition<unknown>[] = []

/**
 * Defines state that only this process has about a database: locks, listeners, caches. All such state
 * must be defined here. The returned function returns the state of a database, which its transactions
 * share.
 */
export function defineProcessState<State>(definition: StateDefinition<State>): (reader: Reader) => State {
  definitions.push(definition)
  const states = new WeakMap<object, State>()
  return (reader) => {
    const database = databaseOf(reader)
    const existing = states.get(database)
    if (existing !== undefined) return existing
    const created = definition.create()
    states.set(database, created)
    return created
  }
}

/** The name and the cross-node behavior of all process state. */
export function processStates(): readonly Pick<StateDefinition<unknown>, 'name' | 'acrossNodes'>[] {
  return definitions.map(({ name, acrossNodes }) => ({ name, acrossNodes }))
}
