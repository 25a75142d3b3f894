/** What to ask a server for, over and over. */
export interface LoadOrder {
  readonly port: number
  /** The request as it goes over the wire, headers and body. */
  readonly request: string
  /** The status that every answer must have. */
  readonly status: number
  readonly connections: number
  readonly milliseconds: number
}

/** How it went. */
export interface LoadResult {
  readonly requestsPerSecond: number
  /** Milliseconds from sending a request to the last byte of its answer. */
  readonly medianMs: number
  readonly p99Ms: number
  /**
   * How much of one processor the client itself took, 0–1: near 1, the figure is the client's and not the
   * server's.
   */
  readonly clientBusy: number
}

/** What the client's process answers. */
export type LoadAnswer = { readonly result: LoadResult } | { readonly error: string }
