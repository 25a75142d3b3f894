import { resolve } from 'node:path'
import { serverBundle } from '#scripts/start/server-bundle.ts'

const root = resolve(import.meta.dir, '../..')

type Line = Readonly<Record<string, unknown>>

/** A process that a test started, and its log. */
export interface TestProcess {
  readonly process: Bun.Subprocess<'ignore', 'pipe', 'pipe'>
  /** The lines of standard output so far, parsed. */
  readonly lines: readonly Line[]
  /** Resolves to the first line with this `msg`. Rejects if the process ends without it. */
  line(message: string): Promise<Line>
  /** Resolves to the exit code, after all output was read. */
  ended(): Promise<number>
  /** Resolves to all of standard error, after the process has ended. */
  readonly errors: Promise<string>
}

/** JavaScriptCore's optimizing compiler costs a process more than it saves in the few seconds of a test. */
const withoutOptimization = { BUN_JSC_useDFGJIT: '0' }

const running = new Set<TestProcess>()

/** Kills the processes that a test started and that are still running. Call it in `afterEach`. */
export async function endProcesses(): Promise<void> {
  for (const { process } of running) process.kill('SIGKILL')
  await Promise.all(Array.from(running, ({ process }) => process.exited))
  running.clear()
}

/** Runs a file of the project with Bun. */
export function run(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): TestProcess {
  const child = Bun.spawn([process.execPath, file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...withoutOptimization, ...env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  const output = (async () => {
    let unfinishedLine = ''
    const decoder = new TextDecoder()
    const reader = child.stdout.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const parts = (unfinishedLine + decoder.decode(read.value, { stream: true })).split('\n')
      unfinishedLine = parts.pop() ?? ''
      lines.push(...parts.map((part) => JSON.parse(part)))
      for (const check of waiting) check()
    }
  })()
  const errors = new Response(child.stderr).text()
  const started: TestProcess = {
    process: child,
    lines,
    errors,
    async ended() {
      await output
      return child.exited
    },
    line(message) {
      const { promise, resolve, reject } = Promise.withResolvers<Line>()
      const check = () => {
        const line = lines.find(({ msg }) => msg === message)
        if (line) resolve(line)
      }
      waiting.add(check)
      check()
      output
        .then(() => errors)
        .then(
          (text) => reject(new Error(`never logged "${message}": ${JSON.stringify(lines)} ${text}`)),
          reject,
        )
      return promise.finally(() => waiting.delete(check))
    },
  }
  running.add(started)
  return started
}

/**
 * Starts the server from a bundle of its sources, as `bun run start` does, which saves a quarter of the processor time
 * of a start.
 */
export function runServer(env: Readonly<Record<string, string>>): TestProcess {
  return run(serverBundle(root) ?? 'src/main.ts', [], env)
}
