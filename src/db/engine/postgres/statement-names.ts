import { createHash } from 'node:crypto'
import type { Statement } from './batch.ts'
import { isStalePlan } from './errors.ts'

/** The names of prepared statements on the connections of one pool. */
export class StatementNames {
  #generation = 0

  /** The name of a statement. */
  of(sql: string): string {
    return this.#generation === 0 ? statementName(sql) : `${statementName(sql)}.${this.#generation}`
  }

  /**
   * Makes every connection prepare its statements again if this one failed because its tables have changed, for
   * example by a newer release's migration. It would keep failing.
   */
  renewAfter(error: unknown, { name, text }: Statement): void {
    if (isStalePlan(error) && this.of(text) === name) this.#generation++
  }
}

/** A statement to prepare, if statements are prepared. */
export function namedStatement(
  text: string,
  values: readonly unknown[],
  names: StatementNames | undefined,
): Statement {
  return names ? { text, values, name: names.of(text) } : { text, values }
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

/** More than the application has, just as an upper bound. */
const capacity = 2000

const names = new Map<string, string>()
