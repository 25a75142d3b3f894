import { chownSync, mkdtempSync, openSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { postgresUser } from '#tests/support/postgres-server.ts'

/** A running program of the drill. */
export interface Running {
  readonly name: string
  readonly pid: number
  /** Ends it, and resolves when it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>
}

const running = new Set<Running>()

/** A folder that programs of the user postgres can write to. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-drill-'))
  if (userInfo().uid === 0) chownSync(folder, ...postgresUser())
  return folder
}

/** Starts a program, as the user postgres if `asPostgres`; its output goes to `NAME.log` in the folder. */
export function start(
  folder: string,
  name: string,
  command: readonly string[],
  { asPostgres = false, env = {} }: { asPostgres?: boolean; env?: Readonly<Record<string, string>> } = {},
): Running {
  const log = openSync(join(folder, `${name}.log`), 'a')
  const own = asPostgres && userInfo().uid === 0 ? ['setpriv', ...identity(), '--', ...command] : command
  const child = Bun.spawn([...own], {
    cwd: asPostgres ? folder : process.cwd(),
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', ...env },
    stdin: 'ignore',
    stdout: log,
    stderr: log,
  })
  const started: Running = {
    name,
    pid: child.pid,
    async kill(signal) {
      child.kill(signal)
      await child.exited
      running.delete(started)
    },
  }
  running.add(started)
  return started
}

/** Replaces the shell that `runuser` would leave in between, which would receive the signals. */
function identity(): string[] {
  const [uid, gid] = postgresUser()
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

/** Ends everything that was started, in reverse order. */
export async function endAll(): Promise<void> {
  for (const each of [...running].reverse()) await each.kill('SIGTERM')
}

/** Resolves once something is true; throws if it isn't within a minute. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const patienceMs = 60_000
  for (const since = performance.now(); !(await isSo().catch(() => false)); await Bun.sleep(100)) {
    if (performance.now() - since > patienceMs) throw new Error(`${what}: not within a minute`)
  }
}
