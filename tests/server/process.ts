import { resolve } from 'node:path'

type Line = Readonly<Record<string, unknown>>

/** A running program of the project and its log. */
export interface TestProcess {
  readonly process: Bun.Subprocess<'ignore', 'pipe', 'pipe'>
  /** All lines of standard output so far. */
  readonly lines: readonly Line[]
  /** Resolves to the first line with this `msg`. Throws if the program ends without it. */
  line(message: string): Promise<Line>
  /** Its exit code, after all of its output was read. */
  ended(): Promise<number>
  /** All of standard error. */
  readonly errors: Promise<string>
}

const running = new Set<TestProcess>()

/** Kills the running programs that a test started; for `afterEach`. */
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
    cwd: resolve(import.meta.dir, '../..'),
    env: { PATH: process.env.PATH, ...env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  const output = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    const reader = child.stdout.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const parts = (rest + decoder.decode(read.value, { stream: true })).split('\n')
      rest = parts.pop() ?? ''
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
        const found = lines.find(({ msg }) => msg === message)
        if (found) resolve(found)
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
