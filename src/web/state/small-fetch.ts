type Values = Readonly<Record<string, unknown>>

interface Options extends Omit<RequestInit, 'body'> {
  readonly params?: { readonly path?: Values; readonly query?: Values; readonly header?: Values }
  readonly body?: unknown
  readonly bodySerializer?: (body: unknown) => BodyInit
  readonly parseAs?: 'json' | 'text' | 'blob' | 'stream'
  readonly fetch?: (request: Request) => Promise<Response>
}

interface Result {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * The subset of openapi-fetch that the app uses. The bundle contains this instead of openapi-fetch: same results in a
 * quarter of the bytes. A test compares the two.
 *
 * @see src/services/app/bundle.ts
 */
export default function createClient({
  baseUrl,
  fetch: defaultFetch,
}: { baseUrl: string } & Pick<Options, 'fetch'>) {
  const send = async (method: string, path: string, options: Options = {}): Promise<Result> => {
    const {
      params = {},
      body,
      bodySerializer,
      parseAs = 'json',
      fetch = defaultFetch,
      headers,
      ...init
    } = options
    const requestBody = body === undefined ? undefined : (bodySerializer ?? JSON.stringify)(body)
    const request = new Request(`${baseUrl}${addressOf(path, params)}`, {
      ...init,
      method,
      ...(requestBody !== undefined && { body: requestBody }),
      headers: headersOf(typeof requestBody === 'string', headers, params.header),
    })
    const response = await (fetch ?? globalThis.fetch)(request)
    const { status, ok } = response
    if (status === 204 || response.headers.get('content-length') === '0')
      return ok ? { data: undefined, response } : { error: undefined, response }
    if (!ok) return { error: await problemOf(response), response }
    if (parseAs === 'stream') return { data: response.body, response }
    if (parseAs !== 'json') return { data: await response[parseAs](), response }
    const text = await response.text()
    return { data: text ? JSON.parse(text) : undefined, response }
  }
  return Object.fromEntries(
    methods.map((method) => [
      method,
      (path: string, options?: Options): Promise<Result> => send(method, path, options),
    ]),
  )
}

function addressOf(path: string, { path: parts = {}, query = {} }: NonNullable<Options['params']>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((item) => (item === undefined ? [] : `${name}=${encodeURIComponent(String(item))}`)),
  )
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled
}

function headersOf(isJson: boolean, ...sources: readonly (HeadersInit | Values | undefined)[]): Headers {
  const headers = new Headers(isJson ? { 'content-type': 'application/json' } : {})
  for (const source of sources) {
    const pairs = source instanceof Headers ? source : Object.entries(source ?? {})
    for (const [name, value] of pairs)
      if (value !== undefined && value !== null) headers.set(name, String(value))
  }
  return headers
}

async function problemOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
