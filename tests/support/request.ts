/** What to send besides method and path. */
export interface Sent {
  readonly token?: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`. Its media type is JSON unless a header says otherwise. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  /** These override the headers that follow from the rest; `undefined` removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** A response whose body has been read. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body parsed as JSON, with the type that the test expects. */
  json<T>(): T
}

/** The request that a test describes. The path starts with a slash and may have a query. */
export function requestOf(method: string, path: string, sent: Sent = {}): Request {
  const { token, body, raw = body === undefined ? undefined : JSON.stringify(body) } = sent
  const headers = new Headers()
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (raw !== undefined) headers.set('Content-Type', 'application/json')
  for (const [name, value] of Object.entries(sent.headers ?? {})) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(raw !== undefined && { body: raw }),
  })
  // The constructor sets one for a text.
  if (!headers.has('Content-Type')) request.headers.delete('Content-Type')
  return request
}

/** Reads a response to its end. */
export async function received(response: Response): Promise<Received> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}
