import { setDefaultTimeout } from 'bun:test'
import { operations } from '#generated/operations.ts'
import type { OperationId } from '#http/contract-types.ts'
import type { Operation } from '#http/operation.ts'
import { type AppOptions, type TestApp, testApp } from '#tests/support/app.ts'
import type { RequestParts, TestResponse } from '#tests/support/request.ts'
import { stateOf } from '#tests/support/state.ts'
import type { TestUser } from '#tests/support/user.ts'
import { samples } from './samples.ts'

/** An app with two unrelated users. */
export interface World {
  readonly app: TestApp
  readonly ada: TestUser
  readonly eve: TestUser
}

/** A request, ready to be sent or corrupted. */
export interface Prepared {
  readonly operation: Operation
  /** The path with its parameters filled in, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** The valid bodies; empty for an operation without a body. */
  readonly bodies: readonly unknown[]
  /** `undefined` for operations that ignore tokens. */
  readonly token: string | undefined
}

/** Every operation in the contract. */
export const everyOperation: readonly Operation[] = Object.values(operations)

/** Whether an operation has a JSON body instead of a form. */
export function hasJsonBody({ requestBody }: Operation): boolean {
  return requestBody?.content['application/json'] !== undefined
}

/** Operations as the rows of `test.each`. */
export function rowsOf(
  include: (operation: Operation) => boolean = () => true,
): (readonly [id: string, operation: Operation])[] {
  return everyOperation.filter(include).map((operation) => [operation.id, operation])
}

/** The time limit of a test, in milliseconds: each sends hundreds of requests, possibly on a busy machine. */
const timeoutMs = 180_000

/** Starts an app with two users, for the tests of one file. */
export async function startWorld(options: AppOptions = {}): Promise<World> {
  setDefaultTimeout(timeoutMs)
  const app = await testApp(options)
  return { app, ada: await app.register(), eve: await app.register() }
}

/** Prepares a valid request of Ada for an operation, and creates the objects that it refers to. */
export async function prepare({ app, ada }: Omit<World, 'eve'>, operation: Operation): Promise<Prepared> {
  const sample = await samples[idOf(operation)]({ app, user: ada })
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    String(Reflect.get(sample.path ?? {}, name)),
  )
  return {
    operation,
    path,
    query: sample.query ?? {},
    headers: sample.headers ?? {},
    bodies: sample.bodies ?? [],
    token: operation.security === 'none' ? undefined : (sample.token ?? ada.token),
  }
}

/** The parts of a prepared request to override. */
export interface Overrides {
  readonly path?: string
  /** The raw text after the `?`. */
  readonly query?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
  readonly raw?: RequestParts['raw']
  /** `null` sends no token. */
  readonly token?: string | null
}

/** Sends a prepared request, with the overrides. */
export async function sendPrepared(
  app: TestApp,
  prepared: Prepared,
  overrides: Overrides = {},
): Promise<TestResponse> {
  const { operation, bodies } = prepared
  const query = overrides.query ?? new URLSearchParams(prepared.query).toString()
  const token = overrides.token === undefined ? prepared.token : (overrides.token ?? undefined)
  const body = 'body' in overrides ? overrides.body : bodies[0]
  const form = hasFormBody(operation) && overrides.raw === undefined ? await encodeForm(body) : undefined
  return app.send(
    operation.method.toUpperCase(),
    `${overrides.path ?? prepared.path}${query && `?${query}`}`,
    {
      headers: { ...prepared.headers, ...form?.headers, ...overrides.headers },
      ...(token !== undefined && { token }),
      ...(form
        ? { raw: form.raw }
        : overrides.raw === undefined
          ? body !== undefined && { body }
          : { raw: overrides.raw }),
    },
  )
}

function hasFormBody({ requestBody }: Operation): boolean {
  return requestBody?.content['multipart/form-data'] !== undefined
}

/** Encodes a form, with a fixed boundary. */
async function encodeForm(body: unknown) {
  const boundary = 'part-of-a-form'
  let raw = ''
  for (const [name, part] of Object.entries(body ?? {})) {
    const file = part instanceof Blob ? '; filename="log.csv"' : ''
    const text = part instanceof Blob ? await part.text() : String(part)
    raw += `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`
  }
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  return { headers, raw: `${raw}--${boundary}--\r\n` }
}

/** Sends a request that must not change anything, and fails if the database has changed. */
export async function unchanged<T>(app: TestApp, send: () => Promise<T>): Promise<T> {
  const before = await stateOf(app.db)
  const result = await send()
  if ((await stateOf(app.db)) !== before) throw new Error('a rejected request changed the database')
  return result
}

function idOf(operation: Operation): OperationId {
  const id = Object.keys(operations).find((candidate): candidate is OperationId => candidate === operation.id)
  if (id === undefined) throw new Error(`${operation.id} is not an operation`)
  return id
}
