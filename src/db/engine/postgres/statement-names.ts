import { createHash } from 'node:crypto'

/**
 * The name under which a connection prepares a statement: a hash of its text, and not a counter, so that two
 * clients that share a server connection behind pgbouncer mean the same statement by the same name.
 */
export function statementName(sql: string): string {
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
