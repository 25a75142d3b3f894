/** A request of the benchmark. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  /** Whether no token is sent. */
  readonly isPublic?: boolean
}

/** The request's bytes on the wire. */
export function wireText({ method, path, body, isPublic }: BenchRequest, token: string): string {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...(isPublic ? [] : [`Authorization: Bearer ${token}`]),
    'Accept: application/json',
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${text}`
}
