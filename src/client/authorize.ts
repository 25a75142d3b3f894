import type { Middleware } from 'openapi-fetch'

/** The access token to send, or none if the caller isn't logged in. Called before each request. */
export type GetAccessToken = () => string | undefined | Promise<string | undefined>

/**
 * openapi-fetch middleware that adds `Authorization: Bearer …` to each request for which there is a token.
 */
export function authorize(getAccessToken: GetAccessToken): Middleware {
  return {
    async onRequest({ request }) {
      const token = await getAccessToken()
      return token === undefined ? request : withToken(request, token)
    },
  }
}

/** The request, with the token. */
export function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`)
  return request
}
