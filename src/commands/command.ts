import { readDataLocation } from '#config/index.ts'
import { type DatabaseLocation, locationOf } from '#db/migrations/location.ts'

/** What a command is called with. `dataFolder` is an absolute path. */
export interface Invocation {
  readonly args: readonly string[]
  readonly dataFolder: string
  /** The location of the data. */
  readonly location: DatabaseLocation
}

/** The command was called incorrectly. The message contains the correct usage. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Runs a command: prints the text that it returns, or its error without a stack, and sets the exit code to 0
 * for success, 1 if it failed or found something wrong, or 2 if it was called incorrectly.
 */
export async function runCommand(
  work: (
    invocation: Invocation,
  ) => Promise<{ text: string; good: boolean }> | { text: string; good: boolean },
): Promise<void> {
  try {
    const configured = readDataLocation(process.env)
    const location = locationOf(configured)
    const { text, good } = await work({
      args: process.argv.slice(2),
      location,
      dataFolder: configured.dataDirectory,
    })
    process.stdout.write(`${text}\n`)
    process.exitCode = good ? 0 : 1
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

/** Advice for system errors, by code. */
const advice: Readonly<Record<string, string>> = {
  EROFS: 'The file system is read-only: mount it writable, or name a file elsewhere.',
  EACCES: 'Run the command as the owner of the data folder.',
  ENOSPC: 'The disk is full: free some space, or name a file on another disk.',
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return Object.hasOwn(advice, code) ? `${error.message}\n${advice[code]}` : error.message
}

/**
 * The database file, for a command that works on files.
 *
 * @throws if the data is on a PostgreSQL server, with what to do there instead
 */
export function fileAt(location: DatabaseLocation, instead: string): string {
  if (location.kind === 'file') return location.file
  throw new Error(`The data is on the PostgreSQL server in DATABASE_URL: ${instead}`)
}
