import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import { type LockedUser, lockUser } from './locked-user.ts'
import { discard, isLost } from './lost-clients.ts'
import { type Answer, type NameOf, Pipeline } from './pipeline.ts'

/** The key of the lock that serializes transactions on shared data across all nodes. */
const sharedDataLock = 0x52504c47

/** Commands that leave what is known of the user valid: numbers of changes that they undo aren't given again. */
const ofSavepoint = /^(savepoint|release|rollback to) /

/** A pooled connection, held for the duration of one Kysely query or one transaction. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: PoolClient
  readonly pipeline: Pipeline
  readonly #scope: TransactionScope | undefined
  #locked: Promise<Answer> | undefined

  /** `scope` is that of the transaction that holds the connection, if any. */
  constructor(client: PoolClient, scope: TransactionScope | undefined) {
    this.client = client
    this.pipeline = new Pipeline(client)
    this.#scope = scope
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#scope?.state === 'ended') throw new TransactionEndedError()
    if (!ofSavepoint.test(sql)) this.forgetUser()
    const { rows, rowCount } = await this.pipeline.run({ text: sql, values: [...parameters] })
    // Kysely inferred the row type from the schema.
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  /** Replog reads page by page on both engines; see `visit`. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Begins the transaction and acquires its locks before it reads anything. Doesn't wait for the responses. */
  begin(nameOf: NameOf): void {
    const { userId, alone } = this.#scope ?? {}
    const name = nameOf(lockUser)
    const [, locked] = this.pipeline.begin([
      { text: 'begin', values: [] },
      ...(userId === undefined
        ? []
        : [{ ...(name !== undefined && { name }), text: lockUser, values: [userId] }]),
      ...(alone ? [{ text: `select pg_advisory_xact_lock(${sharedDataLock})`, values: [] }] : []),
    ])
    this.#locked = userId === undefined ? undefined : locked
  }

  /** What is known of the transaction's user, unless the transaction has written it. */
  async lockedUser(): Promise<LockedUser | undefined> {
    const [row] = (await this.#locked)?.rows ?? []
    // The columns that `lockUser` selects.
    return row as LockedUser | undefined
  }

  /** Forgets what is known of the transaction's user, because it is about to be written. */
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
      await this.client.query('rollback')
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
}
