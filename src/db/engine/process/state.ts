import { databaseOf } from '../database-of.ts'
import type { Reader } from '../types.ts'

/** A piece of what a process knows about a database besides what is stored in it. */
export interface StateDefinition<State> {
  readonly name: string
  /** What becomes of it when other processes write to the same database, as several nodes would. */
  readonly acrossNodes: string
  readonly create: () => State
}

/** Everything that was defined, for whoever adds a second engine or a second node. */
const definitions: StateDefinition<unknown>[] = []

/**
 * Defines something that this process alone knows about a database: locks, listeners, caches. All such state
 * is defined through here and nowhere else. The returned function gives that of a database, which its
 * transactions share.
 */
export function defineProcessState<State>(definition: StateDefinition<State>): (reader: Reader) => State {
  definitions.push(definition)
  const states = new WeakMap<object, State>()
  return (reader) => {
    const database = databaseOf(reader)
    const known = states.get(database)
    if (known !== undefined) return known
    const created = definition.create()
    states.set(database, created)
    return created
  }
}

/** What processes know about their databases: name, and what becomes of it across nodes. */
export function processStates(): readonly Pick<StateDefinition<unknown>, 'name' | 'acrossNodes'>[] {
  return definitions.map(({ name, acrossNodes }) => ({ name, acrossNodes }))
}
