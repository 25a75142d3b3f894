/** What another user does in the meantime. */
export interface BystanderOrder {
  readonly url: string
  readonly token: string
}

/** The longest response times, in milliseconds, since they were last asked for. */
export interface Worst {
  readonly readMs: number
  readonly writeMs: number
}

/** From the bystander's process: that it has started, or the longest response times. */
export type BystanderResult = { readonly ready: true } | { readonly worst: Worst }
