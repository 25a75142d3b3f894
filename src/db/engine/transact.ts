import { CompiledQuery } from 'kysely'
import { Unavailable } from '#lib/unavailable.ts'
import { databaseOf } from './database-of.ts'
import { OuterDatabaseInTransactionError, SecondTransactionError, UncheckedSessionError } from './misuse.ts'
import type { PostgresServer } from './postgres/direct.ts'
import { postgresOf, registerPostgres } from './postgres/direct-of.ts'
import { LockNeededError } from './postgres/lock-needed.ts'
import { isChangedUser } from './postgres/locked-user.ts'
import { noteChangesOf } from './process/changed-users.ts'
import { noteWrite } from './process/write-health.ts'
import { currentScope, inNewScope, type TransactionScope } from './scope.ts'
import { directOf, registerTransaction } from './sqlite/direct.ts'
import { TransactionConflictError } from './transaction-conflict.ts'
import type { Db, Reader, Tx } from './types.ts'
import type { UserState } from './user-state.ts'

/** The work of a transaction. */
type Work<T> = (tx: Tx) => Promise<T>

/** The user whose data each transaction may write. Absent if it isn't limited to one user. */
const owners = new WeakMap<Tx, string>()

/**
 * Writes one user's data: runs `work` in a transaction that commits when `work` resolves and rolls back when it throws.
 * Once this resolves, the changes are on disk. On SQLite, it acquires the write lock immediately, and concurrent
 * transactions run one after the other, in order, and share one commit: see `GroupCommits`. If that commit fails, all
 * of them fail as unavailable and nothing is saved. `work` may run again if another transaction got in its way. Given a
 * transaction of the same user, runs `work` in a savepoint of it: see {@link savepoint}.
 *
 * `userId` is the user whose data may be written, so that an engine with several writers can lock the
 * user first, and none of the user's data that `work` reads can change before the commit.
 *
 * Given the user's state as read before, an engine with several writers may first run `work` without the lock, on rows
 * that are read one by one, and save its writes only if that state is still the same. If the state has a session to be
 * checked, `work` never runs with the lock: whatever needs the lock throws. A result that isn't saved must follow from
 * a single read, or require the lock: see {@link requireLock}.
 *
 * Inside, use only `tx`: the outer database throws. Don't hash, use the network or wait inside a
 * transaction, because everyone else waits for it.
 */
export async function transact<T>(
  db: Reader,
  userId: string,
  work: Work<T>,
  expectedUser?: UserState,
): Promise<T> {
  if (!isTransaction(db)) return begin(db, { userId, commitsAlone: false, expectedUser }, work)
  if (owners.get(db) !== userId) throw new OtherUserError()
  return savepoint(db, work)
}

/**
 * A transaction on accounts without an authenticated user: registration, tokens, and an operator's
 * commands.
 */
export function transactAccounts<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, commitsAlone: false }, work)
}

/** A transaction on the shared catalogue. */
export function transactCatalogue<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, commitsAlone: true }, work)
}

/** A transaction that cleans up after all users. */
export function transactHousekeeping<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, commitsAlone: true }, work)
}

/** A transaction that changes the schema. */
export function transactMigration<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, commitsAlone: true }, work)
}

/** The maximum number of attempts for a transaction that conflicts with others, or whose group has a harmful member. */
const maxAttempts = 3

/** The kind of transaction to begin. It commits alone if it takes long or touches the data of all users. */
type Kind = Pick<TransactionScope, 'userId' | 'commitsAlone' | 'expectedUser'>

async function begin<T>(db: Db, kind: Kind, work: Work<T>): Promise<T> {
  if (isTransaction(db)) throw new OuterDatabaseInTransactionError()
  let announceChanges: (() => void) | undefined
  try {
    const result = await execute(db, kind, (tx) => {
      if (kind.userId !== undefined) owners.set(tx, kind.userId)
      announceChanges = noteChangesOf(tx, db)
      return work(tx)
    })
    noteWrite(db)
    announceChanges?.()
    return result
  } catch (error) {
    noteWrite(db, error)
    throw error
  }
}

async function execute<T>(db: Db, kind: Kind, work: Work<T>): Promise<T> {
  if (currentScope(databaseOf(db))) throw new OuterDatabaseInTransactionError()
  const { expectedUser, ...lockingKind } = kind
  const { userId } = kind
  const server = postgresOf(db)?.server
  const run = () => runWithRetries(db, lockingKind, work)
  if (server && (server.presumingDb === db || expectedUser?.presumedSession))
    return runPresuming(server, db, kind, work)
  if (!server || userId === undefined) return run()
  const { userTurns, contestedUsers } = server
  return userTurns.run(userId, async (hasWaited) => {
    // If it had to wait, an earlier transaction has probably changed the user.
    if (!expectedUser || hasWaited || contestedUsers.locksNext(userId)) return run()
    try {
      return await attemptInNewScope(db, kind, work)
    } catch (error) {
      if (!(error instanceof LockNeededError)) throw error
      if (isChangedUser(error.cause)) contestedUsers.note(userId)
      return run()
    }
  })
}

/**
 * Runs work that may only take effect if its commit shows that the user's session is open. Never locks the user first,
 * since the request has to be authenticated before that.
 */
