import { mismatch, type Node, nodeOf, operationsAt, resolved, schemaNamed } from './contract.ts'

/** A response whose body has been read. */
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

/** Headers that contracts don't declare: those of HTTP itself, of the body, and of CORS. */
const implicitHeaders =
  /^(date|connection|keep-alive|transfer-encoding|content-type|content-encoding|content-length|access-control-.*)$/

/** The headers of every response, including those to unknown paths and methods. */
const requiredHeaders = ['X-Request-Id', 'X-Content-Type-Options', 'Cache-Control', 'Vary']

/** Text that reveals a server's internals: stack traces, files, SQL. */
const internals =
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
 * The response that the contract declares for a status. For unknown paths and methods, and for OPTIONS, the contract
 * says only in prose which shared response they get.
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

/** A response in `components`, for requests that match no operation. A response to OPTIONS has no body. */
function sharedResponse(name: string, hasBody = true): Node {
  const { content, ...withoutBody } = resolved({ $ref: `#/components/responses/${name}` })
  return hasBody ? { ...withoutBody, content } : withoutBody
}

const headersOfResponse = new WeakMap<Node, ReadonlyMap<string, Node>>()

function declaredHeaders(response: Node): ReadonlyMap<string, Node> {
  const cached = headersOfResponse.get(response)
  if (cached) return cached
  const declared = new Map(
    Object.entries(nodeOf(response.headers)).map(([name, header]) => [name, resolved(header)]),
  )
  headersOfResponse.set(response, declared)
  return declared
}

function headerViolations(response: Node, headers: Headers): string[] {
  const messages: string[] = []
  const declared = declaredHeaders(response)
  for (const name of requiredHeaders) if (!headers.has(name)) messages.push(`the header ${name} is missing`)
  for (const [name, header] of declared) {
    const value = headers.get(name)
    if (value === null) {
      if (header.required === true) messages.push(`the header ${name} is missing`)
      continue
    }
    const reason = mismatch(header.schema, value)
    if (reason !== undefined) messages.push(`the header ${name}${reason}`)
  }
  const declaredNames = [...declared.keys()].map((name) => name.toLowerCase())
  for (const name of headers.keys()) {
    if (!declaredNames.includes(name) && !implicitHeaders.test(name))
      messages.push(`the header ${name} is not declared`)
  }
  return messages
}

function headViolations({ bytes }: ReadResponse): string[] {
  return bytes.length === 0 ? [] : ['a response to HEAD has a body']
}

function bodyViolations(response: Node, { status, headers, bytes }: ReadResponse): string[] {
  const type = headers.get('content-type')
  if (response.content === undefined) {
    const messages = bytes.length > 0 ? ['a body is not declared'] : []
    return type === null || status === 304 ? messages : [...messages, 'a media type without a body']
  }
  // `fetch` decodes the body without changing the length.
  const length = headers.has('content-encoding') ? null : headers.get('content-length')
  const problems = length !== null && Number(length) !== bytes.length ? ['Content-Length is wrong'] : []
  const [mediaType = '', ...parameters] = (type ?? '').split(/; ?/)
  const media = nodeOf(response.content)[mediaType]
  if (media === undefined) return [...problems, `the media type ${type} is not declared`]
  const isJson = mediaType.endsWith('json')
  if (isJson && parameters.length > 0) problems.push('JSON has no charset (RFC 8259)')
  // Images and fonts are only bytes: there is nothing else to check.
  if (/^(font|image)\/(?!svg)/.test(mediaType)) return problems
  const text = textOf(bytes)
  if (text === undefined) return [...problems, 'the body is not UTF-8']
  const value = isJson ? parsedJson(text) : mediaType.endsWith('yaml') ? parsedYaml(text) : text
  if (value === undefined) return [...problems, `the body is not ${mediaType}`]
  const reason = mismatch(nodeOf(media).schema, value)
  return reason === undefined ? problems : [...problems, `the body: ${reason}`]
}

/** Checks what RFC 9457 and this project's conventions require of every error. */
function problemViolations({ path }: SentRequest, { status, headers, bytes }: ReadResponse): string[] {
  const text = textOf(bytes) ?? ''
  const value = parsedJson(text)
  if (mismatch(schemaNamed('Problem'), value) !== undefined) return ['an error is not a problem']
  const problem = nodeOf(value)
  const messages: string[] = []
  const require = (isMet: boolean, message: string) => {
    if (!isMet) messages.push(message)
  }
  require(problem.status === status, `the problem says status ${problem.status}`)
  require(problem.instance === path, `the problem's instance is ${problem.instance}`)
  require(problem.type === `urn:replog:problem:${problem.code}`, 'the type does not match the code')
  require(problem.requestId === headers.get('x-request-id'), 'the requestId does not match X-Request-Id')
  require(headers.get('cache-control') === 'no-store', 'an error may be cached')
  const errors = Array.isArray(problem.errors) ? problem.errors.map(nodeOf) : []
  require(problem.code !== 'validation_failed' || errors.length > 0, 'validation_failed without a location')
  for (const error of errors) {
    const locations = ['pointer', 'parameter', 'header'].filter((location) => location in error)
    require(locations.length === 1, `a field problem has the locations ${locations.join(', ') || 'none'}`)
  }
  const { instance: _, ...ownMembers } = problem
  require(!internals.test(JSON.stringify(ownMembers)), 'the problem leaks internals')
  return messages
}

let lastYaml: { readonly text: string; readonly value: unknown } | undefined

/** Parses YAML. Remembers the last value, because the contract is served many times. */
function parsedYaml(text: string): unknown {
  if (lastYaml?.text !== text) lastYaml = { text, value: Bun.YAML.parse(text) }
  return lastYaml.value
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
