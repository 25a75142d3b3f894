import { createReplogClient, type ReplogClient } from '#generated/client.ts'
import { runServer, type TestProcess } from '#tests/server/process.ts'
import { copySeededDatabase } from '#tests/support/template.ts'

/** A server process on a data folder. */
export interface DurableServer {
  readonly server: TestProcess
  readonly baseUrl: string
  /** A client that uses an access token. */
  as(token: string): ReplogClient
  /** Creates an account. */
  register(email: string): Promise<{ token: string; id: string }>
}

/** Starts a server and waits until it is ready. */
export async function serve(folder: string): Promise<DurableServer> {
  await copySeededDatabase(folder)
  const server = runServer({ PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' })
  const { url } = await server.line('ready')
  const baseUrl = new URL(String(url)).origin
  return {
    server,
    baseUrl,
    as: (token) => createReplogClient({ baseUrl, getAccessToken: () => token }),
    async register(email) {
      const body = { email, password: 'gravel teapot eleven moons' }
      const { data } = await createReplogClient({ baseUrl }).POST('/api/auth/register', { body })
      if (!data) throw new Error('could not register')
      return { token: data.accessToken, id: data.user.id }
    },
  }
}

/** Stops a server with SIGTERM. Resolves to its exit code. */
export function stop({ server }: DurableServer): Promise<number> {
  server.process.kill('SIGTERM')
  return server.ended()
}
