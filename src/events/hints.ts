import { onUsersChanged } from '#db/engine/process/changed-users.ts'
import { dataVersion } from '#db/engine/sqlite/data-version.ts'
import type { Db } from '#db/schema/index.ts'
import { findWatched } from '#db/sync/watched.ts'
import { EventStream } from './event-stream.ts'

/** Who is listening: a stream ends with its session. */
export interface Listener {
  readonly userId: string
  readonly sessionId: string
}

/** A stream to send, or why there is none. */
export type Opened =
  | { readonly kind: 'open'; readonly body: ReadableStream<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'too_many_streams' }
  | { readonly kind: 'stopping' }

/** The streams that tell clients when there is something to pull. */
export interface Hints {
  /** Opens a stream; `told` is the number of the last change that the client knows of. */
  open(listener: Listener, told: number | undefined): Promise<Opened>
  /** How many streams are open. */
  readonly openStreams: number
  /** Ends all streams, and opens no more. */
  stop(): void
}

/** What the hints are built from. */
export interface HintsOptions {
  readonly db: Db
  /** Milliseconds since 1970 in UTC; the clock unless a test sets it. */
  readonly now?: () => number
  /** How often a stream sends a heartbeat and its session is checked. Milliseconds. */
  readonly heartbeatMs?: number
  /** How often to check whether another process has written. Milliseconds. */
  readonly pollMs?: number
  /**
   * Called with what kept streams from being told. It need not end anything: pulling is the source of truth.
   */
  onError(error: unknown): void
}

/** How many streams a user may have open: tabs and devices, and some that died unnoticed. */
export const maxStreamsPerUser = 20

/** How many users are served before other work gets its turn. */
const usersAtOnce = 100

/**
 * Creates a server's hints. Every commit in this process that changes a user's data is announced to the
 * user's streams on the next turn of the event loop, several commits in one turn once; what another process
 * wrote, within a second. A stream whose session has ended is closed at once if this process ended it, else
 * at the next heartbeat.
 */
export function createHints(options: HintsOptions): Hints {
  const { db, now = Date.now, heartbeatMs = 15_000, pollMs = 1000, onError } = options
  const streams = new Map<string, Set<EventStream>>()
  const changed = new Set<string>()
  let openStreams = 0
  let stopping = false
  let timers: { readonly beat: Timer; readonly poll: Timer } | undefined
  let version: unknown

  const look = async (userId: string): Promise<void> => {
    const watched = await findWatched(db, userId, now())
    for (const stream of streams.get(userId) ?? []) {
      if (watched?.sessions.has(stream.sessionId)) stream.tell(watched.seq)
      else stream.end()
    }
  }

  const lookAfter = async (users: Iterable<string>): Promise<void> => {
    let looked = 0
    for (const userId of users) {
      try {
        await look(userId)
      } catch (error) {
        onError(error)
      }
      if (++looked % usersAtOnce === 0) await new Promise(setImmediate)
    }
  }

  const flush = () => {
    const users = [...changed]
    changed.clear()
    lookAfter(users)
  }

  const stopListening = onUsersChanged(db, (users) => {
    if (openStreams === 0) return
    for (const userId of users) {
      if (!streams.has(userId)) continue
      if (changed.size === 0) setImmediate(flush)
      changed.add(userId)
    }
  })

  const beat = async () => {
    await lookAfter([...streams.keys()])
    for (const ofUser of streams.values()) for (const stream of ofUser) stream.beat()
  }

  const poll = () => {
    try {
      const before = version
      version = dataVersion(db)
      if (version !== before) lookAfter([...streams.keys()])
    } catch (error) {
      onError(error)
    }
  }

  const add = (userId: string, stream: EventStream) => {
    const ofUser = streams.get(userId) ?? new Set()
    streams.set(userId, ofUser.add(stream))
    openStreams++
    if (timers) return
    version = dataVersion(db)
    timers = { beat: setInterval(beat, heartbeatMs).unref(), poll: setInterval(poll, pollMs).unref() }
  }

  const remove = (userId: string, stream: EventStream) => {
    const ofUser = streams.get(userId)
    if (!ofUser?.delete(stream)) return
    if (ofUser.size === 0) streams.delete(userId)
    if (--openStreams > 0 || !timers) return
    clearInterval(timers.beat)
    clearInterval(timers.poll)
    timers = undefined
  }

  return {
    async open({ userId, sessionId }, told) {
      if (stopping) return { kind: 'stopping' }
      if ((streams.get(userId)?.size ?? 0) >= maxStreamsPerUser) return { kind: 'too_many_streams' }
      const stream = new EventStream(sessionId, told, () => remove(userId, stream))
      // Before the current number is announced, so that no change slips through in between.
      add(userId, stream)
      try {
        await look(userId)
      } catch (error) {
        stream.end()
        throw error
      }
      return { kind: 'open', body: stream.body }
    },

    get openStreams() {
      return openStreams
    },

    stop() {
      stopping = true
      stopListening()
      for (const ofUser of [...streams.values()]) for (const stream of [...ofUser]) stream.end()
    },
  }
}
