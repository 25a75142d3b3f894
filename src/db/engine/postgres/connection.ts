import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import { translated } from './errors.ts'
import { discard, isLost, noteFailure } from './lost-clients.ts'

/** The key of the lock that one transaction on what all users share holds at a time, on any node. */
const sharedDataLock = 0x52504c47

/** A connection of the pool, held for as long as one query of Kysely's or one transaction needs it. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: PoolClient
  readonly #scope: TransactionScope | undefined

  /** `scope`: of the transaction that has the connection, if one has. */
  constructor(client: PoolClient, scope: TransactionScope | undefined) {
    this.client = client
    this.#scope = scope
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#scope?.state === 'ended') throw new TransactionEndedError()
    const { rows, rowCount } = await this.#run(sql, [...parameters])
    // The row type is the query's own: Kysely inferred it from the schema.
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  /** Replog reads page by page on both engines; see `visit`. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Begins the transaction and takes the locks that come before anything it reads. */
  async begin(): Promise<void> {
    // Sent at once, without waiting for one before the next.
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

  /** Never throws: what made the transaction fail is what its caller has to know. */
  async rollback(): Promise<void> {
    this.#end()
    if (isLost(this.client)) return
    try {
      await this.#run('rollback')
    } catch {
      discard(this.client)
    }
  }

  /** Returns the connection, unless its state isn't known. */
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
