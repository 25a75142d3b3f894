/** How to connect to the PostgreSQL server that stores the data. */
export interface ServerConfig {
  /** `postgres://user:password@host:port/database` */
  readonly url: string
  /** The maximum number of connections of this process. */
  readonly connections: number
  /** Whether statements are prepared once per connection, which some poolers don't support. */
  readonly preparesStatements: boolean
}

/** The default number of connections per process. */
export const defaultConnections = 10

/**
 * The text, if it is the URL of a PostgreSQL database with a host and a database name; otherwise
 * undefined.
 */
export function parsePostgresUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return undefined
  return url.hostname !== '' && url.pathname.length > 1 ? text : undefined
}

/** Parses a number of connections, 1–1000; undefined for any other text. */
export function parseConnectionCount(text: string): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= 1000 ? value : undefined
}
