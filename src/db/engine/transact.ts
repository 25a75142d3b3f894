import { CompiledQuery } from 'kysely'
import type { Db, Tx } from '../schema/index.ts'
import { noteChangesOf } from './process/changed-users.ts'
import { currentScope, inNewScope } from './scope.ts'
import { OuterDatabaseInTransactionError } from './sqlite/dialect.ts'
import { directOf, registerTransaction } from './sqlite/direct.ts'

/**
 * Runs `work` in a transaction that takes the write lock at once, commits when `work` resolves and rolls back
 * when it throws. Once this resolves, the changes are on disk. Given a transaction, it runs `work` in a
 * savepoint of it: a throw undoes what `work` did and no more.
 *
 * Inside, use only `tx`: the database around it throws. No hashing, network or waiting in here: everyone else
 * waits meanwhile.
 */
export async function transact<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return inSavepoint(db, work)
  let tellOfChanges: (() => void) | undefined
  const noted = (tx: Tx) => {
    tellOfChanges = noteChangesOf(tx, db)
    return work(tx)
  }
  const result = await begun(db, noted)
  tellOfChanges?.()
  return result
}

function begun<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const direct = directOf(db)
  if (!direct) return db.transaction().execute(work)
  if (currentScope(direct.sqlite)) throw new OuterDatabaseInTransactionError()
  return inNewScope(direct.sqlite, (scope) =>
    db.transaction().execute((tx) => {
      registerTransaction(tx, direct, scope)
      return work(tx)
    }),
  )
}

function isTransaction(db: Db | Tx): db is Tx {
  return db.isTransaction
}

/** The savepoints open on a transaction, innermost last. */
const savepoints = new WeakMap<Tx, string[]>()

async function inSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const open = savepoints.get(tx) ?? []
  savepoints.set(tx, open)
  const name = `nested${open.length + 1}`
  open.push(name)
  try {
    await command(tx, `savepoint ${name}`)
    const result = await work(tx)
    if (open.at(-1) !== name) throw new NestedAtOnceError()
    await command(tx, `release ${name}`)
    open.pop()
    return result
  } catch (error) {
    const at = open.indexOf(name)
    // Missing if a savepoint around it was undone, and this one with it.
    if (at >= 0) {
      open.length = at
      await command(tx, `rollback to ${name}`)
      await command(tx, `release ${name}`)
    }
    throw error
  }
}

async function command(tx: Tx, text: string): Promise<void> {
  const statement = directOf(tx)?.statement(text, false)
  if (statement) statement.run()
  else await tx.executeQuery(CompiledQuery.raw(text))
}

/** Two nested transactions of one transaction ran at the same time, and so undid each other's work. */
class NestedAtOnceError extends Error {
  override name = 'NestedAtOnceError'
  constructor() {
    super('nested transactions ran at the same time: await one before the next')
  }
}
