import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { testApp } from '#tests/support/app.ts'
import { Player } from './player.ts'
import type { FuzzRequest } from './request.ts'
import { fuzzRequests } from './requests.ts'

/** The total number of requests; `FUZZ=100000 bun test tests/contract/fuzz` sends more. */
const total = Number(process.env.FUZZ ?? 600)
/** The number of concurrent users, and of consecutive requests of each. */
const [users, perUser] = [4, 25]
/** The seed: different in each run, unless `FUZZ_SEED` repeats the requests of an earlier run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

const app = await testApp()
const otherUser = await app.register()
const statuses = new Map<number, number>()

async function playAll(requests: readonly FuzzRequest[]): Promise<void> {
  const player = await Player.start(app, otherUser)
  for (const request of requests) {
    const status = await player.play(request).catch((cause: unknown) => {
      throw new Error(`${cause}\n  to ${JSON.stringify(request)}`, { cause })
    })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
}

test(
  `${total} valid and invalid requests generated from the contract get the declared responses`,
  async () => {
    process.stderr.write(`fuzz: FUZZ=${total} FUZZ_SEED=${seed}\n`)
    const sequence = fc.array(fuzzRequests, { minLength: perUser, maxLength: perUser, size: 'max' })
    await fc.assert(
      fc.asyncProperty(fc.array(sequence, { minLength: users, maxLength: users, size: 'max' }), (sequences) =>
        Promise.all(sequences.map(playAll)).then(() => undefined),
      ),
      // The error shows the failing request; shrinking the earlier steps would take minutes.
      { numRuns: Math.ceil(total / (users * perUser)), seed, endOnFailure: true },
    )
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
    process.stderr.write(`fuzz: ${counts.join(', ')}\n`)
    // A run in which nearly all requests are rejected would test little. About 29% succeed, and 24 to 34% in most runs.
    const successes = [...statuses]
      .filter(([status]) => status < 400)
      .reduce((sum, [, count]) => sum + count, 0)
    expect(successes).toBeGreaterThan(total / 6)
  },
  60_000 + total * 50,
)
