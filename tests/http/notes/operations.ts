import { type TSchema, Type } from '@sinclair/typebox'
import type { Operation, Parameter, ResponseSpec } from '#http/operation.ts'
import { text } from '#http/validation/json-schema.ts'
import { Id, Note, NoteInput, NoteList, Problem, Steps, Tag } from './schemas.ts'

type Headers = ResponseSpec['headers']

const header = (required: boolean, schema: TSchema = Type.String()) => ({ required, schema })
const commonHeaders: Headers = {
  'X-Request-Id': header(true),
  'X-Content-Type-Options': header(true),
  'Strict-Transport-Security': header(false),
  'Cache-Control': header(true),
  Vary: header(true),
  RateLimit: header(false),
  'RateLimit-Policy': header(false),
}
const etag: Headers = { ETag: header(true, text({ pattern: '^"[!#-~]+"$' })) }

const response = (schema: TSchema, headers: Headers = {}, mediaType = 'application/json'): ResponseSpec => ({
  content: { [mediaType]: schema },
  headers: { ...commonHeaders, ...headers },
})

const headersByStatus: Readonly<Record<number, Headers>> = {
  401: { 'WWW-Authenticate': header(true) },
  412: { ETag: header(false) },
  429: { 'Retry-After': header(true) },
  503: { 'Retry-After': header(true) },
}

const problems = (...statuses: number[]): Record<number, ResponseSpec> =>
  Object.fromEntries(
    [400, 422, 500, 503, ...statuses].map((status) => [
      status,
      response(
        Problem,
        { ...headersByStatus[status], 'Cache-Control': header(true, Type.Literal('no-store')) },
        'application/problem+json',
      ),
    ]),
  )

const parameter = (name: string, schema: TSchema, overrides: Partial<Parameter> = {}): Parameter => ({
  name,
  required: false,
  coerce: 'string',
  schema,
  ...overrides,
})

const id = parameter('id', Id, { required: true })
const ifMatch = parameter('If-Match', text({ minLength: 1, maxLength: 1024 }), { required: true })
const ifNoneMatch = parameter('If-None-Match', text({ minLength: 1, maxLength: 1024 }))
const json = { required: true, content: { 'application/json': NoteInput } }
const notModified: ResponseSpec = { headers: { ...commonHeaders, ...etag } }

const commonFields = {
  tag: 'Notes',
  security: 'required',
  schemes: { bearerAuth: [] },
  rateLimit: 'default',
} as const
const none = { path: [], query: [], header: [] } as const

export const operations: Readonly<Record<string, Operation>> = {
  listNotes: {
    ...commonFields,
    id: 'listNotes',
    method: 'get',
    path: '/api/notes',
    parameters: {
      path: [],
      query: [
        parameter('limit', Type.Integer({ minimum: 1, maximum: 200, default: 50 }), { coerce: 'integer' }),
        parameter('share', Type.Number({ minimum: 0 }), { coerce: 'number' }),
        parameter('done', Type.Boolean(), { coerce: 'boolean' }),
        parameter('q', text({ minLength: 1, maxLength: 20 })),
        parameter('tag', Type.Array(Tag, { maxItems: 3 }), { list: 'repeat' }),
        parameter('page', Type.Array(Type.Integer({ minimum: 1 })), { list: 'comma', coerce: 'integer' }),
        parameter('cursor', text({ minLength: 1 })),
      ],
      header: [ifNoneMatch, parameter('X-Zone', text({ format: 'time-zone' }))],
    },
    responses: {
      200: response(NoteList, { ...etag, Link: header(false) }),
      304: notModified,
      ...problems(401, 429),
    },
  },
  createNote: {
    ...commonFields,
    id: 'createNote',
    method: 'post',
    path: '/api/notes',
    parameters: { ...none, header: [parameter('Idempotency-Key', text({ minLength: 1, maxLength: 255 }))] },
    requestBody: json,
    responses: {
      201: response(Note, { ...etag, Location: header(true), 'Idempotency-Replayed': header(false) }),
      ...problems(401, 409, 413, 415, 429),
    },
  },
  takeSteps: {
    ...commonFields,
    id: 'takeSteps',
    method: 'post',
    path: '/api/steps',
    parameters: none,
    requestBody: {
      required: true,
      validateEach: { list: 'steps', id: 'stepId' },
      content: { 'application/json': Steps },
    },
    responses: {
      200: response(Type.Object({ problems: Type.Array(Problem) })),
      ...problems(401, 413, 415, 429),
    },
  },
  getNote: {
    ...commonFields,
    id: 'getNote',
    method: 'get',
    path: '/api/notes/{id}',
    parameters: { ...none, path: [id], header: [ifNoneMatch] },
    responses: { 200: response(Note, etag), 304: notModified, ...problems(401, 404, 429) },
  },
  replaceNote: {
    ...commonFields,
    id: 'replaceNote',
    method: 'put',
    path: '/api/notes/{id}',
    parameters: { ...none, path: [id], header: [ifMatch] },
    requestBody: json,
    responses: { 200: response(Note, etag), ...problems(401, 404, 412, 413, 415, 428, 429) },
  },
  deleteNote: {
    ...commonFields,
    id: 'deleteNote',
    method: 'delete',
    path: '/api/notes/{id}',
    parameters: { ...none, path: [id], header: [ifMatch] },
    responses: { 204: { headers: commonHeaders }, ...problems(401, 404, 412, 428, 429) },
  },
  latestNote: {
    ...commonFields,
    id: 'latestNote',
    method: 'get',
    path: '/api/notes/latest',
    security: 'optional',
    parameters: none,
    responses: { 200: response(Type.Object({ for: Type.String() })), ...problems(401, 429) },
  },
  login: {
    ...commonFields,
    id: 'login',
    method: 'post',
    path: '/api/login',
    security: 'none',
    schemes: {},
    rateLimit: 'auth',
    parameters: none,
    requestBody: {
      required: false,
      content: {
        'application/json': Type.Object({ password: Type.String() }, { additionalProperties: false }),
      },
    },
    responses: {
      200: response(Type.Object({ token: Type.String() }), {
        'Cache-Control': header(true, Type.Literal('no-store')),
      }),
      ...problems(401, 413, 415, 429),
    },
  },
  getText: {
    ...commonFields,
    id: 'getText',
    method: 'get',
    path: '/text.yaml',
    security: 'none',
    schemes: {},
    parameters: { ...none, header: [ifNoneMatch] },
    responses: {
      200: response(Type.String(), etag, 'text/plain'),
      304: notModified,
      ...problems(429),
    },
  },
  streamText: {
    id: 'streamText',
    tag: 'Notes',
    method: 'get',
    path: '/stream',
    security: 'none',
    schemes: {},
    parameters: none,
    responses: { 200: response(Type.String(), {}, 'text/plain'), ...problems() },
  },
  fail: {
    id: 'fail',
    tag: 'Notes',
    method: 'get',
    path: '/fail',
    security: 'none',
    schemes: {},
    parameters: { ...none, query: [parameter('how', Type.String(), { required: true })] },
    responses: { 200: response(Type.Object({ ok: Type.Boolean() })), ...problems() },
  },
}
