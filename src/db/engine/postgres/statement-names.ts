import { createHash } from 'node:crypto'
import type { Statement } from './batch.ts'
import { isStalePlan } from './errors.ts'

/** The names of prepared statements on the connections of one pool. */
export class StatementNames {
  /** What every name ends with. */
  #suffix = ''
  /** What the SQL of every statement ends with. */
  #comment = ''

  /** The statement, to be prepared. */
  named(sql: string, values: readonly unknown[]): Statement {
    return { text: sql + this.#comment, values, name: statementName(sql) + this.#suffix }
  }

  /**
   * Makes every connection prepare its statements again if this statement failed because its tables have changed, for
   * example by a newer release's migration. It would otherwise keep failing. The SQL of all statements changes too,
   * because whatever their names, pgbouncer prepares the same SQL only once on each of its own connections.
   */
  renewAfter(error: unknown, { name }: Statement): void {
    if (!isStalePlan(error) || !name?.endsWith(this.#suffix)) return
    // Not a number, which another node may have used before the tables changed.
    const generation = crypto.randomUUID()
    this.#suffix = `.${generation}`
    this.#comment = ` /* ${generation} */`
  }
}

/** A statement to prepare, if statements are prepared. */
export function namedStatement(
  text: string,
  values: readonly unknown[],
  names: StatementNames | undefined,
): Statement {
  return names ? names.named(text, values) : { text, values }
}

/**
 * The name of a prepared statement: a hash of its text instead of a counter, so that the same name means
 * the same statement for clients that share a server connection behind pgbouncer.
 */
function statementName(sql: string): string {
  // Commands such as `commit`.
  if (sql.length <= maxNameLength) return sql
  const cached = names.get(sql)
  if (cached !== undefined) return cached
  if (names.size >= capacity) names.clear()
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, maxNameLength)
  names.set(sql, name)
  return name
}

const maxNameLength = 32

/** A safety limit: the application has fewer statements. */
const capacity = 2000

const names = new Map<string, string>()
