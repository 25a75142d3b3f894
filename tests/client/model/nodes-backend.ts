import { endAllSessions } from '#db/accounts/sessions.ts'
import { transact } from '#db/engine/transact.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { LogLine } from '#tests/support/log-lines.ts'
import type { Backend } from './backend.ts'
import { createAccount, handleWithTrace, logIn, takeErrorFrom } from './backend-parts.ts'
import { serve } from './serve.ts'

/** How many nodes share the database. */
const count = 2

/** Several nodes with one PostgreSQL database, which handle requests in turn. The database is not backed up. */
export async function openNodes(url: string): Promise<Backend> {
  const logged: LogLine[] = []
  const time = { now: 0 }
  const now = () => time.now
  const open = async () => {
    const { db, close } = await openPostgres({ url, durable: false, connections: 5 })
    return { db, close, ...(await serve(db, now, logged)) }
  }
  const nodes = [await open()]
  while (nodes.length < count) nodes.push(await open())
  let [turn, busy] = [0, 0]
  const next = () => nodes[turn++ % count] ?? missing()
  const close = async (node: (typeof nodes)[number]) => {
    node.hints.stop()
    await new Promise(setImmediate)
    await node.close()
  }

  const backend: Backend = {
    get now() {
      return time.now
    },
    set now(value) {
      time.now = value
    },
    get db() {
      return next().db
    },
    get isBusy() {
      return busy > 0
    },
    trace: undefined,
    takeError: () => takeErrorFrom(logged),
    async handle(request) {
      busy++
      try {
        const { handle } = next()
        return await handleWithTrace(backend, request, handle)
      } finally {
        busy--
      }
    },
    createAccount: (email) => createAccount(next().db, email, time.now),
    logIn(email) {
      const { db, accounts } = next()
      return logIn(db, accounts, email, time.now)
    },
    async revoke(userId) {
      await transact(next().db, userId, (tx) => endAllSessions(tx, userId, time.now))
    },
    async collect() {
      await collectExpired(next().db, time.now)
    },
    async restart() {
      const index = turn % count
      await close(nodes[index] ?? missing())
      nodes[index] = await open()
    },
    backup: notBackedUp,
    restore: notBackedUp,
    async close() {
      await Promise.all(nodes.map(close))
    },
  }
  return backend
}

function notBackedUp(): never {
  throw new Error('a database on a server is not backed up by Replog')
}

function missing(): never {
  throw new Error('the node does not exist')
}
