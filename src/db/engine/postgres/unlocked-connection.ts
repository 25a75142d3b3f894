import type { DatabaseConnection, QueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { TransactionScope } from '../scope.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'
import type { TransactionConnection } from '../transactions.ts'
import type { UserState } from '../user-state.ts'
import { maxStatements, type Result, type Statement } from './batch.ts'
import { isDuplicateKey, translateError } from './errors.ts'
import { isChangedUser, type LockedUser, setSeq, setSeqIfUnchanged } from './locked-user.ts'
import { discardConnection, isLost, noteQueryFailure } from './lost-clients.ts'
import { areMergeable, mergeWrites, type Write } from './merged-writes.ts'
import type { Statements } from './pipeline.ts'
import type { ReadableTexts } from './readable-texts.ts'
import { runNext, runStatement, sendNow, unsendable } from './run-statement.ts'
import type { SharedConnections } from './shared-connections.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** A transaction needs its user's lock for what it does, or the user is no longer in the expected state. */
export class LockNeededError extends Error {
  override name = 'LockNeededError'
  constructor(cause?: unknown) {
    super('the transaction must run again with a lock on its user', { cause })
  }
}

/** What an {@link UnlockedConnection} uses of its server. */
interface Server {
  readonly pool: Pool
  readonly sharedConnections: SharedConnections
  readonly names: StatementNames | undefined
  readonly readableTexts: ReadableTexts
}

/** The batch also begins the transaction, sets the user's `seq`, and commits. */
const maxWrites = maxStatements - 3

/**
 * A transaction that only locks its user together with its writes, which are all sent in one batch: they take effect if
 * the user's `seq` is still the one that was read before everything else, so that nothing else that was read can have
 * changed either. That saves a round trip and two statements. If the transaction needs anything that this can't do, it
 * throws {@link LockNeededError}.
 */
export class UnlockedConnection implements DatabaseConnection, TransactionConnection, Statements {
  readonly pipeline: Statements = this
  readonly #server: Server
  readonly #scope: TransactionScope
  readonly #expected: UserState
  readonly #user: LockedUser
  readonly #writes: Write[] = []
  /** Whether it has asked for anything that needs the lock, even if the error was swallowed. */
  #needsLock = false

  constructor(server: Server, scope: TransactionScope, expected: UserState) {
    this.#server = server
    this.#scope = scope
    this.#expected = expected
    this.#user = { ...expected }
  }

  begin(): void {}

  lockedUser(): Promise<LockedUser> {
    return Promise.resolve(this.#user)
  }

  /** Only `setSeq` may write the user. */
  forgetUser(): void {}

  /** Runs a read on any connection. */
  async read(statement: Statement): Promise<Result> {
    if (this.#writes.length > 0 || !this.#server.readableTexts.has(statement.text)) throw this.#lockNeeded()
    try {
      return await this.#server.sharedConnections.run(statement)
    } catch (error) {
      throw this.#failed(error, [statement])
    }
  }

  async run(): Promise<Result> {
    throw this.#lockNeeded()
  }

  async send(write: Write): Promise<void> {
    const fault = unsendable(write.values)
    if (fault) throw fault
    // Part of the condition.
    if (write.text === setSeq && this.#user.seq === this.#expected.seq + 1) return
    if (write.text.startsWith('update "users"')) throw this.#lockNeeded()
    this.#writes.push(write)
  }

  async settled(): Promise<void> {}

  async recover(): Promise<void> {}

  /** For savepoints and statements that aren't prepared. */
  async executeQuery<R>(): Promise<QueryResult<R>> {
    throw this.#lockNeeded()
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>()
  }

  async commit(): Promise<void> {
    this.#scope.state = 'ended'
    if (this.#needsLock) throw this.#lockNeeded()
    if (this.#writes.length === 0 && this.#user.seq === this.#expected.seq) return
    const writes = inFewStatements(this.#writes)
    if (this.#user.seq === this.#expected.seq || writes.length > maxWrites) throw this.#lockNeeded()
    const client = await this.#acquire()
    const { names } = this.#server
    const { userId } = this.#scope
    const { seq, horizon, timeZone, dayStartHour } = this.#expected
    const values = [this.#user.seq, userId, seq, horizon, timeZone, dayStartHour]
    const statements = [
      namedStatement('begin', [], names),
      namedStatement(setSeqIfUnchanged, values, names),
      ...writes.map(({ text, values }) => namedStatement(text, values, names)),
      namedStatement('commit', [], names),
    ]
    try {
      const results = statements.map((statement) => runNext(client, statement))
      sendNow(client)
      await Promise.all(results)
    } catch (error) {
      noteQueryFailure(client, error)
      await this.#undo(client)
      throw this.#failed(error, statements)
    } finally {
      client.release(isLost(client))
    }
  }

  /** Nothing was written, or `commit` has undone it. */
  async rollback(): Promise<void> {
    this.#scope.state = 'ended'
  }

  release(): void {}

  async #acquire(): Promise<PoolClient> {
    try {
      return await this.#server.pool.connect()
    } catch (error) {
      throw translateError(error)
    }
  }

  async #undo(client: PoolClient): Promise<void> {
    if (isLost(client)) return
    try {
      await runStatement(client, namedStatement('rollback', [], this.#server.names))
    } catch {
      discardConnection(client)
    }
  }

  #lockNeeded(): LockNeededError {
    this.#needsLock = true
    return new LockNeededError()
  }

  /** The error to throw after a failure, of which the server has undone everything if it has reported it. */
  #failed(error: unknown, statements: readonly Statement[]): unknown {
    for (const statement of statements) this.#server.names?.renewAfter(error, statement)
    const translated = translateError(error)
    return isChangedUser(error) || isDuplicateKey(error) || translated instanceof TransactionConflictError
      ? new LockNeededError(error)
      : translated
  }
}

/** Merges writes in order, so that they take as few statements as possible. */
function inFewStatements(writes: readonly Write[]): Write[] {
  const groups: Write[][] = []
  for (const write of writes) {
    const last = groups.at(-1)
    if (last && areMergeable([...last, write])) last.push(write)
    else groups.push([write])
  }
  return groups.map(mergeWrites)
}
