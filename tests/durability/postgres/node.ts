import { runServer, type TestProcess } from '#tests/server/process.ts'

/** A node of Replog in its own process. */
export interface Node {
  readonly server: TestProcess
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}

/** All nodes of a test use the same secret. */
const secret = 'a key of thirty-two bytes or more, for tests'

/** Starts a node on a database. Resolves once it is ready. */
export async function startNode(database: string, env: Readonly<Record<string, string>> = {}): Promise<Node> {
  const server = runServer({
    PORT: '0',
    DATABASE_URL: database,
    REPLOG_JWT_SECRET: secret,
    REPLOG_RATE_LIMIT: 'off',
    ...env,
  })
  const { url } = await server.line('ready')
  return { server, origin: new URL(String(url)).origin }
}
