import { setDefaultTimeout } from 'bun:test'
import { operations } from '#generated/operations.ts'
import type { OperationId } from '#http/contract-types.ts'
import type { Operation } from '#http/operation.ts'
import { type AppOptions, type TestApp, testApp } from '#tests/support/app.ts'
import type { Received, Sent } from '#tests/support/request.ts'
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
  /** With its parameters filled in, without a query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** All valid bodies; none for an operation without a body. */
  readonly bodies: readonly unknown[]
  /** `undefined` for operations without one. */
  readonly token: string | undefined
}

/** Every operation, by the name in its tests. */
export const everyOperation: readonly Operation[] = Object.values(operations)

/** Whether an operation has a JSON body instead of a form. */
export function takesJson({ requestBody }: Operation): boolean {
  return requestBody?.content['application/json'] !== undefined
}

/** Operations as the rows of `test.each`. */
export function rowsOf(
  include: (operation: Operation) => boolean = () => true,
): (readonly [id: string, operation: Operation])[] {
  return everyOperation.filter(include).map((operation) => [operation.id, operation])
}

/** In milliseconds. A test here sends hundreds of requests, possibly on a busy machine. */
const patience = 180_000

/** Starts an app with two users, for the tests of one file. */
export async function startWorld(options: AppOptions = {}): Promise<World> {
  setDefaultTimeout(patience)
  const app = await testApp(options)
  return { app, ada: await app.register(), eve: await app.register() }
}

/** A valid request for an operation, as Ada, with new objects to refer to. */
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
  readonly raw?: Sent['raw']
  /** `null` for none. */
  readonly token?: string | null
}

/** Sends a prepared request, with the overrides. */
export async function sendPrepared(
  app: TestApp,
  prepared: Prepared,
  overrides: Overrides = {},
): Promise<Received> {
  const { operation, bodies } = prepared
  const query = overrides.query ?? new URLSearchParams(prepared.query).toString()
  const token = overrides.token === undefined ? prepared.token : (overrides.token ?? undefined)
  const body = 'body' in overrides ? overrides.body : bodies[0]
  const form = takesForm(operation) && overrides.raw === undefined ? await encoded(body) : undefined
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

function takesForm({ requestBody }: Operation): boolean {
  return requestBody?.content['multipart/form-data'] !== undefined
}

/** A form with a fixed boundary. */
async function encoded(body: unknown) {
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

/** Runs something that must be rejected, and asserts that it changed nothing. */
export async function unchanged<T>(app: TestApp, run: () => Promise<T>): Promise<T> {
  const before = await stateOf(app.db)
  const result = await run()
  if ((await stateOf(app.db)) !== before) throw new Error('a refused request changed something')
  return result
}

function idOf(operation: Operation): OperationId {
  const id = Object.keys(operations).find((known): known is OperationId => known === operation.id)
  if (id === undefined) throw new Error(`${operation.id} is no operation`)
  return id
}
