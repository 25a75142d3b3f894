import { resolve } from 'node:path'

/** What a command is given: its arguments, and the absolute path of the data folder. */
export interface Invocation {
  readonly args: readonly string[]
  readonly dataFolder: string
}

/** Says that a command was called in a wrong way. The message is how to call it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Runs a command of the terminal: prints the text that it gives, or its error without a stack, and sets the
 * exit code: 0 if all is well, 1 if it failed or found something wrong, 2 if it was called in a wrong way.
 */
export async function runCommand(
  work: (
    invocation: Invocation,
  ) => Promise<{ text: string; good: boolean }> | { text: string; good: boolean },
): Promise<void> {
  try {
    const dataFolder = resolve(process.env.REPLOG_DATA || './data')
    const { text, good } = await work({ args: process.argv.slice(2), dataFolder })
    process.stdout.write(`${text}\n`)
    process.exitCode = good ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
