import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { insertRefreshToken, refreshGraceMs, rotateRefreshToken } from '#db/accounts/refresh-tokens.ts'
import { insertSession } from '#db/accounts/sessions.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import { newId } from '#lib/new-id.ts'
import { newSecretToken, secretTokenHash, successorOf } from '#services/auth/secret-token.ts'
import { runs } from '#tests/support/runs.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

const key = new Uint8Array(32).fill(5)

/** A use of a token: its age in generations, and the time since the previous use. */
interface Step {
  readonly back: number
  readonly waitMs: number
}

const steps = fc.array(
  fc.record({
    back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })),
    waitMs: fc.oneof(
      fc.integer({ min: 0, max: refreshGraceMs }),
      fc.constantFrom(refreshGraceMs, refreshGraceMs + 1, 60 * 60 * 1000),
    ),
  }),
  { maxLength: 12 },
)

/** A model of the contract: when each generation of a family was used; the last one is unused. */
class Family {
  readonly usedAt: (number | undefined)[] = [undefined]
  ended = false

  present(generation: number, now: number): 'rotated' | 'reused' | 'ended' {
    if (this.ended) return 'ended'
    const used = this.usedAt[generation]
    if (used === undefined) {
      this.usedAt[generation] = now
      this.usedAt.push(undefined)
      return 'rotated'
    }
    if (now - used <= refreshGraceMs && this.usedAt[generation + 1] === undefined) return 'rotated'
    this.ended = true
    return 'reused'
  }
}

async function startFamily(db: Db, userId: string): Promise<string> {
  const token = newSecretToken(userId)
  await transact(db, userId, async (tx) => {
    const session = await insertSession(tx, userId, { device: null, userAgent: null }, 0)
    await insertRefreshToken(tx, userId, session, secretTokenHash(token), 0)
  })
  return token
}

async function check(db: Db, sequence: readonly Step[]): Promise<void> {
  const family = new Family()
  const userId = await insertUser(db, newId())
  const tokens = [await startFamily(db, userId)]
  let now = 0
  for (const { back, waitMs } of sequence) {
    now += waitMs
    const generation = Math.max(0, tokens.length - 1 - back)
    const token = tokens[generation] ?? ''
    const successor = successorOf(token, userId, key)
    const [tokenHash, successorHash] = [secretTokenHash(token), secretTokenHash(successor)]
    const rotation = await transactAccounts(db, (tx) =>
      rotateRefreshToken(tx, { userId, tokenHash }, successorHash, now),
    )
    expect(rotation.kind).toBe(family.present(generation, now))
    if (rotation.kind === 'rotated' && generation === tokens.length - 1) tokens.push(successor)
  }
}

test('a family of refresh tokens follows the contract, whatever the order of use', async () => {
  const { db } = await openTestDatabase()
  await fc.assert(
    fc.asyncProperty(steps, (sequence) => check(db, sequence)),
    { numRuns: runs(300) },
  )
})
