import { type Connection, type PoolClient, Query } from 'pg'
import { connectionFailure } from './errors.ts'
import type { RawRow } from './message-reader.ts'
import { MessageWriter } from './message-writer.ts'
import { type PreparedStatement, preparedStatement } from './prepared-statements.ts'
import { binaryColumnsOf, type Columns, columnsOf, type Field, rowOf } from './rows.ts'
import { startWaiting, stopWaiting } from './silence.ts'

/** A statement and the values of its parameters. */
export interface Statement {
  readonly text: string
  /** Undefined for a simple query, which is one or more statements without parameters. */
  readonly values: readonly unknown[] | undefined
  /** The name under which it is prepared, once per connection; undefined if it isn't. */
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
  /** The columns of its rows; undefined if the server describes them first. */
  columns: Columns | undefined
  /** Undefined until it arrives. */
  result: Result | undefined
  /** The error that reading a row threw. */
  fault: unknown
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * The number of statements at which a batch is full. It is low because the time limit of `silence.ts` applies to a
 * whole batch. A group commit puts all statements of its members into one batch, whatever their number.
 */
export const maxStatements = 8

/**
 * Statements that are sent together and get their results together: if one fails, all fail with the same error, because
 * the server skips those after it, and outside of a transaction undoes those before it. To the driver, a batch is a
 * query. The driver's own queries, one per statement, cost a node several times as much, and the server responds to
 * each of them separately.
 */
export class Batch extends Query {
  readonly #client: PoolClient
  readonly #members: Member[] = []
  #isSent = false
  /** The index of the statement whose result arrives next. */
  #current = 0
  #failedStatement: Statement | undefined
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

  /** The statement that was running when the batch failed; undefined if all had ended and the commit failed. */
  get failedStatement(): Statement | undefined {
    return this.#failedStatement
  }

  /** Whether no other statement can be added. */
  get isFull(): boolean {
    return this.#members.length === maxStatements || this.#isSimple
  }

  /** Whether it is a simple query, which the server runs without a batch. */
  get #isSimple(): boolean {
    return this.#members.some(({ statement }) => statement.values === undefined)
  }

  /** Adds a statement, before the batch is sent. */
  add(statement: Statement): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#members.push({
        statement,
        prepared: undefined,
        columns: undefined,
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
    for (const member of this.#members) this.#write(member)
    if (!this.#isSimple) writer.sync()
    const messages = writer.take()
    // Otherwise the driver is about to report the loss of the connection.
    if (stream.writable) stream.write(messages)
    return null
  }

  #write(member: Member): void {
    const { text, values, name } = member.statement
    if (values === undefined) {
      writer.query(text)
      return
    }
    const prepared = name === undefined ? undefined : preparedStatement(this.#client, name)
    // While another batch prepares the statement, this batch doesn't use its name: if preparing it fails, this batch
    // should fail for the same reason, not because the server has no statement of that name.
    const isNamed = prepared?.state !== 'sent' || this.#members.some((other) => other.prepared === prepared)
    const boundName = isNamed ? (name ?? '') : ''
    if (isNamed) member.prepared = prepared
    const { state } = member.prepared ?? {}
    if (state === 'prepared' || state === 'sent') {
      const { columns, binaryColumns } = member.prepared ?? {}
      member.columns = binaryColumns ?? columns
      writer.bind(boundName, values, binaryColumns !== undefined)
      writer.execute()
      return
    }
    if (member.prepared) Object.assign(member.prepared, awaitingDescription)
    if (state === 'unknown') writer.closeStatement(boundName)
    writer.parse(boundName, text)
    writer.bind(boundName, values, false)
    writer.describePortal()
    writer.execute()
  }

  /** Called by the driver with the columns of the rows that follow. */
  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#columns = columnsOf(fields)
    const prepared = this.#members[this.#current]?.prepared
    if (!prepared) return
    prepared.columns = this.#columns
    prepared.binaryColumns = binaryColumnsOf(fields)
  }

  /** Called by the driver with a row. */
  handleDataRow(row: RawRow): void {
    const member = this.#members[this.#current]
    try {
      this.#rows.push(rowOf(member?.columns ?? member?.prepared?.columns ?? this.#columns, row))
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
    // Of a simple query with several statements, the last result counts.
    if (this.#isSimple) return
    if (member?.prepared) member.prepared.state = 'prepared'
    this.#current++
  }

  /** Called by the driver at the end of a statement without content. */
  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  /** Called by the driver when a statement or an implicit commit failed, or the connection was lost. */
  handleError(error: unknown): void {
    if (this.#isSent) stopWaiting(this.#client)
    this.#failedStatement ??= this.#members[this.#current]?.statement
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

/** A statement that was sent to be prepared. Its tables may have changed since it was last prepared. */
const awaitingDescription = {
  state: 'sent',
  columns: undefined,
  binaryColumns: undefined,
} satisfies PreparedStatement

/** Used by one batch at a time, because none is interrupted while it is written. */
const writer = new MessageWriter()
