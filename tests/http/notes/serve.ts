import { type AnyElysia, Elysia } from 'elysia'
import { bind, elysiaConfig, serveConfig } from '#http/bind.ts'
import type { BinderDeps, CompletedRequest } from '#http/binder-deps.ts'
import type { StoredResponse } from '#http/policies/idempotency.ts'
import { type Context, handlers, type Note, type Principal } from './handlers.ts'
import { operations } from './operations.ts'

type Deps = BinderDeps<Context, Principal>

/** The app that serves the notes, and what it logged. */
export interface NotesApp {
  readonly app: AnyElysia
  readonly notes: Map<string, Note>
  readonly completed: CompletedRequest[]
  readonly errors: unknown[]
  /** Sends a request without a socket, as `ada` unless `init` has other headers. */
  send(path: string, init?: RequestInit): Promise<Response>
}

/** Authenticates a user by name, which is the token. Three names are always invalid. */
export function authenticate(token: string) {
  if (token === 'expired') return { kind: 'token_expired' as const }
  if (token === 'ended') return { kind: 'session_ended' as const }
  if (token === 'bad') return { kind: 'invalid_token' as const }
  return { kind: 'session' as const, user: { id: token } }
}

/** Stores responses in memory. The transaction of a request works on a copy of the notes. */
function idempotencyOver(notes: Map<string, Note>): Deps['idempotency'] {
  const storedResponses = new Map<string, { fingerprint: string; response: StoredResponse }>()
  return {
    async run({ principal, key, fingerprint }, execute) {
      const name = `${principal.user.id} ${key}`
      const stored = storedResponses.get(name)
      if (stored) {
        if (stored.fingerprint !== fingerprint) return { kind: 'reused' }
        return { kind: 'response', response: stored.response, replayed: true }
      }
      const copy = new Map(notes)
      const response = await execute({ notes: copy })
      if (response.status < 300) {
        for (const [id, note] of copy) notes.set(id, note)
        storedResponses.set(name, { fingerprint, response })
      }
      return { kind: 'response', response, replayed: false }
    },
  }
}

/** Creates an app that serves the notes, without any notes. */
export function notesApp(
  overrides: Partial<Deps> = {},
  boundHandlers: Readonly<Record<keyof typeof handlers, (request: never) => unknown>> = handlers,
): NotesApp {
  const notes = new Map<string, Note>()
  const completed: CompletedRequest[] = []
  const errors: unknown[] = []
  const app = new Elysia(elysiaConfig)
  const deps: Deps = {
    context: { notes },
    authenticate,
    idempotency: idempotencyOver(notes),
    rateLimit: undefined,
    cors: { origins: [] },
    https: false,
    trustedProxies: [],
    responseViolations: 'throw',
    onResponse: (response) => void completed.push(response),
    onError: (error) => void errors.push(error),
    ...overrides,
  }
  bind(app, operations, boundHandlers, deps)
  return {
    app,
    notes,
    completed,
    errors,
    send: (path, init = {}) => {
      const headers = new Headers(init.headers)
      if (!headers.has('authorization')) headers.set('authorization', 'Bearer ada')
      if (headers.get('authorization') === '') headers.delete('authorization')
      return app.handle(new Request(`http://localhost${path}`, { ...init, headers }))
    },
  }
}

/** Serves the app on a free port. */
export function listen(notes: NotesApp): { readonly origin: string; readonly port: number; stop(): void } {
  notes.app.listen({ port: 0, hostname: '127.0.0.1', ...serveConfig })
  const server = notes.app.server
  if (!server?.port) throw new Error('the server has no port')
  return { origin: `http://127.0.0.1:${server.port}`, port: server.port, stop: () => void server.stop(true) }
}

/** The `init` of a request with a JSON body. */
export function jsonBody(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method, body: text, headers: { 'content-type': 'application/json', ...headers } }
}
