import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import { translated } from './errors.ts'
import { discard, isLost, noteFailure } from './lost-clients.ts'

/** The key of the lock that serializes transactions on shared data across all nodes. */
const sharedDataLock = 0x52504c47

/** A pooled connection, held for the duration of one Kysely query or one transaction. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: PoolClient
  readonly #scope: TransactionScope | undefined

  /** `scope` is that of the transaction that holds the connection, if any. */
  constructor(client: PoolClient, scope: TransactionScope | undefined) {
    this.client = client
    this.#scope = scope
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#scope?.state === 'ended') throw new TransactionEndedError()
    const { rows, rowCount } = await this.#run(sql, [...parameters])
    // Kysely inferred the row type from the schema.
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  /** Replog reads page by page on both engines; see `visit`. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Begins the transaction and acquires its locks before it reads anything. */
  async begin(): Promise<void> {
    // Pipelined, without waiting for each response.
    const statements = [this.#run('begin')]
    const { userId, alone } = this.#scope ?? {}
    if (userId !== undefined) {
      statements.push(this.#run('select 1 from "users" where "id" = $1 for no key update', [userId]))
    }
    if (alone) statements.push(this.#run(`select pg_advisory_xact_lock(${sharedDataLock})`))
    try {
      await Promise.all(statements)
    } catch (error) {
      await Promise.allSettled(statements)
      await this.rollback()
      throw error
    }
  }

  async commit(): Promise<void> {
    this.#end()
    await this.#run('commit')
  }

  /** Never throws, because the caller needs the error that made the transaction fail. */
  async rollback(): Promise<void> {
    this.#end()
    if (isLost(this.client)) return
    try {
      await this.#run('rollback')
    } catch {
      discard(this.client)
    }
  }

  /** Returns the connection to the pool, unless its state is unknown. */
  release(): void {
    this.client.release(isLost(this.client))
  }

  #end(): void {
    if (this.#scope) this.#scope.state = 'ended'
  }

  async #run(text: string, values: unknown[] = []): Promise<{ rows: unknown[]; rowCount: number | null }> {
    try {
      return await this.client.query({ text, values })
    } catch (error) {
      noteFailure(this.client, error)
      throw translated(error)
    }
  }
}
