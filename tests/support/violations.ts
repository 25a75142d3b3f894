import { parse as yaml } from 'yaml'
import { mismatch, type Node, nodeOf, operationsAt, resolved, schemaNamed } from './contract.ts'

/** An answer whose body was read to its end. */
export interface ReadAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** What was requested: the method in upper case, and the path as it was sent, without the query. */
export interface Asked {
  readonly method: string
  readonly path: string
}

/** Headers that no contract declares: those of HTTP itself, of the body, and of CORS. */
const ambient =
  /^(date|connection|keep-alive|transfer-encoding|content-type|content-encoding|content-length|access-control-.*)$/

/** What every answer has, including those to a path or method that no operation has. */
const always = ['X-Request-Id', 'X-Content-Type-Options', 'Cache-Control', 'Vary']

/** What reveals a server's internals: stacks, files, SQL. */
const leak =
  /\bat [^ ]+ \(?[^ ]*:\d+:\d+|\bnode_modules\b|\.ts:\d+|SQLITE_|\b(?:select|insert into|update|delete from) "?\w+"? /i

/** Every way in which an answer differs from what the contract declares for the request. */
export function violations(asked: Asked, answer: ReadAnswer): string[] {
  const response = declaredResponse(asked, answer.status)
  if (response === undefined) return [`the status ${answer.status} is not declared`]
  return [
    ...headerViolations(response, answer.headers),
    ...(asked.method === 'HEAD' ? headViolations(answer) : bodyViolations(response, answer)),
    ...(answer.status >= 400 && asked.method !== 'HEAD' ? problemViolations(asked, answer) : []),
  ]
}

/**
 * What the contract says about a status. For unknown paths and methods, and for OPTIONS, its prose says what
 * holds.
 */
function declaredResponse({ method, path }: Asked, status: number): Node | undefined {
  const operations = operationsAt(path)
  if (operations.length === 0) return status === 404 ? ownProblem('NotFound') : undefined
  if (method === 'OPTIONS') return status === 204 ? ownProblem('MethodNotAllowed', false) : undefined
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
  const operation = operations.find((candidate) => candidate.method === asked)
  if (operation === undefined) return status === 405 ? ownProblem('MethodNotAllowed') : undefined
  const response = nodeOf(operation.node.responses)[status]
  return response === undefined ? undefined : resolved(response)
}

/** A response in `components`, for what no operation declares. OPTIONS has no body. */
function ownProblem(name: string, withBody = true): Node {
  const { content, ...rest } = resolved({ $ref: `#/components/responses/${name}` })
  return withBody ? { ...rest, content } : rest
}

function headerViolations(response: Node, headers: Headers): string[] {
  const found: string[] = []
  const declared = new Map(
    Object.entries(nodeOf(response.headers)).map(([name, header]) => [name, resolved(header)]),
  )
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
  const known = new Set([...declared.keys()].map((name) => name.toLowerCase()))
  for (const name of headers.keys()) {
    if (!known.has(name) && !ambient.test(name)) found.push(`the header ${name} is not declared`)
  }
  return found
}

function headViolations({ bytes }: ReadAnswer): string[] {
  return bytes.length === 0 ? [] : ['an answer to HEAD has a body']
}

function bodyViolations(response: Node, { status, headers, bytes }: ReadAnswer): string[] {
  const type = headers.get('content-type')
  if (response.content === undefined) {
    const found = bytes.length > 0 ? ['a body is not declared'] : []
    return type === null || status === 304 ? found : [...found, 'a media type without a body']
  }
  // `fetch` decodes the body, and leaves the length as it was sent.
  const length = headers.has('content-encoding') ? null : headers.get('content-length')
  const wrongLength = length !== null && Number(length) !== bytes.length ? ['Content-Length is wrong'] : []
  const [mediaType = '', ...parameters] = (type ?? '').split(/; ?/)
  const media = nodeOf(response.content)[mediaType]
  if (media === undefined) return [...wrongLength, `the media type ${type} is not declared`]
  const isJson = mediaType.endsWith('json')
  if (isJson && parameters.length > 0) wrongLength.push('JSON has no charset (RFC 8259)')
  const text = textOf(bytes)
  if (text === undefined) return [...wrongLength, 'the body is not UTF-8']
  const value = isJson ? parsed(text) : mediaType.endsWith('yaml') ? yaml(text) : text
  if (value === undefined) return [...wrongLength, `the body is not ${mediaType}`]
  const why = mismatch(nodeOf(media).schema, value)
  return why === undefined ? wrongLength : [...wrongLength, `the body: ${why}`]
}

/** What RFC 9457 and our own conventions require of every error. */
function problemViolations({ path }: Asked, { status, headers, bytes }: ReadAnswer): string[] {
  const text = textOf(bytes) ?? ''
  const value = parsed(text)
  if (mismatch(schemaNamed('Problem'), value) !== undefined) return ['an error is not a problem']
  const problem = nodeOf(value)
  const found: string[] = []
  const hold = (holds: boolean, what: string) => {
    if (!holds) found.push(what)
  }
  hold(problem.status === status, `the problem says status ${problem.status}`)
  hold(problem.instance === path, `the problem's instance is ${problem.instance}`)
  hold(problem.type === `urn:replog:problem:${problem.code}`, 'the type is not of the code')
  hold(problem.requestId === headers.get('x-request-id'), 'the requestId is not that of X-Request-Id')
  hold(headers.get('cache-control') === 'no-store', 'an error may be stored')
  const errors = Array.isArray(problem.errors) ? problem.errors.map(nodeOf) : []
  hold(problem.code !== 'validation_failed' || errors.length > 0, 'validation_failed without a place')
  for (const error of errors) {
    const places = ['pointer', 'parameter', 'header'].filter((place) => place in error)
    hold(places.length === 1, `a field problem has the places ${places.join(', ') || 'none'}`)
  }
  const { instance: _, ...told } = problem
  hold(!leak.test(JSON.stringify(told)), 'the problem tells of the inside')
  return found
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
