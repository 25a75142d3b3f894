import type { PoolClient } from 'pg'
import { TransactionEndedError } from '../misuse.ts'
import type { Result, Statement } from './batch.ts'
import { isAborted, translateError } from './errors.ts'
import { noteQueryFailure } from './lost-clients.ts'
import { areMergeable, mergeWrites, type Write } from './merged-writes.ts'
import { runNext, runStatement, sendNow, unsendable } from './run-statement.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** Runs the statements of a transaction. */
export interface Statements {
  /** Runs a read. */
  read(statement: Statement): Promise<Result>
  /** Runs a write. */
  run(statement: Statement): Promise<Result>
  /** Sends a write without waiting for its result. */
  send(write: Write): Promise<void>
  /** Waits for all statements that were sent. Throws the first failure. */
  settled(): Promise<void>
  /** Discards the writes and failures of a savepoint that is about to be rolled back. */
  recover(): Promise<void>
}

/**
 * Sends a transaction's statements in order, most of them without waiting for the previous result, because round trips
 * are what a transaction spends most of its time on. After a failure every later statement fails too, so the first
 * error is the one to report.
 */
export class Pipeline implements Statements {
  readonly #client: PoolClient
  readonly #names: StatementNames | undefined
  #begun: Promise<unknown> = Promise.resolve()
  /** Writes to different tables that go out together, before anything else. */
  #waiting: Write[] = []
  /** The statement that was sent last. The connection runs them in order. */
  #last: Promise<unknown> = Promise.resolve()
  #isEnded = false
  #failure: { readonly cause: unknown; readonly error: unknown } | undefined

  constructor(client: PoolClient, names: StatementNames | undefined) {
    this.#client = client
    this.#names = names
  }

  /** Starts a transaction with these statements, the first of which is `begin`. Returns the result of each. */
  begin(statements: readonly Statement[]): Promise<Result>[] {
    const results = statements.map((statement) => this.#submit(statement))
    this.#begun = Promise.resolve(results[0])
    // The next awaited statement throws it.
    this.#begun.catch(() => undefined)
    return results
  }

  /** Runs a read, which may be sent before the server has confirmed `begin`. */
  read(statement: Statement): Promise<Result> {
    return this.#waiting.length > 0 ? this.run(statement) : this.#submit(statement)
  }

  /** Runs a write: never outside of the transaction, so it waits for `begin`. */
  async run(statement: Statement): Promise<Result> {
    await this.#flush()
    this.#assertOpen()
    return this.#submit(statement)
  }

  /** Sends a write without waiting for its result, together with writes to other tables. */
  async send(write: Write): Promise<void> {
    // Otherwise the write would fail only after the commit has been sent.
    const fault = unsendable(write.values)
    if (fault) throw fault
    while (this.#waiting.length > 0 && !areMergeable([...this.#waiting, write])) await this.#flush()
    this.#assertOpen()
    this.#waiting.push(write)
  }

  /** Waits for all statements that were sent. Throws the first failure. */
  async settled(): Promise<void> {
    await this.#flush()
    await this.#lastResult()
    if (this.#failure) throw this.#failure.error
  }

  /** Discards the writes and failures of a savepoint that is about to be rolled back. */
  async recover(): Promise<void> {
    this.#waiting = []
    await this.#lastResult()
    this.#failure = undefined
  }

  /** Commits in the same packet as the writes before it. */
  async commit(): Promise<void> {
    this.#isEnded = true
    await this.#begun
    this.#sendWaiting()
    const committed = this.#submit(namedStatement('commit', [], this.#names))
    sendNow(this.#client)
    await this.settled()
    const { command } = await committed
    // PostgreSQL reports ROLLBACK instead if a statement failed and its error was swallowed.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed')
  }

  /** Rolls back. Throws if the outcome is unknown. */
  async rollback(): Promise<void> {
    this.#isEnded = true
    await runStatement(this.#client, namedStatement('rollback', [], this.#names))
  }

  /** Throws after the end of the transaction, because a statement sent then would be committed by itself. */
  #assertOpen(): void {
    if (this.#isEnded) throw new TransactionEndedError()
  }

  async #lastResult(): Promise<void> {
    await this.#last.catch(() => undefined)
  }

  async #flush(): Promise<void> {
    await this.#begun
    this.#sendWaiting()
  }

  #sendWaiting(): void {
    const writes = this.#waiting
    if (writes.length === 0) return
    this.#waiting = []
    const { text, values } = mergeWrites(writes)
    this.#submit(namedStatement(text, values, this.#names))
  }

  #submit(statement: Statement): Promise<Result> {
    const result = runNext(this.#client, statement).catch((error: unknown) => {
      throw this.#failed(error, statement)
    })
    this.#last = result
    // The next awaited statement throws it.
    result.catch(() => undefined)
    return result
  }

  /** The error to report for a statement that failed, perhaps only because an earlier one did. */
  #failed(error: unknown, statement: Statement): unknown {
    noteQueryFailure(this.#client, error)
    this.#names?.renewAfter(error, statement)
    if (this.#failure && (isAborted(error) || this.#failure.cause === error)) return this.#failure.error
    const translatedError = translateError(error)
    this.#failure ??= { cause: error, error: translatedError }
    return translatedError
  }
}
