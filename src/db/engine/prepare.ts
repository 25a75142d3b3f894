import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import { kyselyOf } from './kysely.ts'
import { directOf } from './sqlite/direct.ts'
import type { QueryBuilder, Reader, Tx } from './types.ts'

/** A query that is compiled once and run with parameters. `P` are its parameters, `R` is its row. */
export interface PreparedRead<P, R, From = Reader> {
  /** All rows. */
  all(from: From, parameters: P): Promise<R[]>
  /** The first row, if there is one. */
  first(from: From, parameters: P): Promise<R | undefined>
}

/** A prepared statement that writes, and so needs a transaction. */
export interface PreparedWrite<P, R> extends PreparedRead<P, R, Tx> {
  /** Runs a statement without rows. Resolves to the number of rows that it inserted, changed or deleted. */
  run(tx: Tx, parameters: P): Promise<number>
  /** Runs such a statement once per item, in order. Resolves to the total. */
  runEach(tx: Tx, items: readonly P[]): Promise<number>
}

/** A query that writes nothing, as Kysely's types tell it. */
type Select<R> = Compilable<R> & { readonly isSelectQueryBuilder: true }

/**
 * A query whose SQL doesn't depend on the values of its parameters. Building and compiling a query costs more
 * than running it; this does both once for each set of parameters that are present (not undefined), so
 * `build` may leave out the condition of a missing one:
 *
 *     const listWorkouts = prepare((db, p: { userId: string; from?: number }) => {
 *       const query = db.selectFrom('workouts').selectAll().where('userId', '=', p.userId)
 *       return p.from === undefined ? query : query.where('startedAt', '>=', p.from)
 *     })
 *     await listWorkouts.all(db, { userId })
 *
 * In `build` the parameters are placeholders that may only be passed on to the query: computing with one
 * throws. A list is passed as JSON, and read with `json_each`.
 */
export function prepare<P extends object, R>(
  build: (db: QueryBuilder, parameters: P) => Select<R>,
): PreparedRead<P, R>
export function prepare<P extends object, R>(
  build: (db: QueryBuilder, parameters: P) => Compilable<R>,
): PreparedWrite<P, R>
export function prepare<P extends object, R>(
  build: (db: QueryBuilder, parameters: P) => Compilable<R>,
): PreparedWrite<P, R> {
  const shapes = new Map<string, Shape>()
  let last: { readonly present: readonly string[]; readonly shape: Shape } | undefined

  function shapeOf(reader: Reader, parameters: P): Shape {
    // Most queries have one shape: checking that it is the same one is cheaper than looking it up.
    if (last && isPresent(parameters, last.present)) return last.shape
    const present = presentNames(parameters)
    const key = present.join()
    const shape = shapes.get(key) ?? toShape(build(kyselyOf(reader), standIns<P>(present)))
    shapes.set(key, shape)
    last = { present, shape }
    return shape
  }

  function slowly(reader: Reader, { compiled }: Shape, values: readonly unknown[]): Promise<QueryResult<R>> {
    return kyselyOf(reader).executeQuery<R>({ ...compiled, parameters: values })
  }

  return {
    async all(reader, parameters) {
      const shape = shapeOf(reader, parameters)
      const values = fill(shape, parameters)
      const statement = directOf(reader)?.statement(shape.compiled.sql)
      // `build` determined that the rows are `R`.
      if (statement) return statement.all(values) as R[]
      return (await slowly(reader, shape, values)).rows
    },

    async first(reader, parameters) {
      const shape = shapeOf(reader, parameters)
      const values = fill(shape, parameters)
      const statement = directOf(reader)?.statement(shape.compiled.sql)
      // As in `all`.
      if (statement) return (statement.get(values) as R | null) ?? undefined
      return (await slowly(reader, shape, values)).rows[0]
    },

    async run(reader, parameters) {
      const shape = shapeOf(reader, parameters)
      const values = fill(shape, parameters)
      const statement = directOf(reader)?.statement(shape.compiled.sql)
      if (statement) return statement.run(values).changes
      return Number((await slowly(reader, shape, values)).numAffectedRows ?? 0)
    },

    async runEach(tx, items) {
      let changed = 0
      for (const item of items) {
        const shape = shapeOf(tx, item)
        const values = fill(shape, item)
        const statement = directOf(tx)?.statement(shape.compiled.sql)
        if (statement) changed += statement.run(values).changes
        else changed += Number((await slowly(tx, shape, values)).numAffectedRows ?? 0)
      }
      return changed
    },
  }
}

/** A compiled query, and which of its parameters to fill in. */
interface Shape {
  readonly compiled: CompiledQuery<unknown>
  /**
   * By position: the name of the parameter to fill in, or undefined where the query has a value of its own.
   */
  readonly names: readonly (string | undefined)[]
}

function toShape(built: Compilable<unknown>): Shape {
  const compiled = built.compile()
  return {
    compiled,
    names: compiled.parameters.map((value) => (value instanceof StandIn ? value.parameter : undefined)),
  }
}

function fill<P extends object>({ compiled, names }: Shape, parameters: P): unknown[] {
  // To read by name what the names were read from.
  const given = parameters as Readonly<Record<string, unknown>>
  return names.map((name, place) => (name === undefined ? compiled.parameters[place] : given[name]))
}

/** The names of the parameters that are present, in the given order: they determine the shape. */
function presentNames(parameters: object): string[] {
  // As in `fill`.
  const given = parameters as Readonly<Record<string, unknown>>
  const names: string[] = []
  for (const name in given) if (given[name] !== undefined) names.push(name)
  return names
}

/** Whether `presentNames` would return these names. */
function isPresent(parameters: object, names: readonly string[]): boolean {
  // As in `fill`.
  const given = parameters as Readonly<Record<string, unknown>>
  let place = 0
  for (const name in given) if (given[name] !== undefined && name !== names[place++]) return false
  return place === names.length
}

function standIns<P>(names: readonly string[]): P {
  // Placeholders have the types of the values they stand for, so that `build` is checked as if it had the
  // values.
  return Object.fromEntries(names.map((name) => [name, new StandIn(name)])) as P
}

/** Stands in for a parameter's value while its query is built. */
class StandIn {
  readonly parameter: string

  constructor(parameter: string) {
    this.parameter = parameter
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(
      `the parameter ${this.parameter} has no value while the query is built: only hand it on`,
    )
  }

  toJSON(): never {
    return this[Symbol.toPrimitive]()
  }
}
