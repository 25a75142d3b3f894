import type { Compilable, CompiledQuery } from 'kysely'
import { kyselyOf } from './kysely.ts'
import { postgresOf } from './postgres/direct-of.ts'
import { maxRows, multiRowInsert } from './postgres/multi-row.ts'
import { type DirectSqlite, directOf } from './sqlite/direct.ts'
import type { QueryBuilder, Reader, Tx } from './types.ts'

/** A query that is compiled once and run with parameters. `P` are its parameters, `R` is its row. */
export interface PreparedRead<P, R, From = Reader> {
  /** All rows. */
  all(from: From, parameters: P): Promise<R[]>
  /** The first row, if there is one. */
  first(from: From, parameters: P): Promise<R | undefined>
}

/** A prepared statement that writes and therefore needs a transaction. */
export interface PreparedWrite<P, R> extends PreparedRead<P, R, Tx> {
  /** Runs a statement that returns no rows. Resolves to the number of inserted, changed or deleted rows. */
  run(tx: Tx, parameters: P): Promise<number>
  /**
   * Runs such a statement without waiting for its result, where the engine allows that. If it fails, its error is
   * thrown by a later statement of the transaction or by the commit.
   */
  send(tx: Tx, parameters: P): Promise<void>
  /** Runs such a statement once per item, in order. Resolves to the total. */
  runEach(tx: Tx, items: readonly P[]): Promise<number>
  /** Runs an insert for all rows as `send` does, one by one or together. Keys must be distinct. */
  insertAll(tx: Tx, rows: readonly P[]): Promise<void>
}

/** A read-only query according to Kysely's types. */
type Select<R> = Compilable<R> & { readonly isSelectQueryBuilder: true }

/**
 * A query whose SQL doesn't depend on the values of its parameters. Building and compiling a query costs
 * more than running it; this does both once for each set of parameters that are present (not undefined),
 * so `build` may leave out the condition of a missing one:
 *
 *     const selectWorkouts = prepare((db, p: { userId: string; from?: number }) => {
 *       const query = db.selectFrom('workouts').selectAll().where('userId', '=', p.userId)
 *       return p.from === undefined ? query : query.where('startedAt', '>=', p.from)
 *     })
 *     await selectWorkouts.all(db, { userId })
 *
 * In `build`, the parameters are placeholders that may only be passed to the query: computing with one
 * throws. Lists are passed as JSON and read with `itemsOf`.
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
  const onSqlite = new Shapes(build)
  const onPostgres = new Shapes(build)

  /** Runs the query asynchronously, as is necessary on PostgreSQL, and on SQLite while a transaction is open. */
  async function runAsync(
    reader: Reader,
    sqlite: DirectSqlite | undefined,
    parameters: P,
  ): Promise<{ readonly rows: unknown[]; readonly changes: number }> {
    const { compiled, values } = (sqlite ? onSqlite : onPostgres).fill(reader, parameters)
    const postgres = postgresOf(reader)
    if (postgres) return postgres.run(compiled.sql, values)
    const { rows, numAffectedRows } = await kyselyOf(reader).executeQuery({ ...compiled, parameters: values })
    return { rows, changes: Number(numAffectedRows ?? 0) }
  }

  /** Runs the statement on SQLite without a promise; undefined if it has to wait for its turn. */
  function runNow(tx: Tx, sqlite: DirectSqlite, parameters: P): number | undefined {
    const { compiled, values } = onSqlite.fill(tx, parameters)
    return sqlite.statement(compiled.sql)?.run(values).changes
  }

  async function run(tx: Tx, parameters: P): Promise<number> {
    const sqlite = directOf(tx)
    return (sqlite && runNow(tx, sqlite, parameters)) ?? (await runAsync(tx, sqlite, parameters)).changes
  }

  async function runEach(tx: Tx, items: readonly P[]): Promise<number> {
    let changed = 0
    const sqlite = directOf(tx)
    if (sqlite) for (const item of items) changed += runNow(tx, sqlite, item) ?? (await run(tx, item))
    // Pipelined; a connection runs statements in order.
    else for (const changes of await Promise.all(items.map((item) => run(tx, item)))) changed += changes
    return changed
  }

  return {
    async all(reader, parameters) {
      const sqlite = directOf(reader)
      if (sqlite) {
        const { compiled, values } = onSqlite.fill(reader, parameters)
        const statement = sqlite.statement(compiled.sql)
        // `build` determined that the rows are `R`.
        if (statement) return statement.all(values) as R[]
      }
      // As above.
      return (await runAsync(reader, sqlite, parameters)).rows as R[]
    },

    async first(reader, parameters) {
      const sqlite = directOf(reader)
      if (sqlite) {
        const { compiled, values } = onSqlite.fill(reader, parameters)
        const statement = sqlite.statement(compiled.sql)
        // As in `all`.
        if (statement) return (statement.get(values) as R | null) ?? undefined
      }
      // As in `all`.
      return (await runAsync(reader, sqlite, parameters)).rows[0] as R | undefined
    },

    run,

    runEach,

    send,

    async insertAll(tx, rows) {
      const postgres = postgresOf(tx)
      if (!postgres) {
        await runEach(tx, rows)
        return
      }
      for (let start = 0; start < rows.length; start += maxRows) {
        const batch = rows.slice(start, start + maxRows)
        const statement = batch.length > 1 ? statementInserting(tx, batch) : undefined
        if (statement) await postgres.send(statement.text, statement.values)
        else for (const row of batch) await send(tx, row)
      }
    },
  }

  async function send(tx: Tx, parameters: P): Promise<void> {
    const sqlite = directOf(tx)
    if (sqlite && runNow(tx, sqlite, parameters) !== undefined) return
    const postgres = postgresOf(tx)
    if (!postgres) {
      await run(tx, parameters)
      return
    }
    const { compiled, values } = onPostgres.fill(tx, parameters)
    await postgres.send(compiled.sql, values)
  }

  /** One statement that inserts all rows, if they have the same parameters. */
  function statementInserting(tx: Tx, rows: readonly P[]): { text: string; values: unknown[] } | undefined {
    const filled = rows.map((row) => onPostgres.fill(tx, row))
    const [first] = filled
    if (!first || !filled.every(({ compiled }) => compiled === first.compiled)) return undefined
    const text = multiRowInsert(rows.length, first.compiled.sql, first.values.length)
    return text === undefined ? undefined : { text, values: filled.flatMap(({ values }) => values) }
  }
}

