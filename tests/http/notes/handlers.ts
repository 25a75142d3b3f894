import type { Precondition, ProblemOf, ValidatedItem } from '#http/contract-types.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { created, noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** A stored note. */
export interface Note {
  readonly id: string
  readonly revision: number
  readonly owner: string
  readonly [field: string]: unknown
}

/** The store of notes. A transaction works on a copy, which is written back. */
export interface Context {
  readonly notes: Map<string, Note>
}

export interface Principal {
  readonly kind: 'session'
  readonly user: { readonly id: string }
}

interface NoteRequest extends Context {
  readonly principal: Principal
  readonly path: { readonly id: string }
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: { readonly id?: string; readonly title: string }
  readonly ifMatch: Precondition
}

interface StepsRequest {
  readonly body: { readonly why?: string; readonly steps: readonly ValidatedItem<unknown>[] }
  readonly problemOf: ProblemOf
}

const noteNotFound = () => problem(404, 'not_found', 'There is no such note.')

function ownNote({ notes, principal, path }: NoteRequest): Note | undefined {
  const note = notes.get(path.id)
  return note?.owner === principal.user.id ? note : undefined
}

/** The last input of the handlers, for tests of request parsing. */
export const lastInput: { query: unknown; headers: unknown; body: unknown } = {
  query: undefined,
  headers: undefined,
  body: undefined,
}

/** The number of streams that their readers canceled. */
export const streams = { canceled: 0 }

export const handlers = {
  listNotes({ notes, principal, query, headers }: NoteRequest) {
    lastInput.query = query
    lastInput.headers = headers
    const ownNotes = [...notes.values()].filter((note) => note.owner === principal.user.id)
    const items = ownNotes.slice(0, Number(query.limit))
    return ok(items.length < ownNotes.length ? { items, nextCursor: 'bmV4dA' } : { items })
  },
  createNote({ notes, principal, body }: NoteRequest) {
    lastInput.body = body
    const note: Note = { ...body, id: body.id ?? crypto.randomUUID(), owner: principal.user.id, revision: 1 }
    if (notes.has(note.id)) return problem(409, 'id_taken', 'A note with this id exists.')
    notes.set(note.id, note)
    return created(note)
  },
  takeSteps({ body, problemOf }: StepsRequest) {
    lastInput.body = body
    const problems = body.steps.flatMap((step) =>
      step.valid
        ? []
        : problemOf(422, { code: 'validation_failed', detail: 'No such step.', errors: step.problems }),
    )
    return ok({ problems })
  },
  async getNote(request: NoteRequest) {
    await Promise.resolve()
    const note = ownNote(request)
    return note ? ok(note) : noteNotFound()
  },
  replaceNote(request: NoteRequest) {
    const note = ownNote(request)
    if (!note) return noteNotFound()
    if (!satisfies(request.ifMatch, note.revision)) return stale(note)
    const next: Note = { ...request.body, id: note.id, owner: note.owner, revision: note.revision + 1 }
    request.notes.set(note.id, next)
    return ok(next)
  },
  deleteNote(request: NoteRequest) {
    const note = ownNote(request)
    if (!note) return noteNotFound()
    if (!satisfies(request.ifMatch, note.revision)) return stale(note)
    request.notes.delete(note.id)
    return noContent()
  },
  latestNote({ principal }: { principal: Principal | undefined }) {
    return ok({ for: principal?.user.id ?? 'anyone' })
  },
  login({ body }: { body: { password: string } | undefined }) {
    if (body?.password === 'wrong') return problem(401, 'invalid_credentials', 'The password is wrong.')
    return ok({ token: body?.password ?? 'none' })
  },
  getText() {
    return { status: 200, mediaType: 'text/plain', body: 'olé\n' }
  },
  streamText() {
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
      controller.enqueue(new Uint8Array(1024))
    const cancel = () => void streams.canceled++
    return { status: 200, mediaType: 'text/plain', body: new ReadableStream({ pull, cancel }) }
  },
  fail({ query }: NoteRequest) {
    switch (query.how) {
      case 'throw':
        throw new Error('secret detail')
      case 'busy':
        throw new Unavailable('The database is busy.')
      case 'unavailable':
        throw new Unavailable('shutting down', 7)
      case 'status':
        return { status: 202, body: { ok: true } }
      case 'body':
        return { status: 200, body: { ok: 'secret' } }
      case 'header':
        return { status: 200, body: { ok: true }, headers: { 'X-Undeclared': 'secret' } }
      case 'media':
        return { status: 200, body: 'secret', mediaType: 'text/plain' }
      case 'empty':
        return { status: 200 }
      default:
        return ok({ ok: true })
    }
  },
}
