/** The server that the bystander uses, and the access token to use it with. */
export interface BystanderTask {
  readonly url: string
  readonly token: string
}

/** The longest response times, in milliseconds, since they were last requested. */
export interface LongestWaits {
  readonly readMs: number
  readonly writeMs: number
}

/** A message from the bystander's process: that it has started, or the longest response times. */
export type BystanderMessage = { readonly ready: true } | { readonly longestWaits: LongestWaits }
