import { streamsOfUser } from '#events/hints.ts'
import type { AppHandlers } from '#handlers/context.ts'
import { problem } from '#http/response/constructors.ts'

/** Seconds. Dead streams have been detected by then. */
const retryAfterSeconds = 15

/** `GET /api/sync/events` */
export const streamEvents: AppHandlers['streamEvents'] = async ({ headers, principal, hints }) => {
  const last = headers['last-event-id']
  const listener = { userId: principal.user.id, sessionId: principal.session.id }
  const opened = await hints.open(listener, last === undefined ? undefined : Number(last))
  switch (opened.kind) {
    case 'open':
      return { status: 200, body: opened.body, mediaType: 'text/event-stream' }
    case 'too_many':
      return { status: 429, problem: { code: 'too_many_requests', detail: tooMany, retryAfterSeconds } }
    case 'stopping':
      return problem(503, 'unavailable', 'The server is shutting down.')
  }
}

const tooMany = `No more than ${streamsOfUser} streams of a user may be open at a time.`
