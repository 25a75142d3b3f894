/** What to send beside method and path. */
export interface Sent {
  readonly token?: string
  /** As JSON. */
  readonly body?: unknown
  /** As it is, in place of `body`; its media type is JSON unless a header says otherwise. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  /** These win over those that come from the rest; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** An answer, read. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Its JSON, to be read as what the test knows it to be. */
  json<T>(): T
}

/** The request that a test means. The path starts with a slash and may have a query. */
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
  // The constructor names one itself for a body of text.
  if (!headers.has('Content-Type')) request.headers.delete('Content-Type')
  return request
}

/** Reads a response to its end. */
export async function received(response: Response): Promise<Received> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}
