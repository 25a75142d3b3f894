import type { PoolClient, QueryResult } from 'pg'
import { withSilenceLimit } from './silence.ts'

/** A statement and the values of its parameters. */
export interface Statement {
  readonly text: string
  /** Undefined for SQL with any number of statements without parameters. */
  readonly values: readonly unknown[] | undefined
  /** The name that it is prepared by, once per connection; undefined if it isn't. */
  readonly name?: string
}

/** The result of a statement. */
export interface Result {
  readonly command: string
  readonly rows: unknown[]
  /** The number of returned, inserted, changed or deleted rows. */
  readonly rowCount: number
}

/**
 * Runs a statement on a connection, in order with those before it. Statements of one turn of the event loop leave in
 * one packet. For SQL with several statements, resolves to the result of the last one.
 *
 * Rejects with the server's error, which has a `severity`, or with another one if the connection is lost.
 */
export async function runStatement(client: PoolClient, statement: Statement): Promise<Result> {
  sendTogether(client)
  const results: QueryResult | QueryResult[] = await withSilenceLimit(client, query(client, statement))
  const last = Array.isArray(results) ? results.at(-1) : results
  if (!last) throw new TypeError('SQL with several statements has several results')
  const { command, rows, rowCount } = last
  return { command, rows, rowCount: rowCount ?? 0 }
}

/**
 * Checks the values of a statement's parameters. The driver would also send a date as local time, and any other object
 * as JSON, unlike SQLite.
 *
 * @throws {TypeError} if a value isn't text, a number, a boolean, bytes or null
 */
export function assertSendable(values: readonly unknown[]): void {
  for (const value of values)
    if ((typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) || isCode(value))
      throw new TypeError('a parameter must be text, a number, a boolean, bytes or null')
}

const isCode = (value: unknown): boolean => typeof value === 'function' || typeof value === 'symbol'

/** The driver's types don't say that SQL with several statements has several results. */
function query(client: PoolClient, { text, values, name }: Statement): Promise<QueryResult | QueryResult[]> {
  if (values) assertSendable(values)
  const sent = values === undefined ? { text } : { text, values: [...values] }
  if (name === undefined) return client.query(sent)
  const prepared = preparedOn(client)
  const state = prepared.get(name)
  if (state === 'prepared') return client.query({ ...sent, name })
  // The driver assumes that a statement is prepared once it has been sent. If the server then refuses it, those of the
  // same name that followed would fail because there is no statement of that name, not for the actual reason.
  if (state === 'preparing') return client.query(sent)
  prepared.set(name, 'preparing')
  const result = client.query({ ...sent, name })
  result.then(
    () => prepared.set(name, 'prepared'),
    () => prepared.delete(name),
  )
  return result
}

const preparedNames = new WeakMap<PoolClient, Map<string, 'preparing' | 'prepared'>>()

function preparedOn(client: PoolClient): Map<string, 'preparing' | 'prepared'> {
  const existing = preparedNames.get(client)
  if (existing) return existing
  const names = new Map<string, 'preparing' | 'prepared'>()
  preparedNames.set(client, names)
  return names
}

/** Connections whose statements wait for those that follow in this turn of the event loop. */
const corked = new WeakSet<PoolClient>()

/** Each write to the socket costs both sides a system call. */
function sendTogether(client: PoolClient): void {
  if (corked.has(client)) return
  const { stream } = client.connection
  corked.add(client)
  stream.cork()
  setImmediate(() => {
    corked.delete(client)
    stream.uncork()
  })
}
