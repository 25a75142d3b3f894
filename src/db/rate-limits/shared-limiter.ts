import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { type CreateLimiter, memoryLimiter } from '#lib/limiter.ts'
import { type PostgresDirect, postgresOf } from '../engine/postgres/direct.ts'
import type { Db } from '../schema/index.ts'

/** A query of the limiter's. */
interface LimiterQuery {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Counts where all processes that serve the database see it: in the database if there may be several, else in
 * memory. While the database is not reachable, each process counts by itself.
 */
export function sharedLimiter(db: Db): CreateLimiter {
  const postgres = postgresOf(db)
  if (!postgres) return memoryLimiter
  return (name, policy) =>
    new RateLimiterPostgres({
      storeClient: clientOf(postgres),
      storeType: 'pool',
      tableName: 'rateLimits',
      tableCreated: true,
      keyPrefix: name,
      points: policy.points,
      duration: policy.seconds,
      insuranceLimiter: memoryLimiter(name, policy),
      // Whoever reaches a limit is refused without asking the database again.
      inMemoryBlockOnConsumed: policy.points + 1,
    })
}

/** What the limiter takes for a client of pg's: its statements are named, and fail, as all others do. */
function clientOf(postgres: PostgresDirect) {
  return {
    async query({ text, values }: LimiterQuery) {
      const { rows, changes } = await postgres.run(text, values)
      return { rows, rowCount: changes }
    },
  }
}
