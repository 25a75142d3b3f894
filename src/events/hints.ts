import { hasConcurrentWriters } from '#db/engine/concurrent-writers.ts'
import { onUsersChanged } from '#db/engine/process/changed-users.ts'
import { dataVersion } from '#db/engine/sqlite/data-version.ts'
import type { Db } from '#db/schema/index.ts'
import { findWatchedUser, listSeqs } from '#db/sync/watched.ts'
import { EventStream } from './event-stream.ts'

/** Who is listening: a stream ends with its session. */
interface Listener {
  readonly userId: string
  readonly sessionId: string
}

/** The result of opening a stream. */
type OpenResult =
  | { readonly kind: 'open'; readonly body: ReadableStream<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'too_many_streams' }
  | { readonly kind: 'stopping' }

/** The streams that notify clients when there is something to pull. */
export interface Hints {
  /** Opens a stream; `lastSeq` is the number of the last change that the client knows. */
  open(listener: Listener, lastSeq: number | undefined): Promise<OpenResult>
  /** The number of open streams. */
  readonly openStreams: number
  /** Ends all streams, and opens no more. */
  stop(): void
}

/** The options of {@link createHints}. */
export interface HintsOptions {
  readonly db: Db
  /** Milliseconds since 1970 in UTC; the clock unless a test sets it. */
  readonly now?: () => number
  /** The interval of heartbeats and session checks, in milliseconds. */
  readonly heartbeatMs?: number
  /** The interval of checks for writes by other processes, in milliseconds. */
  readonly pollMs?: number
  /** Called with an error that prevented a notification. No other handling is needed: clients pull anyway. */
  onError(error: unknown): void
}

/** The maximum number of open streams per user: tabs and devices, and some dead ones not yet detected. */
export const maxStreamsPerUser = 20

/** How many users to notify before yielding to other work. */
const usersPerTurn = 100

/**
 * Creates the hints of this process. Every commit in this process that changes a user's data is announced to the
 * user's streams on the next turn of the event loop, once for all commits of one turn. Writes by other
 * processes are announced within a second. A stream whose session has ended is closed immediately if this
 * process ended it, otherwise by the next heartbeat.
 */
export function createHints(options: HintsOptions): Hints {
  const { db, now = Date.now, heartbeatMs = 15_000, pollMs = 1000, onError } = options
  const streams = new Map<string, Set<EventStream>>()
  const changedUsers = new Set<string>()
  let openStreams = 0
  let isStopping = false
  let timers: { readonly heartbeat: Timer; readonly poll: Timer } | undefined
  /** SQLite's data version, and each user's last change number, as of the last poll. */
  let version: unknown
  let seqs: ReadonlyMap<string, number> = new Map()

  const notify = async (userId: string): Promise<void> => {
    const watched = await findWatchedUser(db, userId, now())
    for (const stream of streams.get(userId) ?? []) {
      if (watched?.sessions.has(stream.sessionId)) stream.announce(watched.seq)
      else stream.end()
    }
  }

  const notifyAll = async (users: Iterable<string>): Promise<void> => {
    let notified = 0
    for (const userId of users) {
      try {
        await notify(userId)
      } catch (error) {
        onError(error)
      }
      if (++notified % usersPerTurn === 0) await new Promise(setImmediate)
    }
  }

  const flush = () => {
    const users = [...changedUsers]
    changedUsers.clear()
    notifyAll(users)
  }

  const stopListening = onUsersChanged(db, (users) => {
    if (openStreams === 0) return
    for (const userId of users.keys()) {
      if (!streams.has(userId)) continue
      if (changedUsers.size === 0) setImmediate(flush)
      changedUsers.add(userId)
    }
  })

  const heartbeat = async () => {
    await notifyAll([...streams.keys()])
    for (const userStreams of streams.values()) for (const stream of userStreams) stream.heartbeat()
  }

  const poll = async () => {
    try {
      if (hasConcurrentWriters(db)) return await pollUsers()
      const previousVersion = version
      version = dataVersion(db)
      if (version !== previousVersion) await notifyAll([...streams.keys()])
    } catch (error) {
      onError(error)
    }
  }

  /** Notifies the users whose seqs have changed since the last poll, on whichever node. One query reads all seqs. */
  const pollUsers = async () => {
    const previousSeqs = seqs
    seqs = await listSeqs(db, streams.keys())
    await notifyAll([...seqs].flatMap(([userId, seq]) => (previousSeqs.get(userId) === seq ? [] : [userId])))
  }

  const add = (userId: string, stream: EventStream) => {
    const userStreams = streams.get(userId) ?? new Set()
    streams.set(userId, userStreams.add(stream))
    openStreams++
    if (timers) return
    version = dataVersion(db)
    timers = {
      heartbeat: setInterval(heartbeat, heartbeatMs).unref(),
      poll: setInterval(poll, pollMs).unref(),
    }
  }

  const remove = (userId: string, stream: EventStream) => {
    const userStreams = streams.get(userId)
    if (!userStreams?.delete(stream)) return
    if (userStreams.size === 0) streams.delete(userId)
    if (--openStreams > 0 || !timers) return
    clearInterval(timers.heartbeat)
    clearInterval(timers.poll)
    timers = undefined
  }

  return {
    async open({ userId, sessionId }, lastSeq) {
      if (isStopping) return { kind: 'stopping' }
      if ((streams.get(userId)?.size ?? 0) >= maxStreamsPerUser) return { kind: 'too_many_streams' }
      const stream = new EventStream(sessionId, lastSeq, () => remove(userId, stream))
      // Added before announcing the current number, so that no change is missed in between.
      add(userId, stream)
      try {
        await notify(userId)
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
      isStopping = true
      stopListening()
      for (const userStreams of [...streams.values()]) for (const stream of [...userStreams]) stream.end()
    },
  }
}
