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
import { runAfterExit } from './run-after-exit.ts'

const versions = '/usr/lib/postgresql'

/** The folder in which Debian's package installs the executables of the newest version; undefined if there is none. */
const binFolder = existsSync(versions)
  ? readdirSync(versions)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))[0]
  : undefined

/** Whether tests can start PostgreSQL servers. Always true in CI, where tests fail without PostgreSQL. */
export const hasPostgres = binFolder !== undefined || process.env.CI === 'true'

/** A PostgreSQL server that a test has started. */
export interface PostgresServer {
  /** `postgres://replog@127.0.0.1:PORT`, without a database. */
  readonly url: string
  /** The process id of the postmaster. */
  readonly pid: number
  /** Kills all of its processes with SIGKILL. */
  kill(): void
  /** Starts it again after `kill`. Resolves once it accepts connections. */
  start(): Promise<void>
  /** Stops it and removes its folder. */
  remove(): void
  /** Stops and removes it once a process has exited, for whatever reason. */
  removeAfter(pid: number): void
}

/** Settings for tests that don't need durability: a power failure could lose everything. */
const notDurable = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** The options of a new server. */
export interface PostgresServerOptions {
  /** Whether acknowledged commits survive a power failure. */
  readonly durable?: boolean
  /** Additional lines of `postgresql.conf`. */
  readonly settings?: readonly string[]
  /** Additional options of `initdb`. */
  readonly initOptions?: readonly string[]
}

/** Starts a server in a new folder. */
export async function startPostgres({
  durable = false,
  settings = [],
  initOptions = [],
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const folder = initOptions.length > 0 ? initialize(initOptions) : copyTemplate()
  return startOn(folder, [
    "listen_addresses='127.0.0.1'",
    'max_connections=200',
    ...(durable ? [] : notDurable),
    ...settings,
  ])
}

/** Creates the folder of a server without databases of its own. */
function initialize(options: readonly string[] = []): string {
  const folder = newFolder()
  const usual = ['-U', 'replog', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  run('initdb', '-D', folder, ...usual, ...options)
  return folder
}

let template: string | undefined

/** Copies a folder that was initialized once, because `initdb` takes half a second of CPU time. */
function copyTemplate(): string {
  if (template === undefined) {
    template = initialize()
    runAfterExit(process.pid, 'rm -rf "$1"', [template])
  }
  const folder = newFolder()
  const { exitCode, stderr } = Bun.spawnSync(['cp', '-a', `${template}/.`, folder])
  if (exitCode !== 0) throw new Error(`cp failed: ${stderr}`)
  return folder
}

/** A server that replicates another one, and can be promoted to replace it. */
export interface StandbyServer extends PostgresServer {
  /** Promotes it. Resolves once it accepts writes. */
  promote(): Promise<void>
}

/** Starts a standby from a copy of the primary, in a new folder. */
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

/** Starts the server of a folder, on a free port. */
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
      const pids = [postmaster, ...children]
      Bun.spawnSync(['kill', '-9', ...pids])
      // The server can't start again until all of them have exited.
      for (const pid of pids) Bun.spawnSync(['tail', `--pid=${pid}`, '-f', '/dev/null'])
      isRunning = false
    },
    start,
    removeAfter(pid) {
      // SIGQUIT stops it immediately.
      runAfterExit(pid, 'kill -QUIT "$1"; tail --pid="$1" -f /dev/null; rm -rf "$2"', [pidOf(folder), folder])
    },
    remove() {
      if (isRunning) run('pg_ctl', '-D', folder, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The folder of PostgreSQL's executables. */
export function programFolder(): string {
  if (binFolder === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  return binFolder
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

/** A port that was free a moment ago, for a server that can't choose one itself. */
export function freePort(): number {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = server
  server.stop(true)
  return port
}
