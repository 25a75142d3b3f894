import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, startReplog } from '../server-process.ts'
import { register } from '../sync/account.ts'

/**
 * The time after which the client of an upload disconnects, or the server is told to stop, in milliseconds.
 */
const underwayMs = 400

const header = 'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n'
const smallFile = `${header}2024-01-01,Squat,Legs,100,kgs,5,,,,\n`

/** Starts an upload. Resolves, once it is well under way, to a function that aborts it. */
export async function beginUpload(
  url: string,
  token: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<() => void> {
  const controller = new AbortController()
  const uploadEnded = upload(url, token, content, controller.signal).catch(() => undefined)
  await Promise.race([uploadEnded, Bun.sleep(underwayMs)])
  return () => controller.abort()
}

/**
 * The time from a client's disconnect until the next file is read, in milliseconds. Files are read one at a time, so
 * continuing to read the first one would delay the next.
 */
export async function msUntilNextRead(
  server: ServerProcess,
  token: string,
  content: string | Uint8Array<ArrayBuffer>,
) {
  const otherToken = await register(server.url, `next-${crypto.randomUUID()}@example.com`)
  const disconnect = await beginUpload(server.url, token, content)
  const started = performance.now()
  disconnect()
  await upload(server.url, otherToken, smallFile)
  return performance.now() - started
}

/** The time that a server that is reading a file takes to exit after SIGTERM, in milliseconds. */
export async function msUntilStopped(content: string | Uint8Array<ArrayBuffer>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'replog-stop-'))
  const server = await startReplog(folder)
  try {
    await beginUpload(server.url, await register(server.url, 'stopped@example.com'), content)
    const started = performance.now()
    await server.stop()
    return performance.now() - started
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function upload(
  url: string,
  token: string,
  content: string | Uint8Array<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<void> {
  const body = new FormData()
  body.set('file', new Blob([content]), 'file')
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/imports`, {
    method: 'POST',
    headers,
    body,
    ...(signal && { signal }),
  })
  await response.text()
}
