import type { Exchange } from '../exchange.ts'
import type { Operation } from '../operation.ts'
import { objectKey } from '../policies/etag.ts'
import { isIdempotencyKey } from '../policies/idempotency.ts'
import { readIfMatch } from '../policies/precondition.ts'
import { ProblemError, validationError } from '../response/problem-error.ts'
import { explain } from '../validation/explain.ts'
import type { FieldProblems } from '../validation/field-problems.ts'
import { checkOf } from '../validation/schema-check.ts'
import type { ParsedBody } from './body.ts'
import { binderHeaderCheck, headerReader, queryReader } from './parameters.ts'
import { pathReader } from './path.ts'
import { queryPairs } from './query.ts'
import { eachValidator } from './validate-each.ts'

/** A request, parsed and valid. */
export interface ValidRequest {
  /** For the handler: `path`, `query`, `headers`, `body`, `ifMatch`, each if the operation declares it. */
  readonly parts: Readonly<Record<string, unknown>>
  /** The body as received; empty without one. */
  readonly bodyText: string
  readonly idempotencyKey: string | undefined
}

/**
 * Compiles an operation's request validation, to run once the body is read: path, query, headers and body
 * against their schemas (422 with every field problem, `problems` included), then a missing `If-Match` (428).
 */
export function requestReader(
  operation: Operation,
): (exchange: Exchange, body: ParsedBody | undefined, problems: FieldProblems) => ValidRequest {
  const { parameters, requestBody } = operation
  const headerNames = new Set(parameters.header.map((parameter) => parameter.name.toLowerCase()))
  const readPath = pathReader(operation.path, parameters.path)
  const readQuery = queryReader(parameters.query)
  const hasQuery = parameters.query.length > 0
  const readHeaders = headerReader(parameters.header)
  const checkBinderHeaders = binderHeaderCheck(parameters.header)
  const declaresIfMatch = headerNames.has('if-match')
  const declaresIdempotencyKey = headerNames.has('idempotency-key')
  const bodySchemas = new Map(Object.entries(requestBody?.content ?? {}))

  const validateItems = eachValidator(operation)

  return ({ request: { headers }, target, userId }, parsedBody, bodyProblems) => {
    const itemizedBody = parsedBody && validateItems?.(parsedBody.value, bodyProblems.list.length > 0)
    const problems = itemizedBody?.problems ?? bodyProblems
    const parts: Record<string, unknown> = {}
    if (readPath) parts.path = readPath(target.path, problems)
    if (hasQuery || target.query !== '') {
      const query = readQuery(queryPairs(target.query), problems)
      if (hasQuery) parts.query = query
    }
    if (readHeaders) parts.headers = readHeaders(headers, problems)
    checkBinderHeaders(headers, problems)
    const ifMatch = declaresIfMatch ? headers.get('if-match') : null
    if (ifMatch !== null) {
      parts.ifMatch = readIfMatch(ifMatch, objectKey(target.path, userId))
      if (parts.ifMatch === undefined) {
        problems.add('header', 'If-Match', 'format', 'Must be * or a list of quoted entity tags.')
      }
    }
    const idempotencyKey = declaresIdempotencyKey ? (headers.get('idempotency-key') ?? undefined) : undefined
    if (idempotencyKey !== undefined && !isIdempotencyKey(idempotencyKey)) {
      problems.add('header', 'Idempotency-Key', 'pattern', 'Must be 1 to 255 visible ASCII characters.')
    }
    if (parsedBody && !itemizedBody) {
      const schema = bodySchemas.get(parsedBody.mediaType)
      const check = schema && checkOf(schema)
      if (check && !check.Check(parsedBody.value)) explain(check, parsedBody.value, problems)
    }
    if (requestBody) parts.body = itemizedBody ? itemizedBody.body : parsedBody?.value
    if (problems.list.length > 0) throw validationError(problems.list)
    if (declaresIfMatch && ifMatch === null) {
      const detail = 'Send the ETag of the version that you are changing in If-Match.'
      throw ProblemError.of(428, 'precondition_required', detail)
    }
    return { parts, bodyText: parsedBody?.text ?? '', idempotencyKey }
  }
}
