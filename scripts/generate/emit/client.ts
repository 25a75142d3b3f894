import type { Model } from '../model.ts'

/** `client.ts`: the openapi-fetch client, typed by the contract, which sends the access token. */
export function emitClient({ operations }: Model): string {
  const lists = new Set(operations.flatMap(({ parameters }) => parameters.flatMap(({ list }) => list ?? [])))
  // By default, openapi-fetch repeats the name for each item of a list. The style can only be configured for all
  // operations together.
  const serializer = lists.has('comma')
    ? "\n    querySerializer: { array: { style: 'form', explode: false } },"
    : ''
  return `import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import { authorize, type GetAccessToken } from '../src/client/authorize.ts'
import type { paths } from './types.ts'

/** The server's address and the caller. */
export interface ReplogClientOptions {
  /** Without \`/api\`: \`https://replog.example\`. */
  baseUrl: string
  /** Called before each request; returns undefined if the user isn't logged in. */
  getAccessToken?: GetAccessToken
  /** Used instead of the global \`fetch\`. */
  fetch?: NonNullable<ClientOptions['fetch']>
}

/** A client with types for every path, parameter, body and response of the contract. */
export type ReplogClient = Client<paths>

/**
 * Creates a client. It never throws because of a status: check \`response.ok\`, or whether there is an
 * \`error\`.
 */
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
