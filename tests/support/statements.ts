import { spyOn } from 'bun:test'
import { Client } from 'pg'
import { Batch } from '#db/engine/postgres/batch.ts'

/** The node of a statement's plan that reads a table. */
interface Scan {
  readonly table: string
  /** `Seq Scan`, `Index Scan`… */
  readonly kind: string
  /** The condition by which an index finds the rows. */
  readonly index: string
  /** All conditions on the rows. */
  readonly conditions: string
}

/** A statement that reads or writes rows, and the scans by which PostgreSQL would run it. */
export interface PlannedStatement {
  readonly text: string
  readonly scans: readonly Scan[]
}

/** A statement and the values of its parameters. */
export interface SentStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The statements that are sent to PostgreSQL while `run` runs, in order. */
export async function statementsSentDuring(run: () => Promise<unknown>): Promise<SentStatement[]> {
  return (await batchesSentDuring(run)).flat()
}

/** The statements that are sent to PostgreSQL while `run` runs, by the batches in which they are sent. */
export async function batchesSentDuring(run: () => Promise<unknown>): Promise<SentStatement[][]> {
  const query = spyOn(Client.prototype, 'query')
  try {
    await run()
    return query.mock.calls.map(([batch]: unknown[]) => statementsOf(batch))
  } finally {
    query.mockRestore()
  }
}

/** The statements that are sent to PostgreSQL while `run` runs, by the round trips in which they leave together. */
export async function roundTripsDuring(run: () => Promise<unknown>): Promise<SentStatement[][]> {
  const send = Client.prototype.query
  const trips: SentStatement[][] = []
  let leaving: SentStatement[] | undefined
  const query = spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, batch: unknown) {
    if (!leaving) {
      leaving = []
      trips.push(leaving)
      // Results arrive in a later turn of the event loop.
      setImmediate(() => {
        leaving = undefined
      })
    }
    leaving.push(...statementsOf(batch))
    return Reflect.apply(send, this, [batch])
  })
  try {
    await run()
    return trips
  } finally {
    query.mockRestore()
  }
}

function statementsOf(batch: unknown): SentStatement[] {
  if (!(batch instanceof Batch)) throw new TypeError('the engine sends nothing but batches')
  return batch.statements.map(({ text, values = [] }) => ({ text, values }))
}

/** Whether a statement reads or writes rows, unlike those that begin and end transactions. */
export function isOnRows({ text }: SentStatement): boolean {
  return /^\s*\(*(select|insert|update|delete|with)\b/i.test(text)
}

/** The distinct statements on rows that are sent to PostgreSQL while `run` runs. */
export async function distinctStatementsOf(run: () => Promise<void>): Promise<string[]> {
  const sent = await statementsSentDuring(run)
  return [...new Set(sent.filter(isOnRows).map(({ text }) => text))]
}

/** The generic plans of statements, which don't depend on the values of their parameters. */
export async function plansOf(url: string, texts: readonly string[]): Promise<PlannedStatement[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set plan_cache_mode = force_generic_plan')
    const planned: PlannedStatement[] = []
    for (const text of texts) {
      await client.query(`prepare planned as ${text}`)
      const values = Array.from({ length: parameterCount(text) }, () => 'null').join()
      const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
        `explain (format json) execute planned${values && `(${values})`}`,
      )
      await client.query('deallocate planned')
      planned.push({ text, scans: [...scansIn(rows[0]?.['QUERY PLAN'])] })
    }
    return planned
  } finally {
    await client.end()
  }
}

const parameterCount = (text: string) =>
  Math.max(0, ...Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number)))

/** Every node of a plan that reads a table itself. */
function* scansIn(node: unknown): Generator<Scan> {
  if (Array.isArray(node)) for (const child of node) yield* scansIn(child)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const kind = String(Reflect.get(node, 'Node Type'))
  const table = Reflect.get(node, 'Relation Name')
  if (typeof table === 'string' && kind !== 'ModifyTable')
    yield {
      table,
      kind,
      index: conditionsOf(node, ['Index Cond', 'Recheck Cond']),
      conditions: conditionsOf(node, ['Index Cond', 'Recheck Cond', 'Filter']),
    }
  yield* scansIn(Reflect.get(node, 'Plan'))
  yield* scansIn(Reflect.get(node, 'Plans'))
}

/** The conditions of a node, without the types that PostgreSQL adds to parameters. */
function conditionsOf(node: object, names: readonly string[]): string {
  const texts = names.map((name) => Reflect.get(node, name) ?? '')
  return texts.join(' ').replaceAll(/\((\$\d+)\)::text/g, '$1')
}
