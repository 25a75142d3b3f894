import { createHash } from 'node:crypto'

/** The names of prepared statements on the connections of one pool. */
export class StatementNames {
  #generation = 0

  /** The name of a statement. */
  of(sql: string): string {
    return this.#generation === 0 ? statementName(sql) : `${statementName(sql)}.${this.#generation}`
  }

  /**
   * Makes every connection prepare its statements again. A statement that was prepared before its tables
   * changed, for example by a newer release's migration, would keep failing.
   */
  renew(): void {
    this.#generation++
  }
}

/**
 * The name of a prepared statement: a hash of its text instead of a counter, so that the same name means
 * the same statement for clients that share a server connection behind pgbouncer.
 */
function statementName(sql: string): string {
  const cached = names.get(sql)
  if (cached !== undefined) return cached
  if (names.size >= capacity) names.clear()
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32)
  names.set(sql, name)
  return name
}

/** More than the application has, just as an upper bound. */
const capacity = 2000

const names = new Map<string, string>()
