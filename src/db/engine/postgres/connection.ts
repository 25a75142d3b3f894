import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import type { Result } from './batch.ts'
import { type LockedUser, lockUser } from './locked-user.ts'
import { isLost, markLost } from './lost-clients.ts'
import { Pipeline } from './pipeline.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** The key of the lock that serializes transactions on shared data across all nodes. */
const sharedDataLock = 0x52504c47

/** Commands for savepoints. They keep the locked user's columns valid: change numbers that they undo aren't reused. */
const savepointCommand = /^(savepoint|release|rollback to) /

/** A pooled connection, held for the duration of one Kysely query or one transaction. */
export class PostgresConnection implements DatabaseConnection {
  readonly locksUser = true
  readonly client: PoolClient
  readonly pipeline: Pipeline
  readonly #scope: TransactionScope | undefined
  readonly #names: StatementNames | undefined
  #locked: Promise<Result> | undefined

  /** `scope` is that of the transaction that holds the connection, if any. */
  constructor(client: PoolClient, scope: TransactionScope | undefined, names: StatementNames | undefined) {
    this.client = client
    this.pipeline = new Pipeline(client, names)
    this.#scope = scope
    this.#names = names
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#scope?.state === 'ended') throw new TransactionEndedError()
    if (!savepointCommand.test(sql)) this.forgetUser()
    // Without parameters it may be several statements, as in migrations.
    const values = parameters.length === 0 ? undefined : parameters
    const { rows, changes } = await this.pipeline.run({ text: sql, values })
    // Kysely inferred the row type from the schema.
    return { rows: rows as R[], numAffectedRows: BigInt(changes) }
  }

  /** Yields all rows at once, because nothing streams queries: Replog reads page by page on both engines. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Begins the transaction and acquires its locks before it reads anything. Doesn't wait for the responses. */
  begin(): void {
    const { userId, commitsAlone } = this.#scope ?? {}
    const [, locked] = this.pipeline.begin([
      namedStatement('begin', [], this.#names),
      ...(userId === undefined ? [] : [namedStatement(lockUser, [userId], this.#names)]),
      ...(commitsAlone ? [{ text: `select pg_advisory_xact_lock(${sharedDataLock})`, values: [] }] : []),
    ])
    this.#locked = userId === undefined ? undefined : locked
  }

  /** The columns of the transaction's user as read when it was locked; undefined once it may have been written. */
  async lockedUser(): Promise<LockedUser | undefined> {
    const [row] = (await this.#locked)?.rows ?? []
    // The columns that `lockUser` selects.
    return row as LockedUser | undefined
  }

  /** Forgets the columns of the transaction's user, because the user is about to be written. */
  forgetUser(): void {
    this.#locked = undefined
  }

  async commit(): Promise<void> {
    this.#end()
    await this.pipeline.commit()
  }

  /** Never throws, because the caller needs the error that made the transaction fail. */
  async rollback(): Promise<void> {
    this.#end()
    if (isLost(this.client)) return
    try {
      await this.pipeline.rollback()
    } catch {
      markLost(this.client)
    }
  }

  /** Returns the connection to the pool, unless its state is unknown. */
  release(): void {
    this.client.release(isLost(this.client))
  }

  #end(): void {
    if (this.#scope) this.#scope.state = 'ended'
  }
}
