import type { PoolClient } from 'pg'
import { isAborted, translated } from './errors.ts'
import { noteFailure } from './lost-clients.ts'
import { mergeWrites, type Write, writtenTable } from './merged-writes.ts'
import { inOnePacket } from './packets.ts'

/** The result of a statement. */
export interface Answer {
  readonly command: string
  readonly rows: unknown[]
  readonly rowCount: number | null
}

/** A statement and the values of its parameters. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

/** The name that a statement is prepared by; undefined if it isn't prepared. */
export type NameOf = (text: string) => string | undefined

/**
 * Sends a transaction's statements in order, most of them without waiting for the previous result, because round trips
 * are what a transaction spends most of its time on. After a failure every later statement fails too, so the first
 * error is the one to report.
 */
export class Pipeline {
  readonly #client: PoolClient
  #begun: Promise<unknown> = Promise.resolve()
  /** Writes of different tables that go out together, before anything else. */
  #waiting: (Write & { readonly nameOf: NameOf })[] = []
  #sent: Promise<unknown>[] = []
  #failure: { readonly error: unknown } | undefined

  constructor(client: PoolClient) {
    this.#client = client
  }

  /** Starts a transaction with these statements, the first of which is `begin`. Returns the result of each. */
  begin(statements: readonly Statement[]): Promise<Answer>[] {
    this.#waiting = []
    this.#sent = []
    this.#failure = undefined
    const answers = inOnePacket(this.#client, () => statements.map((statement) => this.#submit(statement)))
    this.#begun = Promise.resolve(answers[0])
    // The next awaited statement throws it.
    this.#begun.catch(() => undefined)
    return answers
  }

  /** Runs a read, which may be sent before the server has confirmed `begin`. */
  async read(statement: Statement): Promise<Answer> {
    if (this.#waiting.length > 0) await this.#flush()
    return this.#submit(statement)
  }

  /** Runs a write: never outside of the transaction, so it waits for `begin`. */
  async run(statement: Statement): Promise<Answer> {
    await this.#flush()
    return this.#submit(statement)
  }

  /** Sends a write without waiting for its result, together with others of different tables. */
  async send(write: Write, nameOf: NameOf): Promise<void> {
    const table = writtenTable(write)
    const isMergeable = table !== undefined && !this.#waiting.some((other) => writtenTable(other) === table)
    if (!isMergeable) await this.#flush()
    this.#waiting.push({ ...write, nameOf })
  }

  /** Waits for all statements that were sent. Throws the first failure. */
  async settled(): Promise<void> {
    await this.#flush()
    const sent = this.#sent
    this.#sent = []
    await Promise.allSettled(sent)
    if (this.#failure) throw this.#failure.error
  }

  /** Clears a failure that rolling back to a savepoint has undone. */
  recover(): void {
    this.#waiting = []
    this.#failure = undefined
  }

  /** Commits in the same round trip as the statements that were sent before. */
  async commit(): Promise<void> {
    await this.#begun
    const committed = inOnePacket(this.#client, () => {
      this.#sendWaiting()
      return this.#submit({ text: 'commit', values: [] })
    })
    await this.settled()
    const { command } = await committed
    // PostgreSQL answers so if a statement failed and its error was swallowed.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed')
  }

  async #flush(): Promise<void> {
    await this.#begun
    this.#sendWaiting()
  }

  #sendWaiting(): void {
    const writes = this.#waiting
    const [first] = writes
    if (!first) return
    this.#waiting = []
    const { text, values } = mergeWrites(writes)
    const name = first.nameOf(text)
    this.#sent.push(this.#submit({ ...(name !== undefined && { name }), text, values: [...values] }))
  }

  #submit(statement: Statement): Promise<Answer> {
    const answer = this.#query(statement)
    // The next awaited statement throws it.
    answer.catch(() => undefined)
    return answer
  }

  async #query({ name, text, values }: Statement): Promise<Answer> {
    try {
      return await this.#client.query({ ...(name !== undefined && { name }), text, values })
    } catch (error) {
      noteFailure(this.#client, error)
      if (isAborted(error) && this.#failure) throw this.#failure.error
      const known = translated(error)
      this.#failure ??= { error: known }
      throw known
    }
  }
}
