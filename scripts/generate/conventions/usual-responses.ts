import type { Contract, ContractNode } from '../contract.ts'
import { isObject } from '../json.ts'

/** A member of the contract to write: its name, and the component that it refers to. */
type Reference = readonly [name: string, component: string]

const methods = new Set(['get', 'put', 'post', 'delete', 'patch'])

/** What the errors and headers of an operation follow from. */
interface Facts {
  /** The names of its parameters. */
  readonly names: ReadonlySet<string>
  readonly hasPathParameter: boolean
  readonly hasBody: boolean
  readonly needsToken: boolean
  readonly isRateLimited: boolean
}

/**
 * The text of the contract with the responses and headers that follow from an operation's parameters, body, security
 * and rate limit, if components for them exist. Responses are added only to an operation without a 500, since every
 * complete operation declares one; headers only to a successful response that declares none. What the contract already
 * says is left unchanged, but an operation's responses are sorted by status.
 */
export function withUsualResponses(contract: Contract): string {
  const lines = contract.text.split('\n')
  const operations = contract.root
    .at('paths')
    .members()
    .flatMap((path) => path.members().filter(({ key }) => methods.has(key)))
  // From the last to the first, so that the lines before stay where they are.
  for (const operation of operations.toReversed()) completeIn(lines, operation)
  return lines.join('\n')
}

function completeIn(lines: string[], operation: ContractNode): void {
  const responses = operation.at('responses')
  const start = operation.contract.lineOf(responses.path)
  if (!responses.isPresent || lines[start - 1]?.trim() !== 'responses:') return
  const facts = factsOf(operation)
  const indent = ' '.repeat(indentOf(lines[start - 1] ?? '') + 2)
  const end = lines.findIndex((line, index) => index >= start && indentOf(line) < indent.length)
  const blocks = new Map<string, string[]>()
  let status = ''
  for (const line of lines.slice(start, end)) {
    if (indentOf(line) === indent.length) status = line.trim().slice(1, 4)
    blocks.set(status, [...(blocks.get(status) ?? []), line])
  }
  for (const response of responses.members()) {
    const block = blocks.get(response.key)
    if (
      block &&
      response.key < '300' &&
      !response.at('$ref').isPresent &&
      !response.at('headers').isPresent
    ) {
      addHeaders(block, `${indent}  `, existing(operation.contract, 'headers', headersOf(facts, response)))
    }
  }
  if (!blocks.has('500')) {
    for (const [code, component] of existing(operation.contract, 'responses', errorsOf(facts))) {
      blocks.set(
        code,
        blocks.get(code) ?? [`${indent}'${code}': { $ref: '#/components/responses/${component}' }`],
      )
    }
  }
  const ordered = [...blocks].toSorted(([a], [b]) => Number(a) - Number(b)).flatMap(([, block]) => block)
  lines.splice(start, end - start, ...ordered)
}

/** The references whose components exist. */
function existing({ root }: Contract, section: string, references: readonly Reference[]): Reference[] {
  return references.filter(([, component]) => root.at('components').at(section).at(component).isPresent)
}

const indentOf = (line: string) => line.search(/\S|$/)

function addHeaders(block: string[], indent: string, headers: readonly Reference[]): void {
  if (headers.length === 0) return
  const content = block.findIndex((line) => line.startsWith(`${indent}content:`))
  const references = headers.map(([name, component]) => {
    return `${indent}  ${name}: { $ref: '#/components/headers/${component}' }`
  })
  block.splice(content < 0 ? block.length : content, 0, `${indent}headers:`, ...references)
}

function factsOf(operation: ContractNode): Facts {
  const parameters = operation
    .at('parameters')
    .items()
    .map((parameter) => parameter.follow('parameters'))
  const security = operation.at('security').value
  return {
    names: new Set(parameters.map((parameter) => parameter.at('name').text())),
    hasPathParameter: parameters.some((parameter) => parameter.at('in').value === 'path'),
    hasBody: operation.at('requestBody').isPresent,
    needsToken: Array.isArray(security) && security.length > 0,
    isRateLimited: operation.at('x-rate-limit').isPresent,
  }
}

function errorsOf({ names, hasPathParameter, hasBody, needsToken, isRateLimited }: Facts): Reference[] {
  const errors: readonly (readonly [isCaused: boolean, ...Reference])[] = [
    [names.has('If-None-Match'), '304', 'NotModified'],
    [true, '400', 'BadRequest'],
    [needsToken, '401', 'Unauthorized'],
    [hasPathParameter, '404', 'NotFound'],
    [true, '405', 'MethodNotAllowed'],
    [names.has('If-Match'), '412', 'PreconditionFailed'],
    [hasBody, '413', 'ContentTooLarge'],
    [hasBody, '415', 'UnsupportedMediaType'],
    [true, '422', 'ValidationFailed'],
    [names.has('If-Match'), '428', 'PreconditionRequired'],
    [isRateLimited, '429', 'TooManyRequests'],
    [true, '500', 'InternalError'],
    [isRateLimited, '503', 'Unavailable'],
  ]
  return errors.flatMap(([isCaused, status, component]) => (isCaused ? [[status, component] as const] : []))
}

function headersOf({ names, needsToken, isRateLimited }: Facts, response: ContractNode): Reference[] {
  const content = response.at('content')
  const isPrivate = needsToken && content.isPresent
  const hasETag = names.has('If-None-Match') || isVersioned(content.at('application/json').at('schema'))
  const headers: readonly (readonly [isSent: boolean, ...Reference])[] = [
    [true, 'X-Request-Id', 'XRequestId'],
    [true, 'X-Content-Type-Options', 'NoSniff'],
    [true, 'Strict-Transport-Security', 'StrictTransport'],
    [true, 'Cache-Control', isPrivate ? 'PrivateCache' : 'NoStore'],
    [true, 'Vary', 'Vary'],
    [hasETag, 'ETag', 'ETag'],
    [names.has('cursor'), 'Link', 'Link'],
    [response.key === '201', 'Location', 'Location'],
    [names.has('Idempotency-Key'), 'Idempotency-Replayed', 'IdempotencyReplayed'],
    [isRateLimited, 'RateLimit', 'RateLimit'],
    [isRateLimited, 'RateLimit-Policy', 'RateLimitPolicy'],
  ]
  return headers.flatMap(([isSent, name, component]) => (isSent ? [[name, component] as const] : []))
}

/** Whether a value has a revision, which its ETag stands for. */
function isVersioned(schema: ContractNode): boolean {
  return (
    schema.isPresent &&
    isObject(schema.value) &&
    schema.follow('schemas').at('properties').at('revision').isPresent
  )
}
