// Written by `bun run generate` from openapi.yaml. Do not edit: change the contract, and generate.

import { Type } from '@sinclair/typebox'
import { text } from '../src/http/validation/json-schema.ts'
import type { ResponseOf, Awaitable, OperationId, RequestOf } from '../src/http/contract-types.ts'
import type { Operation, Parameter, ResponseSpec } from '../src/http/operation.ts'
import * as schemas from './schemas.ts'

/** Parameters that several operations take. */
const parameters = {
  Limit: {
    name: 'limit',
    required: false,
    coerce: 'integer',
    schema: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  Cursor: {
    name: 'cursor',
    required: false,
    coerce: 'string',
    schema: text({ minLength: 16, maxLength: 1024, pattern: '^[A-Za-z0-9_-]+$' }),
  },
  Id: { name: 'id', required: true, coerce: 'string', schema: schemas.Id },
  IfNoneMatch: { name: 'If-None-Match', required: false, coerce: 'string', schema: Type.String() },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    required: false,
    coerce: 'string',
    schema: text({ minLength: 1, maxLength: 255, pattern: '^[!-~]+$' }),
  },
  ExercisePathId: { name: 'id', required: true, coerce: 'string', schema: schemas.ExerciseId },
  IfMatch: {
    name: 'If-Match',
    required: true,
    coerce: 'string',
    schema: text({ maxLength: 1024, pattern: '^(\\*|(W/)?"[!#-~]*"([ \\t]*,[ \\t]*(W/)?"[!#-~]*")*)$' }),
  },
  From: { name: 'from', required: false, coerce: 'string', schema: schemas.Day },
  To: { name: 'to', required: false, coerce: 'string', schema: schemas.Day },
  Unit: { name: 'unit', required: false, coerce: 'string', schema: schemas.WeightUnit },
  ProgramPathId: { name: 'id', required: true, coerce: 'string', schema: schemas.ProgramId },
} satisfies Record<string, Parameter>

/** Headers that several answers carry. */
const headers = {
  XRequestId: { required: true, schema: text({ pattern: '^[A-Za-z0-9._-]{1,128}$' }) },
  NoSniff: { required: true, schema: Type.Literal('nosniff') },
  StrictTransport: { required: false, schema: Type.Literal('max-age=31536000') },
  NoStore: { required: true, schema: Type.Literal('no-store') },
  Vary: { required: true, schema: Type.String() },
  Location: { required: true, schema: text({ pattern: '^/api/' }) },
  RateLimit: { required: false, schema: text({ pattern: '^"[a-z]+";r=\\d+;t=\\d+$' }) },
  RateLimitPolicy: { required: false, schema: text({ pattern: '^"[a-z]+";q=\\d+;w=\\d+$' }) },
  Allow: { required: true, schema: text({ pattern: '^[A-Z]+(, [A-Z]+)*$' }) },
  RetryAfter: { required: true, schema: text({ pattern: '^\\d+$' }) },
  WwwAuthenticate: { required: true, schema: text({ pattern: '^Bearer' }) },
  PrivateCache: { required: true, schema: Type.Literal('private, no-cache') },
  Link: { required: false, schema: Type.String() },
  SharedCache: {
    required: true,
    schema: Type.Union([Type.Literal('public, no-cache'), Type.Literal('private, no-cache')]),
  },
  ETag: { required: true, schema: text({ pattern: '^"[!#-~]+"$' }) },
  Revalidated: { required: true, schema: Type.String() },
  IdempotencyReplayed: { required: false, schema: Type.Literal('true') },
  CurrentETag: { required: false, schema: text({ pattern: '^"[!#-~]+"$' }) },
  PublicCache: { required: true, schema: Type.Literal('public, no-cache') },
  ContentDisposition: { required: true, schema: text({ pattern: '^attachment; filename="[a-z0-9.-]+"$' }) },
  ReferenceLocation: { required: true, schema: Type.Literal('/docs') },
  ContentSecurityPolicy: { required: true, schema: Type.String() },
  ReferrerPolicy: { required: true, schema: Type.Literal('no-referrer') },
  AssetCache: { required: true, schema: Type.Literal('public, max-age=86400') },
} satisfies Record<string, ResponseSpec['headers'][string]>

