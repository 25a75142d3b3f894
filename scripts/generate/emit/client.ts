import type { Model } from '../model.ts'

/** `client.ts`: the client of openapi-fetch, typed by the contract, which sends the access token. */
export function emitClient({ operations }: Model): string {
  const lists = new Set(operations.flatMap(({ parameters }) => parameters.flatMap(({ list }) => list ?? [])))
  // openapi-fetch repeats the name for each item of a list unless it is told otherwise, once for all operations.
  const serializer = lists.has('comma')
    ? "\n    querySerializer: { array: { style: 'form', explode: false } },"
    : ''
  return `import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import { authorize, type GetAccessToken } from '../src/client/authorize.ts'
import type { paths } from './types.ts'

/** Where the API is, and who asks. */
export interface ReplogClientOptions {
  /** Without \`/api\`: \`https://replog.example\`. */
  baseUrl: string
  /** Asked before each request; none for a caller who isn't signed in. */
  getAccessToken?: GetAccessToken
  /** Instead of the global one. */
  fetch?: NonNullable<ClientOptions['fetch']>
}

/** A client that knows each path, parameter, body and answer of the contract. */
export type ReplogClient = Client<paths>

/** Makes a client. It never throws for a status: look at \`response.ok\`, or whether there is an \`error\`. */
export function createReplogClient({ baseUrl, getAccessToken, fetch }: ReplogClientOptions): ReplogClient {
  const client = createClient<paths>({
    baseUrl,${serializer}
    ...(fetch && { fetch }),
  })
  if (getAccessToken) client.use(authorize(getAccessToken))
  return client
}
`
}
