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
interface TokenUse {
  readonly generationsBack: number
  readonly waitMs: number
}

const tokenUses = fc.array(
  fc.record({
    generationsBack: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })),
    waitMs: fc.oneof(
      fc.integer({ min: 0, max: refreshGraceMs }),
      fc.constantFrom(refreshGraceMs, refreshGraceMs + 1, 60 * 60 * 1000),
    ),
  }),
  { maxLength: 12 },
)

/** A model of the contract. Knows when each generation of the family was used; the last generation is always unused. */
class Family {
  readonly usedAt: (number | undefined)[] = [undefined]
  hasEnded = false

  use(generation: number, now: number): 'rotated' | 'reused' | 'ended' {
    if (this.hasEnded) return 'ended'
    const firstUse = this.usedAt[generation]
    if (firstUse === undefined) {
      this.usedAt[generation] = now
      this.usedAt.push(undefined)
      return 'rotated'
    }
    if (now - firstUse <= refreshGraceMs && this.usedAt[generation + 1] === undefined) return 'rotated'
    this.hasEnded = true
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

async function expectFollowsModel(db: Db, sequence: readonly TokenUse[]): Promise<void> {
  const family = new Family()
  const userId = await insertUser(db, newId())
  const tokens = [await startFamily(db, userId)]
  let now = 0
  for (const { generationsBack, waitMs } of sequence) {
    now += waitMs
    const generation = Math.max(0, tokens.length - 1 - generationsBack)
    const token = tokens[generation] ?? ''
    const successor = successorOf(token, userId, key)
    const [tokenHash, successorHash] = [secretTokenHash(token), secretTokenHash(successor)]
    const rotation = await transactAccounts(db, (tx) =>
      rotateRefreshToken(tx, { userId, tokenHash }, successorHash, now),
    )
    expect(rotation.kind).toBe(family.use(generation, now))
    if (rotation.kind === 'rotated' && generation === tokens.length - 1) tokens.push(successor)
  }
}

test('a family of refresh tokens follows the contract, whatever the order in which they are used', async () => {
  const { db } = await openTestDatabase()
  await fc.assert(
    fc.asyncProperty(tokenUses, (sequence) => expectFollowsModel(db, sequence)),
    { numRuns: runs(300) },
  )
})
