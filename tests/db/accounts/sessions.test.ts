import { expect, test } from 'bun:test'
import { endAllSessions, findSessionAccess, insertSession, listSessions } from '#db/accounts/sessions.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { transact } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

const anonymous = { device: null, userAgent: null }

test('queries on sessions and users, which most requests need, use an index', async () => {
  const { sqlite } = await openTestDatabase()
  const plan = (sql: string) => runSql(sqlite, `explain query plan ${sql}`).map((row) => String(row[3]))
  const steps = [
    ...plan('select * from users u left join sessions s on s."userId" = u.id and s.id = 2 where u.id = 1'),
    ...plan('select * from sessions where "userId" = 1 and "endedAt" is null order by id desc limit 51'),
    ...plan('select * from "refreshTokens" where "tokenHash" = 1'),
    ...plan('delete from "refreshTokens" where "userId" = 1 and "sessionId" = 2 and "expiresAt" <= 3'),
    ...plan('select * from users where "emailKey" = 1'),
  ]
  expect(steps).toHaveLength(6)
  for (const step of steps) expect(step).toStartWith('SEARCH')
})

test('findSessionAccess finds an open session with its user, until it ends or expires', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const session = await transact(db, userId, (tx) => insertSession(tx, userId, anonymous, 1000))
  const find = (now: number) => findSessionAccess(db, userId, session.id, now)
  expect(await find(1000)).toMatchObject({ kind: 'open', user: { id: userId }, session })
  expect(await find(session.expiresAt - 1)).toMatchObject({ kind: 'open' })
  expect(await find(session.expiresAt)).toEqual({ kind: 'ended' })
  expect(await transact(db, userId, (tx) => endAllSessions(tx, userId, 2000))).toBe(1)
  expect(await find(2000)).toEqual({ kind: 'ended' })
})

test('the profile read with a session contains no password hash or key', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const session = await transact(db, userId, (tx) => insertSession(tx, userId, anonymous, 1000))
  const access = await findSessionAccess(db, userId, session.id, 1000)
  const names = Object.keys(access.kind === 'open' ? access.user : {})
  expect(names).toHaveLength(22)
  for (const secret of ['passwordHash', 'emailKey', 'disabledAt']) expect(names).not.toContain(secret)
})

test('sessions of different users are separate', async () => {
  const { db } = await openTestDatabase()
  const [ada, ben] = [await insertUser(db), await insertUser(db)]
  const session = await transact(db, ada, (tx) => insertSession(tx, ada, anonymous, 1000))
  await transact(db, ben, (tx) => insertSession(tx, ben, anonymous, 1000))
  const page = { limit: 10, before: undefined }
  expect(await listSessions(db, ada, page, 1000)).toEqual([session])
  expect(await findSessionAccess(db, ben, session.id, 1000)).toEqual({ kind: 'ended' })
  await transact(db, ben, (tx) => endAllSessions(tx, ben, 1000))
  expect(await listSessions(db, ada, page, 1000)).toEqual([session])
})
