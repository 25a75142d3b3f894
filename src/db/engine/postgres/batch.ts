import { type Connection, type PoolClient, Query } from 'pg'
import { serialize } from 'pg-protocol'
import { connectionFailure } from './errors.ts'
import { type PreparedStatement, preparedStatement } from './prepared-statements.ts'
import { type Columns, columnsOf, type Field, rowOf } from './rows.ts'
import { startWaiting, stopWaiting } from './silence.ts'

/** A statement and the values of its parameters. */
export interface Statement {
  readonly text: string
  /** Undefined for SQL with any number of statements without parameters. */
  readonly values: readonly unknown[] | undefined
  /** The name that it is prepared by, once per connection; undefined if it isn't. */
  readonly name?: string
}

/** The result of a statement. */
export interface Result {
  readonly command: string
  readonly rows: unknown[]
  /** The number of returned, inserted, changed or deleted rows. */
  readonly changes: number
}

/** A statement of a batch. */
interface Member {
  readonly statement: Statement
  /** Set when it is sent, if it is bound by its name. */
  prepared: PreparedStatement | undefined
  /** Undefined until it arrives. */
  result: Result | undefined
  /** The error that reading a row threw. */
  fault: unknown
  resolve(result: Result): void
  reject(error: unknown): void
}

/** The maximum number of statements, because the limit for the server's silence applies to a batch. */
export const maxStatements = 8

/**
 * Statements that are sent together and get their results together: if one fails, all fail with the same error, because
 * the server skips those after it, and outside of a transaction undoes those before it. To the driver, a batch is a
 * query. Its own queries, one per statement, take a node several times as long, and the server responds to each of them
 * separately.
 */
export class Batch extends Query {
  readonly #client: PoolClient
  readonly #members: Member[] = []
  #isSent = false
  /** The index of the statement whose result arrives next. */
  #current = 0
  #columns: Columns = []
  #rows: unknown[] = []

  constructor(client: PoolClient) {
    super('')
    this.#client = client
  }

  /** The statements, for tests. */
  get statements(): readonly Statement[] {
    return this.#members.map(({ statement }) => statement)
  }

  /** Whether no other statement can be added. */
  get isFull(): boolean {
    return this.#members.length === maxStatements || this.#isSimple
  }

  /** Whether it is SQL with any number of statements, which the server runs without a batch. */
  get #isSimple(): boolean {
    return this.#members.some(({ statement }) => statement.values === undefined)
  }

  /** Adds a statement, before the batch is sent. */
  add(statement: Statement): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#members.push({
        statement,
        prepared: undefined,
        result: undefined,
        fault: undefined,
        resolve,
        reject,
      })
    })
  }

  /** Called by the driver to send the batch. */
  override submit = ({ stream }: Connection): null => {
    this.#isSent = true
    startWaiting(this.#client)
    const messages = this.#members.flatMap((member) => this.#messagesOf(member))
    if (!this.#isSimple) messages.push(serialize.sync())
    // Otherwise the driver is about to report the loss of the connection.
    if (stream.writable) stream.write(Buffer.concat(messages))
    return null
  }

  #messagesOf(member: Member): Buffer[] {
    const { text, values, name } = member.statement
    if (values === undefined) return [serialize.query(text)]
    const prepared = name === undefined ? undefined : preparedStatement(this.#client, name)
    // If another batch fails to prepare it, this one should fail for the actual reason, not for the missing statement.
    const isNamed = prepared?.state !== 'sent' || this.#members.some((other) => other.prepared === prepared)
    const boundName = isNamed ? (name ?? '') : ''
    if (isNamed) member.prepared = prepared
    const bind = serialize.bind({ statement: boundName, values: values.map(parameterOf) })
    const { state } = member.prepared ?? {}
    if (state === 'prepared' || state === 'sent') return [bind, serialize.execute()]
    if (member.prepared) member.prepared.state = 'sent'
    return [
      ...(state === 'unknown' ? [serialize.close({ type: 'S', name: boundName })] : []),
      serialize.parse({ name: boundName, text }),
      bind,
      serialize.describe({ type: 'P' }),
      serialize.execute(),
    ]
  }

  /** Called by the driver with the columns of the rows that follow. */
  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#columns = columnsOf(fields)
    const prepared = this.#members[this.#current]?.prepared
    if (prepared) prepared.columns = this.#columns
  }

  /** Called by the driver with a row. */
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const member = this.#members[this.#current]
    try {
      this.#rows.push(rowOf(member?.prepared?.columns ?? this.#columns, fields))
    } catch (error) {
      // Thrown from here, it would end the process.
      if (member) member.fault ??= error
    }
  }

  /** Called by the driver at the end of a statement; `text` is for example `INSERT 0 2`. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const words = text.split(' ')
    const member = this.#members[this.#current]
    if (member)
      member.result = { command: words[0] ?? '', rows: this.#rows, changes: Number(words.at(-1)) || 0 }
    this.#rows = []
    // Of SQL with several statements, the last result counts.
    if (this.#isSimple) return
    if (member?.prepared) member.prepared.state = 'prepared'
    this.#current++
  }

  /** Called by the driver at the end of a statement without content. */
  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  /** Called by the driver when a statement or an implicit commit failed, or because the connection was lost. */
  handleError(error: unknown): void {
    if (this.#isSent) stopWaiting(this.#client)
    const failure = connectionFailure(error)
    for (const { prepared, reject } of this.#members) {
      if (prepared?.state === 'sent') prepared.state = 'unknown'
      reject(failure)
    }
  }

  /** Called by the driver at the end of the batch: what isn't part of a transaction is committed only now. */
  handleReadyForQuery(): void {
    stopWaiting(this.#client)
    for (const { result, fault, resolve, reject } of this.#members)
      if (result && fault === undefined) resolve(result)
      else reject(fault ?? new Error('the server sent no result'))
  }
}

/** A value as the driver sends it: bytes in binary format, everything else as text. */
function parameterOf(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (!(value instanceof Uint8Array)) return String(value)
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
