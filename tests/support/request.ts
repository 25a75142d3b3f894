/** The parts of a request besides method and path. */
export interface RequestParts {
  readonly token?: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent unchanged, instead of `body`. Its media type is JSON unless a header says otherwise. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  /** Override the headers that follow from the other parts; `undefined` removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** A response whose body has been read. */
export interface TestResponse {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body parsed as JSON, with the type that the test expects. */
  json<T>(): T
}

/** Creates a request. The path starts with a slash and may have a query. */
export function createRequest(method: string, path: string, parts: RequestParts = {}): Request {
  const { token, body, raw = body === undefined ? undefined : JSON.stringify(body) } = parts
  const headers = new Headers()
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (raw !== undefined) headers.set('Content-Type', 'application/json')
  for (const [name, value] of Object.entries(parts.headers ?? {})) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(raw !== undefined && { body: raw }),
  })
  // The constructor adds a Content-Type to a string body.
  if (!headers.has('Content-Type')) request.headers.delete('Content-Type')
  return request
}

/** Reads the whole body of a response. */
export async function readResponse(response: Response): Promise<TestResponse> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}
