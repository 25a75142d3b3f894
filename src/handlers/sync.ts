import { Type } from '@sinclair/typebox'
import type { Schemas } from '#generated/types.ts'
import type { ProblemOf } from '#http/contract-types.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { ok } from '#http/response/constructors.ts'
import { plainValue } from '#lib/json-text.ts'
import { pullChanges } from '#services/sync/pull.ts'
import { type PushResult, pushMutations } from '#services/sync/push.ts'
import type { AppHandlers } from './context.ts'
import { problemFor } from './problems.ts'
import { readCursor } from './respond-with-page.ts'

const counter = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

const cursor = new Cursor(
  'pullChanges',
  Type.Object({ epoch: Type.String(), seq: counter, floor: counter }, { additionalProperties: false }),
)

/** The handlers of the Sync tag. */
export const sync = {
  async pullChanges({ query, principal: { user }, db }) {
    // Binds the cursor to the user, as other cursors are bound to filters.
    const scope = { user: user.id }
    const start = readCursor(cursor, scope, query.cursor)
    if (start.kind !== 'position') return problemFor(start)
    const pulled = await pullChanges(db, user, start.after, query.limit)
    if (pulled.kind !== 'pulled') return problemFor(pulled)
    const { items, hasMore, end } = pulled
    const { epoch, seq } = end
    return ok({ items, nextCursor: cursor.encode(scope, end), hasMore, epoch, seq })
  },

  async pushMutations({ body: { epoch, mutations }, principal: { user, session }, db, now, log, problemOf }) {
    const pushed = await pushMutations({
      db,
      user,
      sessionId: session.id,
      epoch,
      mutations,
      now,
      onError: (error, mutationId) => log.error({ err: error, mutationId }, 'failed to apply a mutation'),
    })
    if (pushed.kind !== 'pushed') return problemFor(pushed)
    return ok({
      results: pushed.results.map((result) => presentResult(result, problemOf)),
      epoch: pushed.epoch,
    })
  },

  async streamEvents({ headers, principal, hints }) {
    const lastEventId = headers['last-event-id']
    const listener = { userId: principal.user.id, sessionId: principal.session.id }
    const opened = await hints.open(listener, lastEventId === undefined ? undefined : Number(lastEventId))
    if (opened.kind !== 'open') return problemFor(opened)
    return { status: 200, body: opened.body, mediaType: 'text/event-stream' }
  },
} satisfies Partial<AppHandlers>

function presentResult(result: PushResult, problemOf: ProblemOf): Schemas['SyncResult'] {
  const { kind, mutationId } = result
  switch (kind) {
    case 'applied':
    case 'duplicate':
      return { outcome: kind, mutationId, revision: result.revision }
    case 'conflict':
      return { outcome: kind, mutationId, current: plainValue(result.current) }
    case 'rejected': {
      const { status, problem } = problemFor(result.failure)
      const optionalId = mutationId !== undefined && { mutationId }
      return { outcome: kind, ...optionalId, problem: problemOf(status, problem) }
    }
  }
}
