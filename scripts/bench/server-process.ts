import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A server under test, in its own process. */
export interface ServerProcess {
  readonly port: number
  readonly url: string
  /** Milliseconds from starting the process to its first response. */
  readonly startMs: number
  /** CPU time used so far, in milliseconds; only Linux reports it, in steps of 10. */
  cpu(): Promise<number>
  /** Current resident memory, in bytes. */
  memory(): Promise<number>
  /** Peak resident memory, in bytes; current memory if the system doesn't report the peak. */
  peakMemory(): Promise<number>
  stop(): Promise<void>
}

const root = resolve(import.meta.dir, '../..')
/** Long, because the floors first copy the data of all users. */
const maxStartMs = 120_000

/** Starts Replog as `bun run start` does after installing, but on a free port and without rate limits. */
export function startReplog(
  dataFolder: string,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return startCommand(['scripts/start/main.ts'], dataFolder, '/livez', extraEnv)
}

/**
 * Starts Replog in the same way, but by `bun run start` itself, and sends a first request to `firstPath`. The memory
 * and CPU time are those of `bun run`, not of the server.
 */
export function runStart(dataFolder: string, firstPath: string): Promise<ServerProcess> {
  return startCommand(['run', '--silent', 'start'], dataFolder, firstPath, {})
}

function startCommand(
  command: readonly string[],
  dataFolder: string,
  firstPath: string,
  extraEnv: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    REPLOG_DATA: dataFolder,
    REPLOG_RATE_LIMIT: 'off',
    ...extraEnv,
  }
  return start('Replog', port, command, env, `${dataFolder}/log`, firstPath)
}

/** Starts the bare PostgreSQL floor, with its own tables in the same database. */
export function startPostgresFloor(database: string, folder: string): Promise<ServerProcess> {
  const port = freePort()
  const command = ['scripts/bench/postgres/floor.ts', String(port), database]
  return start('the floor', port, command, { ...process.env }, `${folder}/floor-log`, '/livez')
}

/** Starts the complete PostgreSQL floor in the same way; the key of the tokens is REPLOG_JWT_SECRET. */
export function startCompletePostgresFloor(database: string, folder: string): Promise<ServerProcess> {
  const port = freePort()
  const command = ['scripts/bench/postgres/complete-floor/main.ts', String(port), database]
  return start(
    'the complete floor',
    port,
    command,
    { ...process.env },
    `${folder}/complete-floor-log`,
    '/livez',
  )
}

/** Starts the bare floor on its own database. */
export function startFloor(file: string, userId: string): Promise<ServerProcess> {
  const port = freePort()
  const command = ['scripts/bench/floor/main.ts', String(port), file, userId]
  return start('the floor', port, command, { ...process.env }, `${file}-log`, '/livez')
}

/** Starts the complete floor on its own database; `key` is the key of the tokens. */
export function startCompleteFloor(file: string, key: Uint8Array): Promise<ServerProcess> {
  const port = freePort()
  const command = [
    'scripts/bench/complete-floor/main.ts',
    String(port),
    file,
    Buffer.from(key).toString('base64url'),
  ]
  return start('the complete floor', port, command, { ...process.env }, `${file}-log`, '/livez')
}

async function start(
  name: string,
  port: number,
  command: readonly string[],
  env: Record<string, string | undefined>,
  logFile: string,
  firstPath: string,
): Promise<ServerProcess> {
  const started = performance.now()
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: root,
    env,
    stdin: 'ignore',
    // To a file, because a pipe would use the CPU of the reading process.
    stdout: Bun.file(logFile),
    stderr: 'inherit',
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await responds(url + firstPath))) {
    if (child.exitCode !== null) throw new Error(`${name} exited before it responded`)
    if (performance.now() - started > maxStartMs) throw new Error(`${name} does not respond`)
    await Bun.sleep(1)
  }
  return {
    port,
    url,
    startMs: performance.now() - started,
    cpu: () => cpuMilliseconds(child.pid),
    memory: () => residentBytes(child.pid),
    peakMemory: () => residentBytes(child.pid, 'VmHWM'),
    async stop() {
      child.kill('SIGTERM')
      await child.exited
    },
  }
}

async function responds(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

function freePort(): number {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = server
  server.stop(true)
  return port
}

/** User and system time: the 14th and 15th fields, in hundredths of a second. */
async function cpuMilliseconds(pid: number): Promise<number> {
  if (process.platform !== 'linux') return 0
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

/** Linux has this in a file, other systems in `ps`; both use KiB. */
async function residentBytes(pid: number, figure: 'VmRSS' | 'VmHWM' = 'VmRSS'): Promise<number> {
  const kibibytes =
    process.platform === 'linux'
      ? new RegExp(`${figure}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : (await Bun.$`ps -o rss= -p ${pid}`.text()).trim()
  return Number(kibibytes) * 1024
}
