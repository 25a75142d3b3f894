import { createHash } from 'node:crypto'

/** The names under which the connections of one pool prepare statements. */
export class StatementNames {
  #generation = 0

  /** The name of a statement. */
  of(sql: string): string {
    return this.#generation === 0 ? statementName(sql) : `${statementName(sql)}.${this.#generation}`
  }

  /**
   * Lets every connection prepare its statements anew. A statement that was prepared before its tables changed, as a
   * newer release's migration does while this node runs, fails as long as it is used.
   */
  renew(): void {
    this.#generation++
  }
}

/**
 * The name under which a connection prepares a statement: a hash of its text, and not a counter, so that two
 * clients that share a server connection behind pgbouncer mean the same statement by the same name.
 */
function statementName(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= capacity) names.clear()
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32)
  names.set(sql, name)
  return name
}

/** More texts than the application has; a bound all the same. */
const capacity = 2000

const names = new Map<string, string>()
