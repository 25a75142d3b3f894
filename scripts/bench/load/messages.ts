/** The requests to send to a server repeatedly. */
export interface LoadTask {
  readonly port: number
  /** The request's bytes on the wire, headers and body; if there are several, each connection has its own. */
  readonly request: string | readonly string[]
  /** The status that every response must have. */
  readonly status: number
  readonly connections: number
  readonly milliseconds: number
}

/** The results of a task. */
export interface LoadResult {
  readonly requestsPerSecond: number
  /** Milliseconds from sending a request to the last byte of its response. */
  readonly medianMs: number
  readonly p99Ms: number
  readonly slowestMs: number
  /**
   * The share of one CPU that the client used, 0–1. Near 1, the figure measures the client instead of the
   * server.
   */
  readonly clientBusy: number
}

/** A message from the client process. */
export type LoadReport = { readonly result: LoadResult } | { readonly error: string }
