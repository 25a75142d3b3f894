/** What to request from a server, over and over. */
export interface LoadOrder {
  readonly port: number
  /** The request's bytes on the wire, headers and body; of several, each connection has its own. */
  readonly request: string | readonly string[]
  /** The status that every response must have. */
  readonly status: number
  readonly connections: number
  readonly milliseconds: number
}

/** The results. */
export interface LoadResult {
  readonly requestsPerSecond: number
  /** Milliseconds from sending a request to the last byte of its response. */
  readonly medianMs: number
  readonly p99Ms: number
  readonly slowestMs: number
  /**
   * How much of one CPU the client itself used, 0–1: near 1, the figure measures the client and not the
   * server.
   */
  readonly clientBusy: number
}

/** What the client's process sends back. */
export type LoadReport = { readonly result: LoadResult } | { readonly error: string }
