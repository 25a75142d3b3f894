import { endAllSessions } from '#db/accounts/sessions.ts'
import { transact } from '#db/engine/transact.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Logged } from '#tests/support/logged.ts'
import type { Backend } from './backend.ts'
import { faultIn, logIn, newAccount, traced } from './backend-parts.ts'
import { serve } from './serve.ts'

/** How many nodes share the database. */
const count = 2

/** Several nodes with one PostgreSQL database, which get the requests in turn. It is not backed up. */
export async function openNodes(url: string): Promise<Backend> {
  const logged: Logged[] = []
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
    takeFault: () => faultIn(logged),
    async handle(request) {
      busy++
      try {
        const { handle } = next()
        return await traced(backend, request, handle)
      } finally {
        busy--
      }
    },
    newAccount: (email) => newAccount(next().db, email, time.now),
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
      const place = turn % count
      await close(nodes[place] ?? missing())
      nodes[place] = await open()
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
  throw new Error('there are as many nodes as were opened')
}