/** Answers that several operations give. */
const responses = {
  BadRequest: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  Forbidden: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  MethodNotAllowed: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      Allow: headers.Allow,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  Conflict: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  ContentTooLarge: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  UnsupportedMediaType: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  ValidationFailed: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  TooManyRequests: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      'Retry-After': headers.RetryAfter,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  InternalError: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  Unavailable: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      'Retry-After': headers.RetryAfter,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  Unauthorized: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      'WWW-Authenticate': headers.WwwAuthenticate,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  NotFound: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  NotModified: {
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      ETag: headers.ETag,
      Vary: headers.Vary,
      'Cache-Control': headers.Revalidated,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  Gone: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  PreconditionFailed: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      ETag: headers.CurrentETag,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
  PreconditionRequired: {
    content: { 'application/problem+json': schemas.Problem },
    headers: {
      'X-Request-Id': headers.XRequestId,
      'X-Content-Type-Options': headers.NoSniff,
      'Strict-Transport-Security': headers.StrictTransport,
      'Cache-Control': headers.NoStore,
      Vary: headers.Vary,
      RateLimit: headers.RateLimit,
      'RateLimit-Policy': headers.RateLimitPolicy,
    },
  },
} satisfies Record<string, ResponseSpec>

/** Every operation of the contract. */
export const operations: { readonly [Id in OperationId]: Operation } = {
  register: {
    id: 'register',
    method: 'post',
    path: '/api/auth/register',
    tag: 'Auth',
    security: 'none',
    rateLimit: 'auth',
    parameters: { path: [], query: [], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.Registration } },
    responses: {
      201: {
        content: { 'application/json': schemas.Tokens },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          Location: headers.Location,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      403: responses.Forbidden,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  login: {
    id: 'login',
    method: 'post',
    path: '/api/auth/login',
    tag: 'Auth',
    security: 'none',
    rateLimit: 'auth',
    parameters: { path: [], query: [], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.Credentials } },
    responses: {
      200: {
        content: { 'application/json': schemas.Tokens },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  refresh: {
    id: 'refresh',
    method: 'post',
    path: '/api/auth/refresh',
    tag: 'Auth',
    security: 'none',
    rateLimit: 'auth',
    parameters: { path: [], query: [], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.RefreshInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Tokens },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  logout: {
    id: 'logout',
    method: 'post',
    path: '/api/auth/logout',
    tag: 'Auth',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  validateSession: {
    id: 'validateSession',
    method: 'get',
    path: '/api/auth/validate',
    tag: 'Auth',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.SessionValidity },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listSessions: {
    id: 'listSessions',
    method: 'get',
    path: '/api/auth/sessions',
    tag: 'Auth',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Limit, parameters.Cursor], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.SessionList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  endSession: {
    id: 'endSession',
    method: 'delete',
    path: '/api/auth/sessions/{id}',
    tag: 'Auth',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listExercises: {
    id: 'listExercises',
    method: 'get',
    path: '/api/exercises',
    tag: 'Exercises',
    security: 'optional',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'q', required: false, coerce: 'string', schema: text({ minLength: 1, maxLength: 100 }) },
        { name: 'muscle', required: false, coerce: 'string', schema: schemas.Muscle },
        {
          name: 'minEngagement',
          required: false,
          coerce: 'integer',
          schema: Type.Integer({ minimum: 1, maximum: 100 }),
        },
        {
          name: 'equipment',
          required: false,
          coerce: 'string',
          list: 'repeat',
          schema: Type.Array(schemas.Equipment, { minItems: 1, maxItems: 20 }),
        },
        { name: 'category', required: false, coerce: 'string', schema: schemas.ExerciseCategory },
        { name: 'pattern', required: false, coerce: 'string', schema: schemas.MovementPattern },
        { name: 'mechanic', required: false, coerce: 'string', schema: schemas.Mechanic },
        { name: 'difficulty', required: false, coerce: 'string', schema: schemas.Difficulty },
        { name: 'source', required: false, coerce: 'string', schema: schemas.ExerciseSource },
        {
          name: 'sort',
          required: false,
          coerce: 'string',
          schema: Type.Union([Type.Literal('name'), Type.Literal('engagement')], { default: 'name' }),
        },
        parameters.Limit,
        parameters.Cursor,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.ExerciseList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.SharedCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createExercise: {
    id: 'createExercise',
    method: 'post',
    path: '/api/exercises',
    tag: 'Exercises',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.ExerciseInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Exercise },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getExercise: {
    id: 'getExercise',
    method: 'get',
    path: '/api/exercises/{id}',
    tag: 'Exercises',
    security: 'optional',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Exercise },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.SharedCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceExercise: {
    id: 'replaceExercise',
    method: 'put',
    path: '/api/exercises/{id}',
    tag: 'Exercises',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.ExerciseInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Exercise },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteExercise: {
    id: 'deleteExercise',
    method: 'delete',
    path: '/api/exercises/{id}',
    tag: 'Exercises',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listMuscles: {
    id: 'listMuscles',
    method: 'get',
    path: '/api/muscles',
    tag: 'Exercises',
    security: 'none',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.MuscleList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PublicCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listWorkouts: {
    id: 'listWorkouts',
    method: 'get',
    path: '/api/workouts',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        parameters.From,
        parameters.To,
        { name: 'exerciseId', required: false, coerce: 'string', schema: schemas.ExerciseId },
        { name: 'q', required: false, coerce: 'string', schema: text({ minLength: 1, maxLength: 100 }) },
        { name: 'status', required: false, coerce: 'string', schema: schemas.WorkoutStatus },
        parameters.Unit,
        parameters.Limit,
        parameters.Cursor,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.WorkoutList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createWorkout: {
    id: 'createWorkout',
    method: 'post',
    path: '/api/workouts',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.WorkoutInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Workout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getWorkout: {
    id: 'getWorkout',
    method: 'get',
    path: '/api/workouts/{id}',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [parameters.Unit], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Workout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceWorkout: {
    id: 'replaceWorkout',
    method: 'put',
    path: '/api/workouts/{id}',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.WorkoutInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Workout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteWorkout: {
    id: 'deleteWorkout',
    method: 'delete',
    path: '/api/workouts/{id}',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listWorkoutRevisions: {
    id: 'listWorkoutRevisions',
    method: 'get',
    path: '/api/workouts/{id}/revisions',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [parameters.Limit, parameters.Cursor], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.WorkoutRevisionList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  restoreWorkout: {
    id: 'restoreWorkout',
    method: 'post',
    path: '/api/workouts/{id}/restore',
    tag: 'Workouts',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: false, content: { 'application/json': schemas.RestoreInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Workout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listPrograms: {
    id: 'listPrograms',
    method: 'get',
    path: '/api/programs',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'source', required: false, coerce: 'string', schema: schemas.ExerciseSource },
        {
          name: 'sessionsPerWeek',
          required: false,
          coerce: 'integer',
          schema: Type.Integer({ minimum: 1, maximum: 14 }),
        },
        parameters.Limit,
        parameters.Cursor,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.ProgramList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createProgram: {
    id: 'createProgram',
    method: 'post',
    path: '/api/programs',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.ProgramInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Program },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getProgram: {
    id: 'getProgram',
    method: 'get',
    path: '/api/programs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [parameters.ProgramPathId],
      query: [{ name: 'revision', required: false, coerce: 'integer', schema: schemas.Revision }],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.Program },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceProgram: {
    id: 'replaceProgram',
    method: 'put',
    path: '/api/programs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ProgramPathId], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.ProgramInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Program },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteProgram: {
    id: 'deleteProgram',
    method: 'delete',
    path: '/api/programs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ProgramPathId], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  previewProgram: {
    id: 'previewProgram',
    method: 'post',
    path: '/api/programs/preview',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Unit], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.ProgramPreviewRequest } },
    responses: {
      200: {
        content: { 'application/json': schemas.ProgramPreview },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createProgramFromWorkout: {
    id: 'createProgramFromWorkout',
    method: 'post',
    path: '/api/programs/from-workout',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.ProgramFromWorkout } },
    responses: {
      201: {
        content: { 'application/json': schemas.Program },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  planProgram: {
    id: 'planProgram',
    method: 'post',
    path: '/api/programs/plan',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.PlanRequest } },
    responses: {
      200: {
        content: { 'application/json': schemas.ProgramPlan },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listRuns: {
    id: 'listRuns',
    method: 'get',
    path: '/api/runs',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Limit, parameters.Cursor], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.RunList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createRun: {
    id: 'createRun',
    method: 'post',
    path: '/api/runs',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.RunInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Run },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getRun: {
    id: 'getRun',
    method: 'get',
    path: '/api/runs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [parameters.Unit], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Run },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceRun: {
    id: 'replaceRun',
    method: 'put',
    path: '/api/runs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.RunInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Run },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteRun: {
    id: 'deleteRun',
    method: 'delete',
    path: '/api/runs/{id}',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  decideRun: {
    id: 'decideRun',
    method: 'post',
    path: '/api/runs/{id}/decisions',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.RunDecision } },
    responses: {
      201: {
        content: { 'application/json': schemas.Run },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getNextWorkout: {
    id: 'getNextWorkout',
    method: 'get',
    path: '/api/runs/{id}/next',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [parameters.Id],
      query: [
        { name: 'week', required: false, coerce: 'string', schema: schemas.ProgramKey },
        { name: 'day', required: false, coerce: 'string', schema: schemas.ProgramKey },
        parameters.Unit,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.NextWorkout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  startRunWorkout: {
    id: 'startRunWorkout',
    method: 'post',
    path: '/api/runs/{id}/start',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.StartInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Workout },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      410: responses.Gone,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getAdherence: {
    id: 'getAdherence',
    method: 'get',
    path: '/api/runs/{id}/adherence',
    tag: 'Programs',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Adherence },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getVolume: {
    id: 'getVolume',
    method: 'get',
    path: '/api/analytics/volume',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        parameters.From,
        parameters.To,
        { name: 'bucket', required: false, coerce: 'string', schema: schemas.BucketSize },
        { name: 'muscle', required: false, coerce: 'string', schema: schemas.Muscle },
        parameters.Unit,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.VolumeReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getProgress: {
    id: 'getProgress',
    method: 'get',
    path: '/api/analytics/progress',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'exerciseId', required: false, coerce: 'string', schema: schemas.ExerciseId },
        parameters.From,
        parameters.To,
        { name: 'formula', required: false, coerce: 'string', schema: schemas.OneRepMaxFormula },
        parameters.Unit,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.ProgressReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getRecords: {
    id: 'getRecords',
    method: 'get',
    path: '/api/analytics/records',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'exerciseId', required: false, coerce: 'string', schema: schemas.ExerciseId },
        { name: 'kind', required: false, coerce: 'string', schema: schemas.PersonalRecordKind },
        parameters.From,
        parameters.To,
        { name: 'formula', required: false, coerce: 'string', schema: schemas.OneRepMaxFormula },
        parameters.Unit,
        {
          name: 'limit',
          required: false,
          coerce: 'integer',
          schema: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
        },
        parameters.Cursor,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.RecordsAnswer },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getFatigue: {
    id: 'getFatigue',
    method: 'get',
    path: '/api/analytics/fatigue',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [{ name: 'at', required: false, coerce: 'string', schema: schemas.Instant }],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.FatigueReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  reportSoreness: {
    id: 'reportSoreness',
    method: 'put',
    path: '/api/analytics/fatigue/{muscle}',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [{ name: 'muscle', required: true, coerce: 'string', schema: schemas.Muscle }],
      query: [],
      header: [],
    },
    requestBody: { required: true, content: { 'application/json': schemas.SorenessInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Soreness },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteSoreness: {
    id: 'deleteSoreness',
    method: 'delete',
    path: '/api/analytics/fatigue/{muscle}',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [{ name: 'muscle', required: true, coerce: 'string', schema: schemas.Muscle }],
      query: [{ name: 'at', required: true, coerce: 'string', schema: schemas.Instant }],
      header: [],
    },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getSummary: {
    id: 'getSummary',
    method: 'get',
    path: '/api/analytics/summary',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Unit], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.TrainingSummary },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getCalendar: {
    id: 'getCalendar',
    method: 'get',
    path: '/api/analytics/calendar',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [parameters.From, parameters.To, parameters.Unit],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.CalendarReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getTrainingLoad: {
    id: 'getTrainingLoad',
    method: 'get',
    path: '/api/analytics/load',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.From, parameters.To], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.TrainingLoadReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getStrength: {
    id: 'getStrength',
    method: 'get',
    path: '/api/analytics/strength',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        parameters.From,
        parameters.To,
        { name: 'formula', required: false, coerce: 'string', schema: schemas.OneRepMaxFormula },
        parameters.Unit,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.StrengthReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getLandmarks: {
    id: 'getLandmarks',
    method: 'get',
    path: '/api/analytics/landmarks',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.LandmarkTable },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceLandmarks: {
    id: 'replaceLandmarks',
    method: 'put',
    path: '/api/analytics/landmarks',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.LandmarksInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.LandmarkTable },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  simulateWorkout: {
    id: 'simulateWorkout',
    method: 'post',
    path: '/api/analytics/simulate',
    tag: 'Analytics',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Unit], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.WorkoutInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.SimulationReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getExerciseProgression: {
    id: 'getExerciseProgression',
    method: 'get',
    path: '/api/exercises/{id}/progression',
    tag: 'Recommendations',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.ExerciseProgression },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  chooseProgression: {
    id: 'chooseProgression',
    method: 'put',
    path: '/api/exercises/{id}/progression',
    tag: 'Recommendations',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.ProgressionScheme } },
    responses: {
      200: {
        content: { 'application/json': schemas.ExerciseProgression },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  resetProgression: {
    id: 'resetProgression',
    method: 'delete',
    path: '/api/exercises/{id}/progression',
    tag: 'Recommendations',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.ExercisePathId], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getProgression: {
    id: 'getProgression',
    method: 'get',
    path: '/api/recommendations/progression',
    tag: 'Recommendations',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'exerciseId', required: false, coerce: 'string', schema: schemas.ExerciseId },
        { name: 'at', required: false, coerce: 'string', schema: schemas.Instant },
        { name: 'formula', required: false, coerce: 'string', schema: schemas.OneRepMaxFormula },
        parameters.Unit,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.ProgressionReport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  recommendWorkout: {
    id: 'recommendWorkout',
    method: 'post',
    path: '/api/recommendations/workout',
    tag: 'Recommendations',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [parameters.Unit], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.WorkoutRequest } },
    responses: {
      200: {
        content: { 'application/json': schemas.WorkoutRecommendation },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  listMeasurements: {
    id: 'listMeasurements',
    method: 'get',
    path: '/api/measurements',
    tag: 'Measurements',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'kind', required: false, coerce: 'string', schema: schemas.MeasurementKind },
        parameters.From,
        parameters.To,
        parameters.Limit,
        parameters.Cursor,
      ],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.MeasurementList },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Link: headers.Link,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createMeasurement: {
    id: 'createMeasurement',
    method: 'post',
    path: '/api/measurements',
    tag: 'Measurements',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, content: { 'application/json': schemas.MeasurementInput } },
    responses: {
      201: {
        content: { 'application/json': schemas.Measurement },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getMeasurement: {
    id: 'getMeasurement',
    method: 'get',
    path: '/api/measurements/{id}',
    tag: 'Measurements',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Measurement },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  replaceMeasurement: {
    id: 'replaceMeasurement',
    method: 'put',
    path: '/api/measurements/{id}',
    tag: 'Measurements',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    requestBody: { required: true, content: { 'application/json': schemas.MeasurementInput } },
    responses: {
      200: {
        content: { 'application/json': schemas.Measurement },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteMeasurement: {
    id: 'deleteMeasurement',
    method: 'delete',
    path: '/api/measurements/{id}',
    tag: 'Measurements',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getMe: {
    id: 'getMe',
    method: 'get',
    path: '/api/users/me',
    tag: 'Users',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.User },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  updateMe: {
    id: 'updateMe',
    method: 'patch',
    path: '/api/users/me',
    tag: 'Users',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfMatch] },
    requestBody: {
      required: true,
      content: { 'application/json': schemas.UserPatch, 'application/merge-patch+json': schemas.UserPatch },
    },
    responses: {
      200: {
        content: { 'application/json': schemas.User },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      412: responses.PreconditionFailed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  deleteMe: {
    id: 'deleteMe',
    method: 'delete',
    path: '/api/users/me',
    tag: 'Users',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IfMatch] },
    responses: {
      204: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      412: responses.PreconditionFailed,
      422: responses.ValidationFailed,
      428: responses.PreconditionRequired,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  changePassword: {
    id: 'changePassword',
    method: 'post',
    path: '/api/users/me/password',
    tag: 'Users',
    security: 'required',
    rateLimit: 'auth',
    parameters: { path: [], query: [], header: [] },
    requestBody: { required: true, content: { 'application/json': schemas.PasswordChange } },
    responses: {
      200: {
        content: { 'application/json': schemas.Tokens },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  exportMe: {
    id: 'exportMe',
    method: 'get',
    path: '/api/users/me/export',
    tag: 'Users',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.AccountExport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          'Content-Disposition': headers.ContentDisposition,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  pullChanges: {
    id: 'pullChanges',
    method: 'get',
    path: '/api/sync/changes',
    tag: 'Sync',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        {
          name: 'limit',
          required: false,
          coerce: 'integer',
          schema: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }),
        },
        {
          name: 'cursor',
          required: false,
          coerce: 'string',
          schema: text({ minLength: 16, maxLength: 1024, pattern: '^[A-Za-z0-9_-]+$' }),
        },
      ],
      header: [],
    },
    responses: {
      200: {
        content: { 'application/json': schemas.SyncChanges },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  pushMutations: {
    id: 'pushMutations',
    method: 'post',
    path: '/api/sync/push',
    tag: 'Sync',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [] },
    requestBody: {
      required: true,
      limit: 10485760,
      validateEach: { list: 'mutations', id: 'mutationId' },
      content: { 'application/json': schemas.SyncPush },
    },
    responses: {
      200: {
        content: { 'application/json': schemas.SyncPushed },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      410: responses.Gone,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  streamEvents: {
    id: 'streamEvents',
    method: 'get',
    path: '/api/sync/events',
    tag: 'Sync',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [],
      header: [
        {
          name: 'Last-Event-ID',
          required: false,
          coerce: 'string',
          schema: text({ pattern: '^[0-9]{1,16}$' }),
        },
      ],
    },
    responses: {
      200: {
        content: { 'text/event-stream': Type.String() },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  createImport: {
    id: 'createImport',
    method: 'post',
    path: '/api/imports',
    tag: 'Imports',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: true, limit: 21037056, content: { 'multipart/form-data': schemas.ImportUpload } },
    responses: {
      201: {
        content: { 'application/json': schemas.Import },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          Location: headers.Location,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getImport: {
    id: 'getImport',
    method: 'get',
    path: '/api/imports/{id}',
    tag: 'Imports',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.Import },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  undoImport: {
    id: 'undoImport',
    method: 'delete',
    path: '/api/imports/{id}',
    tag: 'Imports',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.Import },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  commitImport: {
    id: 'commitImport',
    method: 'post',
    path: '/api/imports/{id}/commit',
    tag: 'Imports',
    security: 'required',
    rateLimit: 'default',
    parameters: { path: [parameters.Id], query: [], header: [parameters.IdempotencyKey] },
    requestBody: { required: false, content: { 'application/json': schemas.ImportCorrections } },
    responses: {
      200: {
        content: { 'application/json': schemas.Import },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          'Idempotency-Replayed': headers.IdempotencyReplayed,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      409: responses.Conflict,
      413: responses.ContentTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  exportWorkouts: {
    id: 'exportWorkouts',
    method: 'get',
    path: '/api/exports/workouts',
    tag: 'Imports',
    security: 'required',
    rateLimit: 'default',
    parameters: {
      path: [],
      query: [
        { name: 'format', required: true, coerce: 'string', schema: schemas.ExportFormat },
        parameters.Unit,
      ],
      header: [],
    },
    responses: {
      200: {
        content: { 'text/csv': Type.String(), 'application/json': schemas.AccountExport },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PrivateCache,
          Vary: headers.Vary,
          'Content-Disposition': headers.ContentDisposition,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      429: responses.TooManyRequests,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getLiveness: {
    id: 'getLiveness',
    method: 'get',
    path: '/livez',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.Liveness },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
        },
      },
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getReadiness: {
    id: 'getReadiness',
    method: 'get',
    path: '/readyz',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'application/json': schemas.Readiness },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
        },
      },
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
      503: responses.Unavailable,
    },
  },
  getMetrics: {
    id: 'getMetrics',
    method: 'get',
    path: '/metrics',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'text/plain': Type.String() },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.NoStore,
          Vary: headers.Vary,
        },
      },
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getContractYaml: {
    id: 'getContractYaml',
    method: 'get',
    path: '/openapi.yaml',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/yaml': schemas.OpenApiDocument },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PublicCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getContractJson: {
    id: 'getContractJson',
    method: 'get',
    path: '/openapi.json',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [parameters.IfNoneMatch] },
    responses: {
      200: {
        content: { 'application/json': schemas.OpenApiDocument },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PublicCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
          RateLimit: headers.RateLimit,
          'RateLimit-Policy': headers.RateLimitPolicy,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getRoot: {
    id: 'getRoot',
    method: 'get',
    path: '/',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [] },
    responses: {
      302: {
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PublicCache,
          Vary: headers.Vary,
          Location: headers.ReferenceLocation,
        },
      },
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getReference: {
    id: 'getReference',
    method: 'get',
    path: '/docs',
    tag: 'Operations',
    security: 'none',
    parameters: { path: [], query: [], header: [] },
    responses: {
      200: {
        content: { 'text/html': Type.String() },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.PublicCache,
          Vary: headers.Vary,
          'Content-Security-Policy': headers.ContentSecurityPolicy,
          'Referrer-Policy': headers.ReferrerPolicy,
        },
      },
      400: responses.BadRequest,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
  getReferenceAsset: {
    id: 'getReferenceAsset',
    method: 'get',
    path: '/docs/{asset}',
    tag: 'Operations',
    security: 'none',
    parameters: {
      path: [
        {
          name: 'asset',
          required: true,
          coerce: 'string',
          schema: text({ pattern: '^[a-z0-9.-]{1,100}$' }),
        },
      ],
      query: [],
      header: [parameters.IfNoneMatch],
    },
    responses: {
      200: {
        content: { 'text/javascript': Type.String(), 'text/css': Type.String() },
        headers: {
          'X-Request-Id': headers.XRequestId,
          'X-Content-Type-Options': headers.NoSniff,
          'Strict-Transport-Security': headers.StrictTransport,
          'Cache-Control': headers.AssetCache,
          Vary: headers.Vary,
          ETag: headers.ETag,
        },
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      404: responses.NotFound,
      405: responses.MethodNotAllowed,
      422: responses.ValidationFailed,
      500: responses.InternalError,
    },
  },
}

/**
 * What openapi-typescript's types don't say: who may call, which query parameters have a default, and the
 * list whose items are validated one by one.
 */
export interface OperationFacts {
  register: { security: 'none'; defaults: never; validated: never }
  login: { security: 'none'; defaults: never; validated: never }
  refresh: { security: 'none'; defaults: never; validated: never }
  logout: { security: 'required'; defaults: never; validated: never }
  validateSession: { security: 'required'; defaults: never; validated: never }
  listSessions: { security: 'required'; defaults: 'limit'; validated: never }
  endSession: { security: 'required'; defaults: never; validated: never }
  listExercises: { security: 'optional'; defaults: 'sort' | 'limit'; validated: never }
  createExercise: { security: 'required'; defaults: never; validated: never }
  getExercise: { security: 'optional'; defaults: never; validated: never }
  replaceExercise: { security: 'required'; defaults: never; validated: never }
  deleteExercise: { security: 'required'; defaults: never; validated: never }
  listMuscles: { security: 'none'; defaults: never; validated: never }
  listWorkouts: { security: 'required'; defaults: 'limit'; validated: never }
  createWorkout: { security: 'required'; defaults: never; validated: never }
  getWorkout: { security: 'required'; defaults: never; validated: never }
  replaceWorkout: { security: 'required'; defaults: never; validated: never }
  deleteWorkout: { security: 'required'; defaults: never; validated: never }
  listWorkoutRevisions: { security: 'required'; defaults: 'limit'; validated: never }
  restoreWorkout: { security: 'required'; defaults: never; validated: never }
  listPrograms: { security: 'required'; defaults: 'limit'; validated: never }
  createProgram: { security: 'required'; defaults: never; validated: never }
  getProgram: { security: 'required'; defaults: never; validated: never }
  replaceProgram: { security: 'required'; defaults: never; validated: never }
  deleteProgram: { security: 'required'; defaults: never; validated: never }
  previewProgram: { security: 'required'; defaults: never; validated: never }
  createProgramFromWorkout: { security: 'required'; defaults: never; validated: never }
  planProgram: { security: 'required'; defaults: never; validated: never }
  listRuns: { security: 'required'; defaults: 'limit'; validated: never }
  createRun: { security: 'required'; defaults: never; validated: never }
  getRun: { security: 'required'; defaults: never; validated: never }
  replaceRun: { security: 'required'; defaults: never; validated: never }
  deleteRun: { security: 'required'; defaults: never; validated: never }
  decideRun: { security: 'required'; defaults: never; validated: never }
  getNextWorkout: { security: 'required'; defaults: never; validated: never }
  startRunWorkout: { security: 'required'; defaults: never; validated: never }
  getAdherence: { security: 'required'; defaults: never; validated: never }
  getVolume: { security: 'required'; defaults: 'bucket'; validated: never }
  getProgress: { security: 'required'; defaults: 'formula'; validated: never }
  getRecords: { security: 'required'; defaults: 'formula' | 'limit'; validated: never }
  getFatigue: { security: 'required'; defaults: never; validated: never }
  reportSoreness: { security: 'required'; defaults: never; validated: never }
  deleteSoreness: { security: 'required'; defaults: never; validated: never }
  getSummary: { security: 'required'; defaults: never; validated: never }
  getCalendar: { security: 'required'; defaults: never; validated: never }
  getTrainingLoad: { security: 'required'; defaults: never; validated: never }
  getStrength: { security: 'required'; defaults: 'formula'; validated: never }
  getLandmarks: { security: 'required'; defaults: never; validated: never }
  replaceLandmarks: { security: 'required'; defaults: never; validated: never }
  simulateWorkout: { security: 'required'; defaults: never; validated: never }
  getExerciseProgression: { security: 'required'; defaults: never; validated: never }
  chooseProgression: { security: 'required'; defaults: never; validated: never }
  resetProgression: { security: 'required'; defaults: never; validated: never }
  getProgression: { security: 'required'; defaults: 'formula'; validated: never }
  recommendWorkout: { security: 'required'; defaults: never; validated: never }
  listMeasurements: { security: 'required'; defaults: 'limit'; validated: never }
  createMeasurement: { security: 'required'; defaults: never; validated: never }
  getMeasurement: { security: 'required'; defaults: never; validated: never }
  replaceMeasurement: { security: 'required'; defaults: never; validated: never }
  deleteMeasurement: { security: 'required'; defaults: never; validated: never }
  getMe: { security: 'required'; defaults: never; validated: never }
  updateMe: { security: 'required'; defaults: never; validated: never }
  deleteMe: { security: 'required'; defaults: never; validated: never }
  changePassword: { security: 'required'; defaults: never; validated: never }
  exportMe: { security: 'required'; defaults: never; validated: never }
  pullChanges: { security: 'required'; defaults: 'limit'; validated: never }
  pushMutations: { security: 'required'; defaults: never; validated: 'mutations' }
  streamEvents: { security: 'required'; defaults: never; validated: never }
  createImport: { security: 'required'; defaults: never; validated: never }
  getImport: { security: 'required'; defaults: never; validated: never }
  undoImport: { security: 'required'; defaults: never; validated: never }
  commitImport: { security: 'required'; defaults: never; validated: never }
  exportWorkouts: { security: 'required'; defaults: never; validated: never }
  getLiveness: { security: 'none'; defaults: never; validated: never }
  getReadiness: { security: 'none'; defaults: never; validated: never }
  getMetrics: { security: 'none'; defaults: never; validated: never }
  getContractYaml: { security: 'none'; defaults: never; validated: never }
  getContractJson: { security: 'none'; defaults: never; validated: never }
  getRoot: { security: 'none'; defaults: never; validated: never }
  getReference: { security: 'none'; defaults: never; validated: never }
  getReferenceAsset: { security: 'none'; defaults: never; validated: never }
}

/** The handlers of the contract: one function for each operation, held to what it declares. */
export interface Handlers<Context, Principal> {
  /** `POST /api/auth/register`: Create an account */
  register: (request: RequestOf<'register', Context, Principal>) => Awaitable<ResponseOf<'register'>>
  /** `POST /api/auth/login`: Log in to an account */
  login: (request: RequestOf<'login', Context, Principal>) => Awaitable<ResponseOf<'login'>>
  /** `POST /api/auth/refresh`: Refresh the tokens */
  refresh: (request: RequestOf<'refresh', Context, Principal>) => Awaitable<ResponseOf<'refresh'>>
  /** `POST /api/auth/logout`: Log out of this session */
  logout: (request: RequestOf<'logout', Context, Principal>) => Awaitable<ResponseOf<'logout'>>
  /** `GET /api/auth/validate`: Check the session */
  validateSession: (request: RequestOf<'validateSession', Context, Principal>) => Awaitable<ResponseOf<'validateSession'>>
  /** `GET /api/auth/sessions`: List the sessions */
  listSessions: (request: RequestOf<'listSessions', Context, Principal>) => Awaitable<ResponseOf<'listSessions'>>
  /** `DELETE /api/auth/sessions/{id}`: End a session */
  endSession: (request: RequestOf<'endSession', Context, Principal>) => Awaitable<ResponseOf<'endSession'>>
  /** `GET /api/exercises`: Search the exercises */
  listExercises: (request: RequestOf<'listExercises', Context, Principal>) => Awaitable<ResponseOf<'listExercises'>>
  /** `POST /api/exercises`: Create a custom exercise */
  createExercise: (request: RequestOf<'createExercise', Context, Principal>) => Awaitable<ResponseOf<'createExercise'>>
  /** `GET /api/exercises/{id}`: Read an exercise */
  getExercise: (request: RequestOf<'getExercise', Context, Principal>) => Awaitable<ResponseOf<'getExercise'>>
  /** `PUT /api/exercises/{id}`: Replace a custom exercise */
  replaceExercise: (request: RequestOf<'replaceExercise', Context, Principal>) => Awaitable<ResponseOf<'replaceExercise'>>
  /** `DELETE /api/exercises/{id}`: Delete a custom exercise */
  deleteExercise: (request: RequestOf<'deleteExercise', Context, Principal>) => Awaitable<ResponseOf<'deleteExercise'>>
  /** `GET /api/muscles`: List the muscles */
  listMuscles: (request: RequestOf<'listMuscles', Context, Principal>) => Awaitable<ResponseOf<'listMuscles'>>
  /** `GET /api/workouts`: List workouts */
  listWorkouts: (request: RequestOf<'listWorkouts', Context, Principal>) => Awaitable<ResponseOf<'listWorkouts'>>
  /** `POST /api/workouts`: Log a workout */
  createWorkout: (request: RequestOf<'createWorkout', Context, Principal>) => Awaitable<ResponseOf<'createWorkout'>>
  /** `GET /api/workouts/{id}`: Read a workout */
  getWorkout: (request: RequestOf<'getWorkout', Context, Principal>) => Awaitable<ResponseOf<'getWorkout'>>
  /** `PUT /api/workouts/{id}`: Save a workout */
  replaceWorkout: (request: RequestOf<'replaceWorkout', Context, Principal>) => Awaitable<ResponseOf<'replaceWorkout'>>
  /** `DELETE /api/workouts/{id}`: Delete a workout */
  deleteWorkout: (request: RequestOf<'deleteWorkout', Context, Principal>) => Awaitable<ResponseOf<'deleteWorkout'>>
  /** `GET /api/workouts/{id}/revisions`: List a workout's revisions */
  listWorkoutRevisions: (request: RequestOf<'listWorkoutRevisions', Context, Principal>) => Awaitable<ResponseOf<'listWorkoutRevisions'>>
  /** `POST /api/workouts/{id}/restore`: Restore a workout */
  restoreWorkout: (request: RequestOf<'restoreWorkout', Context, Principal>) => Awaitable<ResponseOf<'restoreWorkout'>>
  /** `GET /api/programs`: List programs */
  listPrograms: (request: RequestOf<'listPrograms', Context, Principal>) => Awaitable<ResponseOf<'listPrograms'>>
  /** `POST /api/programs`: Create a program */
  createProgram: (request: RequestOf<'createProgram', Context, Principal>) => Awaitable<ResponseOf<'createProgram'>>
  /** `GET /api/programs/{id}`: Read a program */
  getProgram: (request: RequestOf<'getProgram', Context, Principal>) => Awaitable<ResponseOf<'getProgram'>>
  /** `PUT /api/programs/{id}`: Replace a program */
  replaceProgram: (request: RequestOf<'replaceProgram', Context, Principal>) => Awaitable<ResponseOf<'replaceProgram'>>
  /** `DELETE /api/programs/{id}`: Delete a program */
  deleteProgram: (request: RequestOf<'deleteProgram', Context, Principal>) => Awaitable<ResponseOf<'deleteProgram'>>
  /** `POST /api/programs/preview`: Preview a program before anyone starts it */
  previewProgram: (request: RequestOf<'previewProgram', Context, Principal>) => Awaitable<ResponseOf<'previewProgram'>>
  /** `POST /api/programs/from-workout`: Make a routine of a workout */
  createProgramFromWorkout: (request: RequestOf<'createProgramFromWorkout', Context, Principal>) => Awaitable<ResponseOf<'createProgramFromWorkout'>>
  /** `POST /api/programs/plan`: Plan a block of training */
  planProgram: (request: RequestOf<'planProgram', Context, Principal>) => Awaitable<ResponseOf<'planProgram'>>
  /** `GET /api/runs`: List runs */
  listRuns: (request: RequestOf<'listRuns', Context, Principal>) => Awaitable<ResponseOf<'listRuns'>>
  /** `POST /api/runs`: Start to follow a program */
  createRun: (request: RequestOf<'createRun', Context, Principal>) => Awaitable<ResponseOf<'createRun'>>
  /** `GET /api/runs/{id}`: Read a run */
  getRun: (request: RequestOf<'getRun', Context, Principal>) => Awaitable<ResponseOf<'getRun'>>
  /** `PUT /api/runs/{id}`: Replace a run */
  replaceRun: (request: RequestOf<'replaceRun', Context, Principal>) => Awaitable<ResponseOf<'replaceRun'>>
  /** `DELETE /api/runs/{id}`: Delete a run */
  deleteRun: (request: RequestOf<'deleteRun', Context, Principal>) => Awaitable<ResponseOf<'deleteRun'>>
  /** `POST /api/runs/{id}/decisions`: Skip, repeat, move on, or change a base */
  decideRun: (request: RequestOf<'decideRun', Context, Principal>) => Awaitable<ResponseOf<'decideRun'>>
  /** `GET /api/runs/{id}/next`: Read the next workout of a run */
  getNextWorkout: (request: RequestOf<'getNextWorkout', Context, Principal>) => Awaitable<ResponseOf<'getNextWorkout'>>
  /** `POST /api/runs/{id}/start`: Start the next workout of a run */
  startRunWorkout: (request: RequestOf<'startRunWorkout', Context, Principal>) => Awaitable<ResponseOf<'startRunWorkout'>>
  /** `GET /api/runs/{id}/adherence`: Read how closely a run is followed */
  getAdherence: (request: RequestOf<'getAdherence', Context, Principal>) => Awaitable<ResponseOf<'getAdherence'>>
  /** `GET /api/analytics/volume`: Read the training volume per muscle */
  getVolume: (request: RequestOf<'getVolume', Context, Principal>) => Awaitable<ResponseOf<'getVolume'>>
  /** `GET /api/analytics/progress`: Read the progress of an exercise or of all training */
  getProgress: (request: RequestOf<'getProgress', Context, Principal>) => Awaitable<ResponseOf<'getProgress'>>
  /** `GET /api/analytics/records`: Read the records of an exercise or of all exercises */
  getRecords: (request: RequestOf<'getRecords', Context, Principal>) => Awaitable<ResponseOf<'getRecords'>>
  /** `GET /api/analytics/fatigue`: Read the fatigue of each muscle */
  getFatigue: (request: RequestOf<'getFatigue', Context, Principal>) => Awaitable<ResponseOf<'getFatigue'>>
  /** `PUT /api/analytics/fatigue/{muscle}`: Report how sore a muscle is */
  reportSoreness: (request: RequestOf<'reportSoreness', Context, Principal>) => Awaitable<ResponseOf<'reportSoreness'>>
  /** `DELETE /api/analytics/fatigue/{muscle}`: Delete a soreness report */
  deleteSoreness: (request: RequestOf<'deleteSoreness', Context, Principal>) => Awaitable<ResponseOf<'deleteSoreness'>>
  /** `GET /api/analytics/summary`: Read the summary of today */
  getSummary: (request: RequestOf<'getSummary', Context, Principal>) => Awaitable<ResponseOf<'getSummary'>>
  /** `GET /api/analytics/calendar`: Read the training calendar */
  getCalendar: (request: RequestOf<'getCalendar', Context, Principal>) => Awaitable<ResponseOf<'getCalendar'>>
  /** `GET /api/analytics/load`: Read the training load per day */
  getTrainingLoad: (request: RequestOf<'getTrainingLoad', Context, Principal>) => Awaitable<ResponseOf<'getTrainingLoad'>>
  /** `GET /api/analytics/strength`: Read strength relative to bodyweight */
  getStrength: (request: RequestOf<'getStrength', Context, Principal>) => Awaitable<ResponseOf<'getStrength'>>
  /** `GET /api/analytics/landmarks`: Read the weekly landmarks */
  getLandmarks: (request: RequestOf<'getLandmarks', Context, Principal>) => Awaitable<ResponseOf<'getLandmarks'>>
  /** `PUT /api/analytics/landmarks`: Set custom landmarks */
  replaceLandmarks: (request: RequestOf<'replaceLandmarks', Context, Principal>) => Awaitable<ResponseOf<'replaceLandmarks'>>
  /** `POST /api/analytics/simulate`: Simulate a workout */
  simulateWorkout: (request: RequestOf<'simulateWorkout', Context, Principal>) => Awaitable<ResponseOf<'simulateWorkout'>>
  /** `GET /api/exercises/{id}/progression`: Read an exercise's progression */
  getExerciseProgression: (request: RequestOf<'getExerciseProgression', Context, Principal>) => Awaitable<ResponseOf<'getExerciseProgression'>>
  /** `PUT /api/exercises/{id}/progression`: Choose an exercise's progression */
  chooseProgression: (request: RequestOf<'chooseProgression', Context, Principal>) => Awaitable<ResponseOf<'chooseProgression'>>
  /** `DELETE /api/exercises/{id}/progression`: Revert to the default progression */
  resetProgression: (request: RequestOf<'resetProgression', Context, Principal>) => Awaitable<ResponseOf<'resetProgression'>>
  /** `GET /api/recommendations/progression`: Recommend the next sets */
  getProgression: (request: RequestOf<'getProgression', Context, Principal>) => Awaitable<ResponseOf<'getProgression'>>
  /** `POST /api/recommendations/workout`: Recommend a workout */
  recommendWorkout: (request: RequestOf<'recommendWorkout', Context, Principal>) => Awaitable<ResponseOf<'recommendWorkout'>>
  /** `GET /api/measurements`: List measurements */
  listMeasurements: (request: RequestOf<'listMeasurements', Context, Principal>) => Awaitable<ResponseOf<'listMeasurements'>>
  /** `POST /api/measurements`: Record a measurement */
  createMeasurement: (request: RequestOf<'createMeasurement', Context, Principal>) => Awaitable<ResponseOf<'createMeasurement'>>
  /** `GET /api/measurements/{id}`: Read a measurement */
  getMeasurement: (request: RequestOf<'getMeasurement', Context, Principal>) => Awaitable<ResponseOf<'getMeasurement'>>
  /** `PUT /api/measurements/{id}`: Replace a measurement */
  replaceMeasurement: (request: RequestOf<'replaceMeasurement', Context, Principal>) => Awaitable<ResponseOf<'replaceMeasurement'>>
  /** `DELETE /api/measurements/{id}`: Delete a measurement */
  deleteMeasurement: (request: RequestOf<'deleteMeasurement', Context, Principal>) => Awaitable<ResponseOf<'deleteMeasurement'>>
  /** `GET /api/users/me`: Read the profile */
  getMe: (request: RequestOf<'getMe', Context, Principal>) => Awaitable<ResponseOf<'getMe'>>
  /** `PATCH /api/users/me`: Change the profile */
  updateMe: (request: RequestOf<'updateMe', Context, Principal>) => Awaitable<ResponseOf<'updateMe'>>
  /** `DELETE /api/users/me`: Delete the account */
  deleteMe: (request: RequestOf<'deleteMe', Context, Principal>) => Awaitable<ResponseOf<'deleteMe'>>
  /** `POST /api/users/me/password`: Change the password */
  changePassword: (request: RequestOf<'changePassword', Context, Principal>) => Awaitable<ResponseOf<'changePassword'>>
  /** `GET /api/users/me/export`: Export all data */
  exportMe: (request: RequestOf<'exportMe', Context, Principal>) => Awaitable<ResponseOf<'exportMe'>>
  /** `GET /api/sync/changes`: Pull changes */
  pullChanges: (request: RequestOf<'pullChanges', Context, Principal>) => Awaitable<ResponseOf<'pullChanges'>>
  /** `POST /api/sync/push`: Push offline changes */
  pushMutations: (request: RequestOf<'pushMutations', Context, Principal>) => Awaitable<ResponseOf<'pushMutations'>>
  /** `GET /api/sync/events`: Stream change hints */
  streamEvents: (request: RequestOf<'streamEvents', Context, Principal>) => Awaitable<ResponseOf<'streamEvents'>>
  /** `POST /api/imports`: Upload another app's file (dry run) */
  createImport: (request: RequestOf<'createImport', Context, Principal>) => Awaitable<ResponseOf<'createImport'>>
  /** `GET /api/imports/{id}`: Read an import */
  getImport: (request: RequestOf<'getImport', Context, Principal>) => Awaitable<ResponseOf<'getImport'>>
  /** `DELETE /api/imports/{id}`: Undo an import */
  undoImport: (request: RequestOf<'undoImport', Context, Principal>) => Awaitable<ResponseOf<'undoImport'>>
  /** `POST /api/imports/{id}/commit`: Commit an import */
  commitImport: (request: RequestOf<'commitImport', Context, Principal>) => Awaitable<ResponseOf<'commitImport'>>
  /** `GET /api/exports/workouts`: Export workouts for another app */
  exportWorkouts: (request: RequestOf<'exportWorkouts', Context, Principal>) => Awaitable<ResponseOf<'exportWorkouts'>>
  /** `GET /livez`: Check that the process is alive */
  getLiveness: (request: RequestOf<'getLiveness', Context, Principal>) => Awaitable<ResponseOf<'getLiveness'>>
  /** `GET /readyz`: Check that the server is ready */
  getReadiness: (request: RequestOf<'getReadiness', Context, Principal>) => Awaitable<ResponseOf<'getReadiness'>>
  /** `GET /metrics`: Read the metrics for Prometheus */
  getMetrics: (request: RequestOf<'getMetrics', Context, Principal>) => Awaitable<ResponseOf<'getMetrics'>>
  /** `GET /openapi.yaml`: Download this contract as YAML */
  getContractYaml: (request: RequestOf<'getContractYaml', Context, Principal>) => Awaitable<ResponseOf<'getContractYaml'>>
  /** `GET /openapi.json`: Download this contract as JSON */
  getContractJson: (request: RequestOf<'getContractJson', Context, Principal>) => Awaitable<ResponseOf<'getContractJson'>>
  /** `GET /`: Find the reference */
  getRoot: (request: RequestOf<'getRoot', Context, Principal>) => Awaitable<ResponseOf<'getRoot'>>
  /** `GET /docs`: Open the interactive reference */
  getReference: (request: RequestOf<'getReference', Context, Principal>) => Awaitable<ResponseOf<'getReference'>>
  /** `GET /docs/{asset}`: Download a file of the reference */
  getReferenceAsset: (request: RequestOf<'getReferenceAsset', Context, Principal>) => Awaitable<ResponseOf<'getReferenceAsset'>>
}
