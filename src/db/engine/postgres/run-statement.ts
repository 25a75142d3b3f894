import type { PoolClient } from 'pg'
import { Batch, type Result, type Statement } from './batch.ts'

/**
 * Runs a statement on a connection, in order with those before it. Statements of one turn of the event loop leave in
 * one packet. For SQL with several statements, resolves to the result of the last one.
 *
 * Rejects with the server's error, which has a `severity`, or with another one if the connection is lost.
 */
export function runStatement(client: PoolClient, statement: Statement): Promise<Result> {
  return outboxOf(client).add(statement, 'alone')
}

/**
 * Runs a statement of a transaction in one batch with those before it in this turn of the event loop: if one of them
 * fails, it fails with the same error.
 */
export function runNext(client: PoolClient, statement: Statement): Promise<Result> {
  return outboxOf(client).add(statement, 'next')
}

/** Sends all statements now, because no others will follow in this turn. */
export function sendNow(client: PoolClient): void {
  outboxOf(client).send()
}

/** The maximum number of parameters of a statement: the protocol counts them in 16 bits. */
const maxParameters = 65_535

/**
 * The error if there are too many parameters, or one isn't text, a number, a boolean, bytes or null, which is all that
 * SQLite accepts.
 */
export function unsendable(values: readonly unknown[]): Error | undefined {
  if (values.length > maxParameters)
    return new RangeError(`a statement has at most ${maxParameters} parameters`)
  return values.every(isSendable)
    ? undefined
    : new TypeError('a parameter must be text, a number, a boolean, bytes or null')
}

function isSendable(value: unknown): boolean {
  if (typeof value === 'object') return value === null || value instanceof Uint8Array
  return typeof value !== 'function' && typeof value !== 'symbol'
}

/** What a connection sends at the end of this turn, in one packet: every packet costs both sides a system call. */
class Outbox {
  readonly #client: PoolClient
  #batches: Batch[] = []
  /** The last batch, if the next statement may be added to it. */
  #open: Batch | undefined

  constructor(client: PoolClient) {
    this.#client = client
  }

  add(statement: Statement, batching: 'alone' | 'next'): Promise<Result> {
    const fault = unsendable(statement.values ?? [])
    if (fault) return Promise.reject(fault)
    const isAlone = batching === 'alone' || statement.values === undefined
    const batch = isAlone ? this.#begin() : (this.#open ?? this.#begin())
    const result = batch.add(statement)
    this.#open = isAlone || batch.isFull ? undefined : batch
    return result
  }

  #begin(): Batch {
    if (this.#batches.length === 0) setImmediate(() => this.send())
    const batch = new Batch(this.#client)
    this.#batches.push(batch)
    return batch
  }

  send(): void {
    const batches = this.#batches
    this.#batches = []
    this.#open = undefined
    const { stream } = this.#client.connection
    if (batches.length > 1) stream.cork()
    for (const batch of batches) this.#client.query(batch)
    if (batches.length > 1) stream.uncork()
  }
}

const outboxes = new WeakMap<PoolClient, Outbox>()

function outboxOf(client: PoolClient): Outbox {
  const existing = outboxes.get(client)
  if (existing) return existing
  const outbox = new Outbox(client)
  outboxes.set(client, outbox)
  return outbox
}
