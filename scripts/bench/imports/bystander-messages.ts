/** The bystander's task. */
export interface BystanderOrder {
  readonly url: string
  readonly token: string
}

/** The longest response times, in milliseconds, since they were last requested. */
export interface Worst {
  readonly readMs: number
  readonly writeMs: number
}

/** A message from the bystander's process: that it has started, or the longest response times. */
export type BystanderResult = { readonly ready: true } | { readonly worst: Worst }
