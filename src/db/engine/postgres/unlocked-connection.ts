import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { Unavailable } from '#lib/unavailable.ts'
import type { TransactionScope } from '../scope.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'
import type { TransactionConnection } from '../transactions.ts'
import type { UserState } from '../user-state.ts'
import { maxStatements, type Result, type Statement } from './batch.ts'
import type { Commits } from './commits.ts'
import { translateError } from './errors.ts'
import { LockNeededError } from './lock-needed.ts'
import { type LockedUser, setSeq, setSeqIfSessionIsOpen, setSeqIfUnchanged } from './locked-user.ts'
import { isReported } from './lost-clients.ts'
import { areMergeable, mergeWrites, type Write } from './merged-writes.ts'
import type { Statements } from './pipeline.ts'
import type { ReadableTexts } from './readable-texts.ts'
import { unsendable } from './run-statement.ts'
import type { SharedConnections } from './shared-connections.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** What an {@link UnlockedConnection} uses of its server. */
interface Server {
  readonly sharedConnections: SharedConnections
  readonly names: StatementNames | undefined
  readonly readableTexts: ReadableTexts
  readonly commits: Commits
}

/** The batch also contains the statement that sets the user's `seq` and, on a cluster, `begin` and `commit`. */
const maxWrites = maxStatements - 3

/**
 * A transaction that locks its user only with its writes, which are all sent in one batch: they take effect if the
 * user's state is still the one that was read first, in which case nothing else that was read has changed either. That
 * saves a round trip and up to four statements. If the transaction needs anything that this can't do, it throws a
 * {@link LockNeededError}.
 */
export class UnlockedConnection implements DatabaseConnection, TransactionConnection, Statements {
  readonly locksUser = false
  readonly pipeline: Statements = this
  readonly #server: Server
  readonly #scope: TransactionScope
  readonly #expected: UserState
  readonly #user: LockedUser
  readonly #writes: Write[] = []
  /** The number of writes when each open savepoint began, by its name. */
  readonly #savepoints = new Map<string, number>()
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

  /** Has nothing to forget, because only `setSeq` may write to the user's row. */
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
    // `commit` writes the `seq`, together with the condition that the user is unchanged.
    if (write.text === setSeq && this.#user.seq === this.#expected.seq + 1) return
    if (write.text.startsWith('update "users"')) throw this.#lockNeeded()
    this.#writes.push(write)
  }

  async settled(): Promise<void> {}

  async recover(): Promise<void> {}

  /** Runs a command for a savepoint, which needs no statement, because nothing has been sent. */
  async executeQuery<R>({ sql }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, name } = savepointCommand.exec(sql)?.groups ?? {}
    if (command === undefined || name === undefined) throw this.#lockNeeded()
    if (command === 'savepoint') this.#savepoints.set(name, this.#writes.length)
    else if (command === 'rollback to') this.#writes.length = this.#savepoints.get(name) ?? 0
    else this.#savepoints.delete(name)
    return { rows: [] }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  async commit(): Promise<void> {
    this.#scope.state = 'ended'
    if (this.#needsLock) throw this.#lockNeeded()
    if (this.#writes.length === 0 && this.#user.seq === this.#expected.seq) return
    const writes = inFewStatements(this.#writes)
    const { userId } = this.#scope
    if (userId === undefined || this.#user.seq === this.#expected.seq || writes.length > maxWrites)
      throw this.#lockNeeded()
    const { names, commits } = this.#server
    const { presumedSession: session } = this.#expected
    const statements = [this.#condition(), ...writes].map(({ text, values }) =>
      namedStatement(text, values, names),
    )
    if (session) session.state = 'sent'
    try {
      await commits.run(userId, statements)
      if (session) session.state = 'open'
    } catch (error) {
      const failure = this.#failed(error, statements)
      if (session && failure instanceof LockNeededError) session.state = 'unchecked'
      throw failure
    }
  }

  /** Sets the user's `seq`, if the user and the session are in the expected state. */
  #condition(): Write {
    const { seq, horizon, timeZone, dayStartHour, presumedSession: session } = this.#expected
    const values = [this.#user.seq, this.#scope.userId, seq, horizon, timeZone, dayStartHour]
    return session
      ? { text: setSeqIfSessionIsOpen, values: [...values, session.revision, session.id, session.now] }
      : { text: setSeqIfUnchanged, values }
  }

  /** Nothing was written, or `commit` has undone it. */
  async rollback(): Promise<void> {
    this.#scope.state = 'ended'
  }

  release(): void {}

  #lockNeeded(): LockNeededError {
    this.#needsLock = true
    return new LockNeededError()
  }

  /**
   * The error to throw after a failure: if the server reported that nothing was saved, a {@link LockNeededError},
   * because with the lock, the statement that fails throws the error where the work can handle it.
   */
  #failed(error: unknown, statements: readonly Statement[]): unknown {
    for (const statement of statements) this.#server.names?.renewAfter(error, statement)
    const translated = translateError(error)
    const isUnavailable =
      translated instanceof Unavailable && !(translated instanceof TransactionConflictError)
    return isUnavailable || !(isReported(error) || translated instanceof TransactionConflictError)
      ? translated
      : new LockNeededError(error)
  }
}

const savepointCommand = /^(?<command>savepoint|release|rollback to) (?<name>\w+)$/

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
