import type { Pool, PoolClient } from 'pg'
import { acquireClient } from './acquire-client.ts'
import type { Statement } from './batch.ts'
import type { Commits } from './commits.ts'
import { isLost, markLost, noteQueryFailure } from './lost-clients.ts'
import { runNext, runStatement, sendNow } from './run-statement.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** Commits transactions on a cluster, whose workers would commit each statement of a batch by itself. */
export class ClusterCommits implements Commits {
  readonly #pool: Pool
  readonly #names: StatementNames | undefined

  constructor(pool: Pool, names: StatementNames | undefined) {
    this.#pool = pool
    this.#names = names
  }

  async run(_userId: string, statements: readonly Statement[]): Promise<void> {
    const client = await acquireClient(this.#pool)
    const transaction = [this.#command('begin'), ...statements, this.#command('commit')]
    try {
      const results = transaction.map((statement) => runNext(client, statement))
      sendNow(client)
      await Promise.all(results)
    } catch (error) {
      noteQueryFailure(client, error)
      await this.#rollBack(client)
      throw error
    } finally {
      client.release(isLost(client))
    }
  }

  async #rollBack(client: PoolClient): Promise<void> {
    if (isLost(client)) return
    try {
      await runStatement(client, this.#command('rollback'))
    } catch {
      markLost(client)
    }
  }

  #command(text: string): Statement {
    return namedStatement(text, [], this.#names)
  }
}
