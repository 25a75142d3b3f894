import { hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** The token keys: 32 bytes each, or the operator's own longer secret for `access`. */
export interface TokenKeys {
  /** Signs access tokens. */
  readonly access: Uint8Array
  /** Derives the refresh token that replaces another. */
  readonly refresh: Uint8Array
  /** Keys the hashes of the networks from which an account has been used. */
  readonly network: Uint8Array
}

/** The file in the data folder that holds the signing key. */
export const signingKeyFile = 'signing.key'

const keyBytes = 32
const keyText = /^[A-Za-z0-9_-]{43}\n?$/

/**
 * The keys derived from the operator's secret, or from the key file next to the database, which is
 * created on the first start. Throws if the file exists but isn't a key, because continuing with a new
 * key would silently invalidate all access tokens.
 */
export function loadTokenKeys(dataDirectory: string, secret: string | undefined): TokenKeys {
  const key = secret === undefined ? keyOfFile(join(dataDirectory, signingKeyFile)) : Buffer.from(secret)
  return tokenKeysOf(key)
}

/**
 * The keys derived from one signing key.
 *
 * @throws {RangeError} if it has fewer than 32 bytes
 */
export function tokenKeysOf(key: Uint8Array): TokenKeys {
  if (key.length < keyBytes) throw new RangeError(`a signing key must have at least ${keyBytes} bytes`)
  // One key per use (RFC 5869), so that leaking a derived key reveals nothing about the other keys.
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', key, '', use, keyBytes))
  return { access: key, refresh: derive('replog refresh token'), network: derive('replog known network') }
}

function keyOfFile(path: string): Uint8Array {
  const text = read(path) ?? create(path)
  if (!keyText.test(text)) {
    throw new Error(
      `${path} contains no signing key: restore it, or delete it to create a new one (which invalidates all access tokens)`,
    )
  }
  restrictToOwner(path)
  return Buffer.from(text, 'base64url')
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Writes a new key to a temporary file, then links it into place, so that no process reads half a key and
 * an existing key is never overwritten.
 */
function create(path: string): string {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64url')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  syncDirectory(join(path, '..'))
  return readFileSync(path, 'utf8')
}

/** A copied or restored file may have wider permissions. */
function restrictToOwner(path: string): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
}

/**
 * Makes the directory entry durable, because a power failure must not lose the key once tokens have been
 * issued.
 */
function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
