import { type CreateLimiter, memoryLimiter } from '#lib/limiter.ts'
import type { PostgresDirect } from '../engine/postgres/direct.ts'
import { postgresOf } from '../engine/postgres/direct-of.ts'
import type { Db } from '../schema/index.ts'

interface LimiterQuery {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Counts in the database if several processes may be serving it, otherwise in memory. While the database
 * is unreachable, each process counts separately.
 */
export async function sharedLimiter(db: Db): Promise<CreateLimiter> {
  const postgres = postgresOf(db)
  if (!postgres) return memoryLimiter
  const { default: RateLimiterPostgres } = await import('rate-limiter-flexible/lib/RateLimiterPostgres.js')
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
      // A client at its limit is rejected without querying the database again.
      inMemoryBlockOnConsumed: policy.points + 1,
    })
}

/**
 * A client with the part of pg's interface that the limiter uses. Names statements and translates errors like all
 * other queries.
 */
function clientOf(postgres: PostgresDirect) {
  return {
    async query({ text, values }: LimiterQuery) {
      const { rows, changes } = await postgres.run(text, values)
      return { rows, rowCount: changes }
    },
  }
}