async function runPresuming<T>(server: PostgresServer, db: Db, kind: Kind, work: Work<T>): Promise<T> {
  const { userId, expectedUser } = kind
  if (userId === undefined || !expectedUser?.presumedSession || server.presumingDb !== db)
    throw new UncheckedSessionError()
  if (expectedUser.presumedSession.state !== 'unchecked') throw new SecondTransactionError()
  return server.userTurns.run(userId, async (hasWaited) => {
    if (hasWaited) throw new LockNeededError()
    try {
      return await attemptInNewScope(db, kind, work)
    } catch (error) {
      if (error instanceof LockNeededError && isChangedUser(error.cause))
        server.usersChangedElsewhere.note(userId)
      throw error
    }
  })
}

async function runWithRetries<T>(db: Db, kind: Kind, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptInNewScope(db, kind, work)
    } catch (error) {
      if (!(error instanceof TransactionConflictError) || attempt === maxAttempts) throw error
    }
  }
}

function attemptInNewScope<T>(db: Db, kind: Kind, work: Work<T>): Promise<T> {
  return inNewScope({ ...kind, database: databaseOf(db) }, (scope) => attemptOnce(db, scope, work))
}

function attemptOnce<T>(db: Db, scope: TransactionScope, work: Work<T>): Promise<T> {
  const sqlite = directOf(db)
  if (sqlite) {
    return sqlite.connection.transact(scope, (tx) => {
      registerTransaction(tx, sqlite, scope)
      return work(tx)
    })
  }
  const postgres = postgresOf(db)
  if (!postgres) throw new TypeError('this database was not opened by the engine')
  return postgres.server.transact(scope, (tx, connection) => {
    registerPostgres(tx, postgres.inTransaction({ connection, scope }))
    return work(tx)
  })
}

/**
 * Whether a transaction has locked its user first, so that anything of the user that it reads is current. Otherwise,
 * its commit checks that the user is still in the expected state.
 */
export function locksUserFirst(tx: Tx): boolean {
  return postgresOf(tx)?.locksUser ?? true
}

/**
 * Makes a transaction run again with a lock on its user, unless it has one. Call it before returning a result that was
 * concluded from several reads and isn't saved: no commit checks that they saw the same state.
 */
export function requireLock(tx: Tx): void {
  if (!locksUserFirst(tx)) throw new LockNeededError()
}

/** Whether a transaction that throws this error will run again from the start: nothing may handle it before that. */
export function willRunAgain(error: unknown): boolean {
  return error instanceof LockNeededError
}

function isTransaction(db: Reader): db is Tx {
  return db.isTransaction
}

/** A transaction for one user was asked to write another user's data. */
export class OtherUserError extends Error {
  override name = 'OtherUserError'
  constructor() {
    super("a transaction for one user's data can't write another's: begin one for that user")
  }
}

/** The savepoints open on a transaction, innermost last. */
const savepoints = new WeakMap<Tx, string[]>()

/**
 * Runs `work` in a savepoint of a transaction: an error rolls back only what `work` did.
 *
 * @throws {ConcurrentSavepointsError} if another savepoint of the transaction is open when `work` ends
 */
export async function savepoint<T>(tx: Tx, work: Work<T>): Promise<T> {
  const openNames = savepoints.get(tx) ?? []
  savepoints.set(tx, openNames)
  const name = `nested${openNames.length + 1}`
  openNames.push(name)
  try {
    await runCommand(tx, `savepoint ${name}`)
  } catch (error) {
    // It wasn't opened, because something before it failed: there is nothing to roll back to.
    close(openNames, name)
    throw error
  }
  try {
    const result = await work(tx)
    // Waits for statements that were sent: once released, this savepoint couldn't undo those that fail.
    await postgresOf(tx)?.settled()
    if (openNames.at(-1) !== name) throw new ConcurrentSavepointsError()
    await runCommand(tx, `release ${name}`)
    openNames.pop()
    return result
  } catch (error) {
    if (close(openNames, name)) {
      // SQLite itself rolls everything back on some errors, such as a full disk, which the caller needs
      // to know.
      if (directOf(tx)?.sqlite.inTransaction === false) throw error
      await postgresOf(tx)?.recover()
      await undo(tx, name, error)
    }
    throw error
  }
}

/** Removes a savepoint and those in it. False if an enclosing one was rolled back together with it. */
function close(openNames: string[], name: string): boolean {
  const index = openNames.indexOf(name)
  if (index >= 0) openNames.length = index
  return index >= 0
}

/** Rolls back what was done in a savepoint because of an error. */
async function undo(tx: Tx, name: string, error: unknown): Promise<void> {
  try {
    await runCommand(tx, `rollback to ${name}`)
    await runCommand(tx, `release ${name}`)
  } catch (failure) {
    // A Citus cluster that fails to release a savepoint, because a worker is gone, has already removed it.
    throw error instanceof Unavailable ? error : failure
  }
}

async function runCommand(tx: Tx, text: string): Promise<void> {
  const statement = directOf(tx)?.statement(text)
  if (statement) statement.run()
  else await tx.executeQuery(CompiledQuery.raw(text))
}

/** Two savepoints of one transaction were open at the same time, so one could roll back the other's work. */
class ConcurrentSavepointsError extends Error {
  override name = 'ConcurrentSavepointsError'
  constructor() {
    super('savepoints of one transaction ran at the same time: await one before the next')
  }
}
