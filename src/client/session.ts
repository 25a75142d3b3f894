import createClient from 'openapi-fetch'
import type { ReplogClient } from '../../generated/client.ts'
import type { components, paths } from '../../generated/types.ts'
import { withToken } from './authorize.ts'
import { isPassing } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Device } from './device.ts'
import { SignedOutError } from './errors.ts'
import { problemOf } from './server.ts'
import type { Environment, User } from './types.ts'

type Words = components['schemas']
/** Who is signed in. Without tokens the session has ended, and they have to sign in again. */
export interface Session {
  readonly user: User
  readonly accessToken?: string
  readonly refreshToken?: string
}

/** The session of this device, which all tabs share. */
export interface Sessions {
  readonly current: Session | undefined
  /** The typed client with the token; a token that has run out is renewed on the way. */
  readonly client: ReplogClient
  /** The same for one user's requests alone. */
  clientOf(user: string): ReplogClient
  /** The same without the token. */
  readonly plain: ReplogClient
  /** Reads what is stored. */
  load(): Promise<void>
  /** Stores the tokens of a login. */
  begin(tokens: Words['Tokens']): Promise<void>
  /** Ends a session at the server, if that can be reached and still takes the token. */
  end(session: Session): Promise<void>
}

/** The key of the session in the storage. */
export const sessionKey = 'session'

/** @param changed called when the session has ended */
export function createSessions(
  device: Device,
  { fetch }: Environment,
  baseUrl: string,
  clock: Clock,
  changed: () => void,
): Sessions {
  let current: Session | undefined

  const hear = async (request: Request) => {
    const answer = await fetch(request)
    clock.heard(answer)
    return answer
  }
  const load = async () => {
    current = read(await device.storage.read(sessionKey))
  }
  const save = async (session: Session) => {
    await device.write(new Map([[sessionKey, JSON.stringify(session)]]))
    current = session
  }
  const plain = createClient<paths>({ baseUrl, fetch: hear })

  /**
   * Another token in place of one that isn't taken any more; none, where the session has ended. One tab asks at a time, and the new
   * tokens are stored before they are used: a refresh token works once.
   */
  const renew = ({ user, accessToken }: Session) => {
    return device.lock('refresh', async (): Promise<Response | string | undefined> => {
      await load()
      const session = current
      if (session?.user.id !== user.id) return
      const { refreshToken } = session
      if (session.accessToken !== accessToken || !refreshToken) return session.accessToken
      const { data, error, response } = await plain.POST('/api/auth/refresh', { body: { refreshToken } })
      // Somebody else may have answered in the server's place.
      if (!data?.user && (isPassing(response.status) || !problemOf(error))) return response
      await device.lock('write', async () => {
        await load()
        // Somebody may have left, or come, meanwhile.
        if (current?.refreshToken === refreshToken) await save(data ?? { user })
      })
      changed()
      return data?.accessToken
    })
  }

  /** @param user whose requests they are; those of an account that was left meanwhile must not go to the next one */
  const clientOf = (user?: string) => {
    const authorized = async (request: Request): Promise<Response> => {
      const session = current
      if (user !== undefined && session?.user.id !== user) throw new SignedOutError()
      if (!session?.accessToken) return hear(request)
      const spare = request.clone()
      const answer = await hear(withToken(request, session.accessToken))
      const renewed = answer.status === 401 ? await renew(session) : answer
      return typeof renewed === 'string' ? hear(withToken(spare, renewed)) : (renewed ?? answer)
    }
    return createClient<paths>({ baseUrl, fetch: authorized })
  }

  return {
    get current() {
      return current
    },
    client: clientOf(),
    clientOf,
    plain,
    load,
    begin: (tokens) => device.lock('write', () => save(tokens)),
    async end({ accessToken }) {
      await plain.POST('/api/auth/logout', {
        headers: { authorization: `Bearer ${accessToken}` },
        keepalive: true,
      })
    },
  }
}

/** A session that can't be read is none: signing in again makes another. */
function read(text: string | undefined): Session | undefined {
  try {
    const session = JSON.parse(text ?? '')
    return session.user.id ? session : undefined
  } catch {}
}
