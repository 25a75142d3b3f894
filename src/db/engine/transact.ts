import { CompiledQuery } from 'kysely'
import { databaseOf } from './database-of.ts'
import { kyselyOf } from './kysely.ts'
import { OuterDatabaseInTransactionError } from './misuse.ts'
import { postgresOf, registerPostgresTransaction } from './postgres/direct.ts'
import { TransactionConflictError } from './postgres/errors.ts'
import { noteChangesOf } from './process/changed-users.ts'
import { noteWrite } from './process/write-health.ts'
import { currentScope, inNewScope, type TransactionScope } from './scope.ts'
import { directOf, registerTransaction } from './sqlite/direct.ts'
import type { Db, Reader, Tx } from './types.ts'

/** What a transaction works with. */
type Work<T> = (tx: Tx) => Promise<T>

/** By transaction: the user whose data it may write. Absent: data of no single user. */
const owners = new WeakMap<Tx, string>()

/**
 * The only way to write a user's data: runs `work` in a transaction that takes the write lock at once,
 * commits when `work` resolves and rolls back when it throws. Once this resolves, the changes are on disk.
 * Transactions that are asked for at the same time run one after the other, in that order, and share one
 * commit: see `CommitGroups`. If it fails, all of them fail as unavailable, and nothing of any is saved.
 * Given a transaction of the same user's, it runs `work` in a savepoint of it: see {@link savepoint}.
 *
 * `userId` says whose data may be written, so that an engine with several writers can lock the user first
 * and nothing that `work` reads of the user's can change before the commit.
 *
 * Inside, use only `tx`: the database around it throws. No hashing, network or waiting in here: everyone else
 * waits meanwhile.
 */
export async function transact<T>(db: Reader, userId: string, work: Work<T>): Promise<T> {
  if (!isTransaction(db)) return begin(db, { userId, alone: false }, work)
  if (owners.get(db) !== userId) throw new OtherUserError()
  return savepoint(db, work)
}

/** A transaction on accounts, for whoever is no user yet: registration, tokens, and an operator's commands. */
export function transactAccounts<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, alone: false }, work)
}

/** A transaction on the catalogue, which all users share. */
export function transactCatalogue<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, alone: true }, work)
}

/** A transaction that cleans up after all users. */
export function transactHousekeeping<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, alone: true }, work)
}

/** A transaction that changes the schema. */
export function transactMigration<T>(db: Db, work: Work<T>): Promise<T> {
  return begin(db, { userId: undefined, alone: true }, work)
}

/** How often to run a transaction that lost against others, which only an engine with several writers reports. */
const maxAttempts = 3

/** What kind of transaction to begin. `alone`: it takes long or touches everybody's data. */
type Kind = Pick<TransactionScope, 'userId' | 'alone'>

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
  const { userId } = kind
  const turns = postgresOf(db)?.server.userTurns
  const run = () => repeatedly(db, kind, work)
  return turns && userId !== undefined ? turns.run(userId, run) : run()
}

async function repeatedly<T>(db: Db, kind: Kind, work: Work<T>): Promise<T> {
  const database = databaseOf(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await inNewScope({ ...kind, database }, (scope) => attemptOnce(db, scope, work))
    } catch (error) {
      if (!(error instanceof TransactionConflictError) || attempt === maxAttempts) throw error
    }
  }
}

function attemptOnce<T>(db: Db, scope: TransactionScope, work: Work<T>): Promise<T> {
  return kyselyOf(db)
    .transaction()
    .execute(async (tx) => {
      const sqlite = directOf(db)
      if (sqlite) registerTransaction(tx, sqlite, scope)
      const postgres = postgresOf(db)
      if (postgres) registerPostgresTransaction(tx, postgres, scope)
      try {
        return await work(tx)
      } catch (error) {
        scope.failure = error
        throw error
      }
    })
}

function isTransaction(db: Reader): db is Tx {
  return db.isTransaction
}

/** A transaction for one user's data was asked to write another's. */
export class OtherUserError extends Error {
  override name = 'OtherUserError'
  constructor() {
    super("a transaction for one user's data can't write another's: begin one for that user")
  }
}

/** The savepoints open on a transaction, innermost last. */
const savepoints = new WeakMap<Tx, string[]>()

/** Runs `work` in a savepoint of a transaction: a throw undoes what `work` did and no more. */
export async function savepoint<T>(tx: Tx, work: Work<T>): Promise<T> {
  const open = savepoints.get(tx) ?? []
  savepoints.set(tx, open)
  const name = `nested${open.length + 1}`
  open.push(name)
  try {
    await command(tx, `savepoint ${name}`)
    const result = await work(tx)
    if (open.at(-1) !== name) throw new ConcurrentSavepointsError()
    await command(tx, `release ${name}`)
    open.pop()
    return result
  } catch (error) {
    const at = open.indexOf(name)
    // Missing if a savepoint around it was undone, and this one with it.
    if (at >= 0) {
      open.length = at
      // SQLite itself rolls everything back on some errors, such as a full disk, which is what to be told.
      if (directOf(tx)?.sqlite.inTransaction === false) throw error
      await command(tx, `rollback to ${name}`)
      await command(tx, `release ${name}`)
    }
    throw error
  }
}

async function command(tx: Tx, text: string): Promise<void> {
  const statement = directOf(tx)?.statement(text)
  if (statement) statement.run()
  else await tx.executeQuery(CompiledQuery.raw(text))
}

/** Two savepoints of one transaction were open at the same time, and so undid each other's work. */
class ConcurrentSavepointsError extends Error {
  override name = 'ConcurrentSavepointsError'
  constructor() {
    super('savepoints of one transaction ran at the same time: await one before the next')
  }
}
