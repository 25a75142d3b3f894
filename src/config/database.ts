/** How to reach the PostgreSQL server that has the data. */
export interface ServerConfig {
  /** `postgres://user:password@host:port/database` */
  readonly url: string
  /** At most so many connections of this process. */
  readonly connections: number
  /** Whether statements are prepared by name. */
  readonly named: boolean
}

/** How many connections a process has at most, unless it is told otherwise. */
export const defaultConnections = 10

/** A URL of a database on PostgreSQL with a host and a database, or undefined. */
export function postgresUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return undefined
  return url.hostname !== '' && url.pathname.length > 1 ? text : undefined
}

/** A number of connections, 1–1000, or undefined. */
export function connectionCount(text: string): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= 1000 ? value : undefined
}
