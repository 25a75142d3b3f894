import { spyOn } from 'bun:test'
import { Client } from 'pg'

/** The node of a statement's plan that reads a table. */
export interface Scan {
  readonly table: string
  /** `Seq Scan`, `Index Scan`… */
  readonly kind: string
  /** The condition by which an index finds the rows. */
  readonly index: string
  /** All conditions on the rows. */
  readonly conditions: string
}

/** A statement that reads or writes rows, and how PostgreSQL would run it. */
export interface Planned {
  readonly text: string
  readonly scans: readonly Scan[]
}

/** The different statements that are sent to PostgreSQL while something runs, transactions' frames left out. */
export async function statementsOf(run: () => Promise<void>): Promise<string[]> {
  const query = spyOn(Client.prototype, 'query')
  try {
    await run()
    const texts = query.mock.calls.map(([sent]) => textOf(sent))
    return [...new Set(texts)].filter((text) => /^\s*\(*(select|insert|update|delete|with)\b/i.test(text))
  } finally {
    query.mockRestore()
  }
}

function textOf(sent: unknown): string {
  return typeof sent === 'string' ? sent : String(Reflect.get(Object(sent), 'text'))
}

/** The plans of statements whatever their parameters are. */
export async function plansOf(url: string, texts: readonly string[]): Promise<Planned[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set plan_cache_mode = force_generic_plan')
    const planned: Planned[] = []
    for (const text of texts) {
      await client.query(`prepare planned as ${text}`)
      const values = Array.from({ length: parametersOf(text) }, () => 'null').join()
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

const parametersOf = (text: string) =>
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

/** Parameters without the types that PostgreSQL derived for them. */
function conditionsOf(node: object, names: readonly string[]): string {
  const texts = names.map((name) => Reflect.get(node, name) ?? '')
  return texts.join(' ').replaceAll(/\((\$\d+)\)::text/g, '$1')
}
