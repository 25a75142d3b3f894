import fc from 'fast-check'
import { declaredOperations } from '#tests/support/contract.ts'
import { callers, type WildRequest } from './request.ts'
import { ids } from './values.ts'

const segments = [...new Set(declaredOperations.flatMap(({ path }) => path.split('/')))].filter(
  (part) => !part.includes('{'),
)
const segment = fc.oneof(
  fc.constantFrom(...segments, ...ids, '.', '..', '%00', '%2e%2e', '%ff', '%', '*', ':id', '{id}', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(encodeURIComponent),
  fc.webFragments({ size: 'small' }),
)
const knownPath = fc.constantFrom(
  ...declaredOperations.map(({ path }) => path.replace(/\{[^}]+\}/, ids[0] ?? '')),
)
const wildPath = fc.oneof(
  knownPath,
  fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
)
const names = ['limit', 'cursor', 'q', 'from', 'unit', '__proto__', 'limit[]', '']
const pair = fc.tuple(
  fc.oneof(fc.constantFrom(...names), fc.webQueryParameters({ size: 'small' })),
  fc.oneof(fc.webQueryParameters({ size: 'small' }), fc.constantFrom('1', '0x1', '', '%', '%00', '%ff', '+')),
)
const wildQuery = fc
  .array(pair, { maxLength: 3 })
  .map((pairs) => pairs.map((parts) => parts.join('=')).join('&'))
const wildText = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json().map((text) => text.slice(0, -1)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 40 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.constantFrom(
    '{"__proto__":{}}',
    '{"a":1e999}',
    '{"a":"\\ud800"}',
    '{"id":"\\u0000"}',
    '{"a":1,"a":2}',
    '',
    '\ufeff{}',
  ),
)
const wildBody = fc.oneof(
  wildText.map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
)
const latin = fc.stringMatching(/^[ -~\xa0-\xff]{0,40}$/)
const wildHeaders = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Content-Encoding',
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'X-Request-Id',
    'Origin',
    'Accept',
    'Range',
    'Cookie',
    'X-Forwarded-For',
    'X-HTTP-Method-Override',
    'Expect',
    'Authorization',
  ),
  fc.oneof(latin, fc.constantFrom('application/json', '*', '"1-x"', 'null', 'gzip')),
  { maxKeys: 4 },
)
/** Requests without any constraints. */
export const wildRequests: fc.Arbitrary<WildRequest> = fc
  .record({
    kind: fc.constant('wild' as const),
    method: fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'PROPFIND',
      'get',
      'X',
    ),
    path: fc.tuple(wildPath, wildQuery).map(([path, query]) => (query === '' ? path : `${path}?${query}`)),
    headers: wildHeaders,
    body: fc.option(wildBody, { nil: undefined, freq: 2 }),
    caller: callers,
  })
  // The Fetch API throws for a body with one of these methods.
  .map((request) =>
    ['GET', 'HEAD', 'get'].includes(request.method) ? { ...request, body: undefined } : request,
  )
