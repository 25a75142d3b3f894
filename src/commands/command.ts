import { readDataLocation } from '#config/index.ts'
import { type DatabaseLocation, locationOf } from '#db/migrations/location.ts'
import { primaryError } from '#lib/primary-error.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** The input of a command. */
export interface Invocation {
  readonly args: readonly string[]
  /** An absolute path. */
  readonly dataFolder: string
  readonly location: DatabaseLocation
}

/** Thrown when a command is called incorrectly. The message contains the correct usage. */
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
  ) => Promise<{ text: string; succeeded: boolean }> | { text: string; succeeded: boolean },
): Promise<void> {
  try {
    const config = readDataLocation(process.env)
    const location = locationOf(config)
    const { text, succeeded } = await work({
      args: process.argv.slice(2),
      location,
      dataFolder: config.dataDirectory,
    })
    process.stdout.write(`${text}\n`)
    process.exitCode = succeeded ? 0 : 1
  } catch (thrown) {
    const error = primaryError(thrown)
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

/** Advice for system errors, by code. */
const adviceByCode: Readonly<Record<string, string>> = {
  EROFS: 'The file system is read-only: mount it writable, or name a file elsewhere.',
  EACCES: 'Run the command as the owner of the data folder.',
  ENOSPC: 'The disk is full: free some space, or name a file on another disk.',
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Responses must not reveal the cause, but whoever runs a command needs to know which server or disk failed.
  if (error instanceof Unavailable && error.cause instanceof Error)
    return `${error.message}\n${error.cause.message}`
  const code = 'code' in error ? String(error.code) : ''
  return Object.hasOwn(adviceByCode, code) ? `${error.message}\n${adviceByCode[code]}` : error.message
}

/**
 * The database file, for a command that works on files.
 *
 * @param advice what to do instead if the data is on a PostgreSQL server
 * @throws if the data is on a PostgreSQL server
 */
export function requireDatabaseFile(location: DatabaseLocation, advice: string): string {
  if (location.kind === 'file') return location.file
  throw new Error(`The data is on the PostgreSQL server in DATABASE_URL: ${advice}`)
}
