import { afterAll } from 'bun:test'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, postgresUser } from '#tests/support/postgres-server.ts'

/** The path of the pgbouncer to test with. */
const executable = process.env.REPLOG_TEST_PGBOUNCER ?? '/usr/sbin/pgbouncer'

/** Whether pgbouncer is installed. Always true in CI, where tests fail without it. */
export const hasPooler = existsSync(executable) || process.env.CI === 'true'

/** A pgbouncer in transaction mode. */
export interface Pooler {
  /** The URL of the database, through pgbouncer. */
  readonly url: string
  /** Kills it with SIGKILL and starts it again. */
  restart(): Promise<void>
}

/** Starts a pgbouncer in front of a database server, with additional settings. It is killed after the tests. */
export async function startPooler(database: string, settings: readonly string[] = []): Promise<Pooler> {
  const target = new URL(database)
  const folder = mkdtempSync(join(tmpdir(), 'replog-pooler-'))
  const [uid, gid] = postgresUser()
  const isRoot = userInfo().uid === 0
  if (isRoot) chownSync(folder, uid, gid)
  const port = freePort()
  const file = join(folder, 'pgbouncer.ini')
  await Bun.write(
    file,
    [
      '[databases]',
      `* = host=127.0.0.1 port=${target.port} user=${target.username}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      `unix_socket_dir = ${folder}`,
      'auth_type = any',
      'pool_mode = transaction',
      'default_pool_size = 5',
      'ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout',
      ...settings,
    ].join('\n'),
  )
  const setpriv = isRoot ? ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'] : []
  const start = async () => {
    const started = Bun.spawn([...setpriv, executable, '-q', file], {
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    while (!(await acceptsConnections(port))) {
      if (started.exitCode !== null) throw new Error('pgbouncer did not start')
      await Bun.sleep(25)
    }
    return started
  }
  let running = await start()
  afterAll(() => {
    running.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  target.port = String(port)
  return {
    url: target.href,
    async restart() {
      running.kill('SIGKILL')
      await running.exited
      running = await start()
    },
  }
}

async function acceptsConnections(port: number): Promise<boolean> {
  try {
    const socket = await Bun.connect({ hostname: '127.0.0.1', port, socket: { data() {} } })
    socket.end()
    return true
  } catch {
    return false
  }
}
