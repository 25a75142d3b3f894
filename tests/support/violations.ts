import { parse as yaml } from 'yaml'
import { mismatch, type Node, nodeOf, operationsAt, resolved, schemaNamed } from './contract.ts'

/** A response whose body was read to its end. */
export interface ReadResponse {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** The request: the method in upper case, and the path as it was sent, without the query. */
export interface SentRequest {
  readonly method: string
  readonly path: string
}

/** Headers that no contract declares: those of HTTP itself, of the body, and of CORS. */
const ambient =
  /^(date|connection|keep-alive|transfer-encoding|content-type|content-encoding|content-length|access-control-.*)$/

/** The headers of every response, including those to unknown paths and methods. */
const always = ['X-Request-Id', 'X-Content-Type-Options', 'Cache-Control', 'Vary']

/** Text that reveals a server's internals: stacks, files, SQL. */
const leak =
  /\bat [^ ]+ \(?[^ ]*:\d+:\d+|\bnode_modules\b|\.ts:\d+|SQLITE_|\b(?:select|insert into|update|delete from) "?\w+"? /i

/** Every way in which a response differs from what the contract declares for the request. */
export function violations(request: SentRequest, response: ReadResponse): string[] {
  const declared = declaredResponse(request, response.status)
  if (declared === undefined) return [`the status ${response.status} is not declared`]
  return [
    ...headerViolations(declared, response.headers),
    ...(request.method === 'HEAD' ? headViolations(response) : bodyViolations(declared, response)),
    ...(response.status >= 400 && request.method !== 'HEAD' ? problemViolations(request, response) : []),
  ]
}

/**
 * What the contract declares for a status. For unknown paths and methods, and for OPTIONS, that is in its
 * prose.
 */
function declaredResponse({ method, path }: SentRequest, status: number): Node | undefined {
  const operations = operationsAt(path)
  if (operations.length === 0) return status === 404 ? sharedResponse('NotFound') : undefined
  if (method === 'OPTIONS') return status === 204 ? sharedResponse('MethodNotAllowed', false) : undefined
  const declaredMethod = method === 'HEAD' ? 'get' : method.toLowerCase()
  const operation = operations.find((candidate) => candidate.method === declaredMethod)
  if (operation === undefined) return status === 405 ? sharedResponse('MethodNotAllowed') : undefined
  const response = nodeOf(operation.node.responses)[status]
  return response === undefined ? undefined : resolved(response)
}

/** A response in `components`, for what no operation declares. OPTIONS has no body. */
function sharedResponse(name: string, withBody = true): Node {
  const { content, ...rest } = resolved({ $ref: `#/components/responses/${name}` })
  return withBody ? { ...rest, content } : rest
}

const headersOfResponse = new WeakMap<Node, ReadonlyMap<string, Node>>()

function declaredHeaders(response: Node): ReadonlyMap<string, Node> {
  const known = headersOfResponse.get(response)
  if (known) return known
  const declared = new Map(
    Object.entries(nodeOf(response.headers)).map(([name, header]) => [name, resolved(header)]),
  )
  headersOfResponse.set(response, declared)
  return declared
}

function headerViolations(response: Node, headers: Headers): string[] {
  const found: string[] = []
  const declared = declaredHeaders(response)
  for (const name of always) if (!headers.has(name)) found.push(`the header ${name} is missing`)
  for (const [name, header] of declared) {
    const value = headers.get(name)
    if (value === null) {
      if (header.required === true) found.push(`the header ${name} is missing`)
      continue
    }
    const why = mismatch(header.schema, value)
    if (why !== undefined) found.push(`the header ${name}${why}`)
  }
  const known = [...declared.keys()].map((name) => name.toLowerCase())
  for (const name of headers.keys()) {
    if (!known.includes(name) && !ambient.test(name)) found.push(`the header ${name} is not declared`)
  }
  return found
}

function headViolations({ bytes }: ReadResponse): string[] {
  return bytes.length === 0 ? [] : ['a response to HEAD has a body']
}

function bodyViolations(response: Node, { status, headers, bytes }: ReadResponse): string[] {
  const type = headers.get('content-type')
  if (response.content === undefined) {
    const found = bytes.length > 0 ? ['a body is not declared'] : []
    return type === null || status === 304 ? found : [...found, 'a media type without a body']
  }
  // `fetch` decodes the body without changing the length.
  const length = headers.has('content-encoding') ? null : headers.get('content-length')
  const problems = length !== null && Number(length) !== bytes.length ? ['Content-Length is wrong'] : []
  const [mediaType = '', ...parameters] = (type ?? '').split(/; ?/)
  const media = nodeOf(response.content)[mediaType]
  if (media === undefined) return [...problems, `the media type ${type} is not declared`]
  const isJson = mediaType.endsWith('json')
  if (isJson && parameters.length > 0) problems.push('JSON has no charset (RFC 8259)')
  // Bytes have nothing else to check.
  if (/^(font|image)\/(?!svg)/.test(mediaType)) return problems
  const text = textOf(bytes)
  if (text === undefined) return [...problems, 'the body is not UTF-8']
  const value = isJson ? parsed(text) : mediaType.endsWith('yaml') ? parsedYaml(text) : text
  if (value === undefined) return [...problems, `the body is not ${mediaType}`]
  const why = mismatch(nodeOf(media).schema, value)
  return why === undefined ? problems : [...problems, `the body: ${why}`]
}

/** What RFC 9457 and this project's conventions require of every error. */
function problemViolations({ path }: SentRequest, { status, headers, bytes }: ReadResponse): string[] {
  const text = textOf(bytes) ?? ''
  const value = parsed(text)
  if (mismatch(schemaNamed('Problem'), value) !== undefined) return ['an error is not a problem']
  const problem = nodeOf(value)
  const found: string[] = []
  const require = (isMet: boolean, message: string) => {
    if (!isMet) found.push(message)
  }
  require(problem.status === status, `the problem says status ${problem.status}`)
  require(problem.instance === path, `the problem's instance is ${problem.instance}`)
  require(problem.type === `urn:replog:problem:${problem.code}`, 'the type does not match the code')
  require(problem.requestId === headers.get('x-request-id'), 'the requestId does not match X-Request-Id')
  require(headers.get('cache-control') === 'no-store', 'an error may be cached')
  const errors = Array.isArray(problem.errors) ? problem.errors.map(nodeOf) : []
  require(problem.code !== 'validation_failed' || errors.length > 0, 'validation_failed without a location')
  for (const error of errors) {
    const places = ['pointer', 'parameter', 'header'].filter((place) => place in error)
    require(places.length === 1, `a field problem has the locations ${places.join(', ') || 'none'}`)
  }
  const { instance: _, ...rest } = problem
  require(!leak.test(JSON.stringify(rest)), 'the problem leaks internals')
  return found
}

let lastYaml: { readonly text: string; readonly value: unknown } | undefined

/** Parses YAML; the same text, such as the whole contract, only once. */
function parsedYaml(text: string): unknown {
  if (lastYaml?.text !== text) lastYaml = { text, value: yaml(text) }
  return lastYaml.value
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
