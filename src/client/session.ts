import createClient from 'openapi-fetch'
import type { ReplogClient } from '#generated/client.ts'
import type { paths, Schemas } from '#generated/types.ts'
import { withToken } from './authorize.ts'
import { isTemporary } from './backoff.ts'
import type { Clock } from './clock.ts'
import { type Device, sessionKey } from './device.ts'
import { LoggedOutError } from './errors.ts'
import { changesToMoveGuest, guestSession } from './guest.ts'
import { problemOf, type Server } from './server.ts'
import { parseSession, type Session } from './stored-session.ts'
import type { Environment } from './types.ts'
import { versionKey } from './versions.ts'

/** The session of this device, which all tabs share. */
export interface Sessions {
  readonly current: Session | undefined
  /** The typed client with the token, which is renewed when it expires. */
  readonly client: ReplogClient
  /** The typed client for requests of one user only, with the `fetch` that it uses. */
  serverOf(user: string): Pick<Server, 'client' | 'fetch'>
  /** The typed client without the token. */
  readonly plain: ReplogClient
  /** Reads the stored session. */
  load(): Promise<void>
  /** Stores the tokens of a login, and moves the guest's log to the user. */
  begin(tokens: Schemas['Tokens']): Promise<void>
  /** Ends a session on the server, if the server can be reached and still accepts the token. */
  end(session: Session): Promise<void>
}

/**
 * @param hasGuests whether the log can be used without logging in
 * @param changed called after the tokens were renewed, or the session ended instead
 */
export function createSessions(
  device: Device,
  { fetch }: Environment,
  baseUrl: string,
  clock: Clock,
  hasGuests: boolean | undefined,
  changed: () => void,
): Sessions {
  const loggedOut: Session | undefined = hasGuests ? guestSession : undefined
  let current = loggedOut
  let isLoaded = false

  const send = async (request: Request) => {
    const response = await fetch(request)
    clock.observe(response)
    return response
  }
  const load = async () => {
    try {
      const text = await device.storage.read(sessionKey)
      // A storage without a version was wiped; that isn't a logout.
      const isWiped = text === undefined && (await device.storage.read(versionKey)) === undefined
      isLoaded = true
      // The same session stays the same object, so that nothing that depends on the user is computed again.
      if (isWiped || text === device.session) return
      current = parseSession(text) ?? loggedOut
      device.session = text
    } catch (error) {
      // Until the session has been read once, nobody knows whether this device is a guest's.
      if (!isLoaded) throw error
    }
  }
  const save = async (
    { expiresIn = 0, ...others }: Session,
    changes: Iterable<readonly [string, string | undefined]> = [],
  ) => {
    const session = { ...others, expiresAt: clock.local() + expiresIn * 1000 }
    const text = JSON.stringify(session)
    try {
      await device.write(new Map([...changes, [sessionKey, text]]))
      device.unwritten.delete(sessionKey)
    } catch (error) {
      if (!device.isLost) throw error
      device.unwritten.set(sessionKey, text)
    }
    device.session = text
    current = session
  }
  const plain = createClient<paths>({ baseUrl, fetch: send })

  /**
   * Replaces an access token that has expired or is no longer accepted. Resolves to the new token, to the response if
   * the server can't renew it now, or to undefined if the session has ended. Only one tab does this at a time, and the
   * new tokens are stored before they are used, because a refresh token works only once.
   */
  const renew = ({ user, accessToken }: Session) => {
    return device.lock('refresh', async (): Promise<Response | string | undefined> => {
      await load()
      const session = current
      if (session?.user.id !== user.id) return
      const { refreshToken } = session
      if (session.accessToken !== accessToken || !refreshToken) return session.accessToken
      const { data, error, response } = await plain.POST('/api/auth/refresh', { body: { refreshToken } })
      // Without a problem, a proxy may have responded in the server's place, so the session may not have ended.
      if (!data?.user && (isTemporary(response.status) || !problemOf(error))) return response
      await device.lock('write', async () => {
        await load()
        // The user may have logged out in the meantime, or another user may have logged in.
        if (current?.refreshToken === refreshToken) await save(data ?? { user })
      })
      changed()
      return data?.accessToken
    })
  }

  /**
   * @param user the user on whose behalf requests are sent, so that a request of the previous user is never sent
   *   with the next user's token
   */
  const serverOf = (user?: string) => {
    const authorized = async (request: Request): Promise<Response> => {
      const session = current
      if (user !== undefined && session?.user.id !== user) throw new LoggedOutError()
      if (!session?.accessToken) return send(request)
      const { accessToken, expiresAt = 0 } = session
      const copy = request.clone()
      // A token that has expired by this clock is renewed first. Without a new one, it is sent: the clock may be wrong.
      const isFresh = clock.local() < expiresAt
      const response = isFresh ? await send(withToken(request, accessToken)) : undefined
      const renewed = response && response.status !== 401 ? response : await renew(session)
      if (typeof renewed === 'string') return send(withToken(copy, renewed))
      return renewed ?? response ?? send(withToken(request, accessToken))
    }
    return { client: createClient<paths>({ baseUrl, fetch: authorized }), fetch: authorized }
  }

  return {
    get current() {
      return current
    },
    client: serverOf().client,
    serverOf,
    plain,
    load,
    begin: (tokens) => {
      return device.lock('write', async () =>
        save(tokens, await changesToMoveGuest(device.storage, tokens.user.id)),
      )
    },
    async end({ accessToken }) {
      await plain.POST('/api/auth/logout', {
        headers: { authorization: `Bearer ${accessToken}` },
        keepalive: true,
      })
    },
  }
}
