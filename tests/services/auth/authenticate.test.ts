import { expect, test } from 'bun:test'
import { insertSession } from '#db/accounts/sessions.ts'
import { transact } from '#db/engine/transact.ts'
import { createAccessTokens } from '#services/auth/access-tokens.ts'
import { createAuthenticate } from '#services/auth/authenticate.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'

test("authentication succeeds even if the use of a session can't be recorded", async () => {
  const { db, sqlite } = await openTestDatabase()
  let now = Date.now()
  const errors: unknown[] = []
  const accessTokens = await createAccessTokens(new Uint8Array(32), () => now)
  const authenticate = createAuthenticate({
    db,
    accessTokens,
    now: () => now,
    waitForUser: () => undefined,
    onError: (error) => errors.push(error),
  })
  const userId = await insertUser(db)
  const session = await transact(db, userId, (tx) =>
    insertSession(tx, userId, { device: null, userAgent: null }, now),
  )
  const { token } = await accessTokens.sign(userId, session.id, session.expiresAt)
  now += 61_000
  // As on a full or read-only disk.
  sqlite.run('pragma query_only = on')
  expect(await authenticate(token)).toMatchObject({ kind: 'session', user: { id: userId }, session })
  expect(errors).toHaveLength(1)
  sqlite.run('pragma query_only = off')
  expect(await authenticate(token)).toMatchObject({ kind: 'session', session: { lastUsedAt: now } })
  expect(errors).toHaveLength(1)
})
