/**
 * A user's session that a node has seen open, but not yet for this request. A transaction that is given it saves its
 * writes only if the session is still open, and the user's profile is the same.
 */
export interface PresumedSession {
  readonly id: string
  /** The revision of the user's profile. */
  readonly revision: number
  /** Milliseconds since 1970 in UTC. */
  readonly now: number
  /** `sent` from when the writes are sent until the server has reported whether they took effect. */
  state: 'unchecked' | 'sent' | 'open'
}
