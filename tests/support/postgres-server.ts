import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'

/** Where Debian's packages install the executables of the newest version; undefined if none is installed. */
const programs = existsSync(versions)
  ? readdirSync(versions)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))[0]
  : undefined

/**
 * Whether tests can start a PostgreSQL server of their own. In CI they must: it is not asked there, and a missing
 * server fails them.
 */
export const hasPostgres = programs !== undefined || process.env.CI === 'true'

/** A PostgreSQL server of a test's own. */
export interface PostgresServer {
  /** `postgres://replog@127.0.0.1:PORT`, without a database. */
  readonly url: string
  /** The process id of the postmaster. */
  readonly pid: number
  /** Stops it as `kill -9` of all of its processes does. */
  kill(): void
  /** Starts it again after `kill`. Resolves when it accepts connections. */
  start(): Promise<void>
  /** Stops it and removes its folder. */
  remove(): void
  /** Removes it once a process has ended, however it ends. */
  removeAfter(pid: number): void
}

/** Settings that lose everything in a power failure, for tests that don't need durability. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** How a server is set up. */
export interface PostgresServerOptions {
  /** Whether what it acknowledged survives a crash. */
  readonly durable?: boolean
  /** More lines of `postgresql.conf`. */
  readonly settings?: readonly string[]
  /** More options of `initdb`. */
  readonly initOptions?: readonly string[]
}

/** Starts a server in a folder of its own. */
export async function startPostgres({
  durable = false,
  settings = [],
  initOptions = [],
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const folder = newFolder()
  run(
    'initdb',
    '-D',
    folder,
    '-U',
    'replog',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    ...initOptions,
  )
  return startOn(folder, [
    "listen_addresses='127.0.0.1'",
    'max_connections=200',
    ...(durable ? [] : fast),
    ...settings,
  ])
}

/** A server that follows another one, and replaces it once it is promoted. */
export interface StandbyServer extends PostgresServer {
  /** Promotes it. Resolves when it accepts writes. */
  promote(): Promise<void>
}

/** Starts a standby with all that the primary has, in a folder of its own. */
export async function startStandby(primary: PostgresServer): Promise<StandbyServer> {
  const folder = newFolder()
  run('pg_basebackup', '-D', folder, '-d', `${primary.url}/postgres`, '-R', '-X', 'stream', '-c', 'fast')
  const server = await startOn(folder, [])
  return Object.assign(server, {
    async promote() {
      run('pg_ctl', '-D', folder, '-w', 'promote')
    },
  })
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-pg-'))
  if (userInfo().uid === 0) chownSync(folder, ...postgresUser())
  return folder
}

/** The process id of a running server. */
function pidOf(folder: string): string {
  return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
}

/** Starts the server of a folder, on its own port. */
async function startOn(folder: string, settings: readonly string[]): Promise<PostgresServer> {
  const port = freePort()
  const lines = [`port=${port}`, `unix_socket_directories='${folder}'`, ...settings]
  appendFileSync(join(folder, 'postgresql.conf'), `${lines.join('\n')}\n`)
  let isRunning = false
  const start = async () => {
    run('pg_ctl', '-D', folder, '-l', join(folder, 'log'), '-w', 'start')
    isRunning = true
  }
  await start()
  return {
    get pid() {
      return Number(pidOf(folder))
    },
    url: `postgres://replog@127.0.0.1:${port}`,
    kill: () => {
      const postmaster = pidOf(folder)
      const children = Bun.spawnSync(['pgrep', '-P', postmaster]).stdout.toString().trim().split('\n')
      const all = [postmaster, ...children]
      Bun.spawnSync(['kill', '-9', ...all])
      // It can't start again before the last of them is gone.
      for (const pid of all) Bun.spawnSync(['tail', `--pid=${pid}`, '-f', '/dev/null'])
      isRunning = false
    },
    start,
    removeAfter(pid) {
      // Not a child of this process, which would end it on exit. QUIT: immediately.
      const script = 'tail --pid=$1 -f /dev/null; kill -QUIT $2; tail --pid=$2 -f /dev/null; rm -rf "$3"'
      Bun.spawnSync(['setsid', '-f', 'sh', '-c', script, 'sh', String(pid), pidOf(folder), folder], {
        stdio: ['ignore', 'ignore', 'ignore'],
      })
    },
    remove() {
      if (isRunning) run('pg_ctl', '-D', folder, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The folder of PostgreSQL's executables. */
export function programFolder(): string {
  if (programs === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  return programs
}

function run(program: string, ...args: readonly string[]): void {
  const command = [join(programFolder(), program), ...args]
  // The server refuses to run as root.
  const asOwner = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command
  const { exitCode, stderr } = Bun.spawnSync(asOwner, { cwd: '/', stdout: 'ignore', stderr: 'pipe' })
  if (exitCode !== 0) throw new Error(`${program} failed: ${stderr}`)
}

/** The owner of the servers that root starts. */
export function postgresUser(): [uid: number, gid: number] {
  const id = (flag: string) => Number(Bun.spawnSync(['id', flag, 'postgres']).stdout.toString())
  return [id('-u'), id('-g')]
}

/** A port that was free a moment ago. */
export function freePort(): number {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = server
  server.stop(true)
  return port
}