/** A compiled query, and the parameters to fill in. */
interface Shape {
  readonly compiled: CompiledQuery<unknown>
  /**
   * By position: the index of the parameter to fill in, or -1 if the query has its own value. Undefined if the values
   * are the parameters in their order, as in most inserts.
   */
  readonly indexes: readonly number[] | undefined
}

/** The shapes of a query on one engine. */
class Shapes<P extends object> {
  readonly #build: (db: QueryBuilder, parameters: P) => Compilable<unknown>
  readonly #shapes = new Map<string, Shape>()
  #last: { readonly present: readonly string[]; readonly shape: Shape } | undefined

  constructor(build: (db: QueryBuilder, parameters: P) => Compilable<unknown>) {
    this.#build = build
  }

  /** The query for these parameters, and the values of its placeholders. */
  fill(reader: Reader, parameters: P): { compiled: CompiledQuery<unknown>; values: unknown[] } {
    // Most queries have one shape, and checking that it matches is cheaper than looking it up.
    const last = this.#last
    const present = last && presentValues(parameters, last.present)
    if (last && present) return { compiled: last.shape.compiled, values: valuesOf(last.shape, present) }
    const names = presentNames(parameters)
    const key = names.join()
    const shape =
      this.#shapes.get(key) ?? toShape(this.#build(kyselyOf(reader), placeholders<P>(names)), names)
    this.#shapes.set(key, shape)
    this.#last = { present: names, shape }
    return { compiled: shape.compiled, values: valuesOf(shape, presentValues(parameters, names) ?? []) }
  }
}

function toShape(built: Compilable<unknown>, names: readonly string[]): Shape {
  const compiled = built.compile()
  const indexes = compiled.parameters.map((value) =>
    value instanceof Placeholder ? names.indexOf(value.parameter) : -1,
  )
  const isInOrder = indexes.length === names.length && indexes.every((index, position) => index === position)
  return { compiled, indexes: isInOrder ? undefined : indexes }
}

/** The values of a query's placeholders, given the present parameters in their order. */
function valuesOf({ compiled, indexes }: Shape, present: unknown[]): unknown[] {
  return (
    indexes?.map((index, position) => (index < 0 ? compiled.parameters[position] : present[index])) ?? present
  )
}

/** The names of the parameters that are present, in their order: they determine the shape. */
function presentNames(parameters: object): string[] {
  // To read properties by name.
  const valuesByName = parameters as Readonly<Record<string, unknown>>
  const names: string[] = []
  for (const name in valuesByName) if (valuesByName[name] !== undefined) names.push(name)
  return names
}

/** The values of the parameters that are present, in their order. Undefined if their names aren't these. */
function presentValues(parameters: object, names: readonly string[]): unknown[] | undefined {
  // As in `presentNames`.
  const valuesByName = parameters as Readonly<Record<string, unknown>>
  const values: unknown[] = []
  for (const name in valuesByName) {
    const value = valuesByName[name]
    if (value === undefined) continue
    if (name !== names[values.length]) return undefined
    values.push(value)
  }
  return values.length === names.length ? values : undefined
}

function placeholders<P>(names: readonly string[]): P {
  // Placeholders have the types of the values, so that `build` is type-checked as with real values.
  return Object.fromEntries(names.map((name) => [name, new Placeholder(name)])) as P
}

/** A placeholder for a parameter's value while a query is built. */
class Placeholder {
  readonly parameter: string

  constructor(parameter: string) {
    this.parameter = parameter
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(
      `the parameter ${this.parameter} has no value while the query is built: only pass it to the query`,
    )
  }

  toJSON(): never {
    return this[Symbol.toPrimitive]()
  }
}
