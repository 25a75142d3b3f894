import { chownSync, mkdtempSync, openSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { postgresUser } from '#tests/support/postgres-server.ts'

/** A process that the drill has started. */
export interface RunningProcess {
  readonly name: string
  readonly pid: number
  /** Sends the process a signal, and resolves once it has exited. */
  kill(signal: NodeJS.Signals): Promise<void>
}

const running = new Set<RunningProcess>()

/** Creates a folder that processes running as the user postgres can write to. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-drill-'))
  if (userInfo().uid === 0) chownSync(folder, ...postgresUser())
  return folder
}

/** Starts a process, optionally as the user postgres. Its output goes to `NAME.log` in the folder. */
export function start(
  folder: string,
  name: string,
  command: readonly string[],
  { asPostgres = false, env = {} }: { asPostgres?: boolean; env?: Readonly<Record<string, string>> } = {},
): RunningProcess {
  const log = openSync(join(folder, `${name}.log`), 'a')
  const commandAsUser =
    asPostgres && userInfo().uid === 0 ? ['setpriv', ...setprivOptions(), '--', ...command] : command
  const child = Bun.spawn([...commandAsUser], {
    cwd: asPostgres ? folder : process.cwd(),
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', ...env },
    stdin: 'ignore',
    stdout: log,
    stderr: log,
  })
  const started: RunningProcess = {
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

/**
 * The options with which `setpriv` runs a command as postgres. Unlike `runuser`, which would stay its parent and
 * receive the signals, `setpriv` replaces itself with the command.
 */
function setprivOptions(): string[] {
  const [uid, gid] = postgresUser()
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

/** Stops all processes, in reverse order. */
export async function stopAll(): Promise<void> {
  for (const started of [...running].reverse()) await started.kill('SIGTERM')
}

/** Polls `isTrue` until it resolves to true. Throws if it hasn't within a minute. */
export async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const timeoutMs = 60_000
  for (const start = performance.now(); !(await isTrue().catch(() => false)); await Bun.sleep(100)) {
    if (performance.now() - start > timeoutMs) throw new Error(`timeout after a minute: ${what}`)
  }
}
