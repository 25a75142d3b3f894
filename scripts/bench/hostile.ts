import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bystander, startBystander } from './imports/bystander.ts'
import { msUntilNextRead, msUntilStopped } from './imports/disconnect.ts'
import { hostileFiles } from './imports/hostile-files.ts'
import { startReplog } from './server-process.ts'
import { register } from './sync/account.ts'

// Uploads hostile files, one after another, while another user in a separate process continuously reads
// and saves: `bun scripts/bench/hostile.ts [TEXT]`, with only the files whose names contain TEXT. Files
// that can be imported are also committed and undone. Prints, in milliseconds and megabytes: the
// duration, the other user's longest read and save, the server's memory and its peak. Then how long the
// next file waits after the client disconnects, and how long a server takes to stop while reading the
// file.

const [nameFilter = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'replog-hostile-'))
const server = await startReplog(folder)
let bystander = await newBystander()
try {
  await measureIdle()
  for (const [index, { name, content }] of hostileFiles.entries()) {
    if (!name.includes(nameFilter)) continue
    // A new user, whose token doesn't expire during the run.
    bystander.stop()
    bystander = await newBystander()
    const file = content()
    const token = await register(server.url, `hostile-${index}@example.com`)
    const form = new FormData()
    form.set('file', new Blob([file]), 'file')
    const { status, text } = await timed(name, token, 'POST', '/api/imports', form)
    if (status === 201) {
      const { id }: { id: string } = JSON.parse(text)
      await timed(name, token, 'POST', `/api/imports/${id}/commit`)
      await timed(name, token, 'DELETE', `/api/imports/${id}`)
    }
    const next = await msUntilNextRead(server, token, file)
    const stopped = await msUntilStopped(file)
    process.stdout.write(`${name.padEnd(58)} next: ${next.toFixed(0)}, stopped: ${stopped.toFixed(0)}\n`)
  }
  await measureIdle()
} finally {
  bystander.stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function newBystander(): Promise<Bystander> {
  return startBystander({
    url: server.url,
    token: await register(server.url, `${crypto.randomUUID()}@example.com`),
  })
}

/** The other user's waits caused by the machine alone. */
async function measureIdle(): Promise<void> {
  await Bun.sleep(3000)
  await bystander.longestWaits()
  await Bun.sleep(3000)
  print('idle', '', '', await bystander.longestWaits(), 3000)
}

async function timed(name: string, token: string, method: string, path: string, body?: FormData) {
  // Sending tens of megabytes keeps this process busy, so the other process measures.
  await bystander.longestWaits()
  const started = performance.now()
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(server.url + path, { method, headers, ...(body && { body }) })
  const text = await response.text()
  const duration = performance.now() - started
  const code = /"code":"(file_\w+)"/.exec(text)?.[1] ?? ''
  print(name, `${method} ${response.status}`, code, await bystander.longestWaits(), duration)
  return { status: response.status, text }
}

function print(
  name: string,
  action: string,
  code: string,
  { readMs, writeMs }: { readonly readMs: number; readonly writeMs: number },
  duration: number,
): void {
  void server.memory().then(async (bytes) => {
    const peak = await server.peakMemory()
    const numbers = [duration, readMs, writeMs, bytes / 1e6, peak / 1e6].map((number) =>
      number.toFixed(0).padStart(7),
    )
    process.stdout.write(`${name.padEnd(58)} ${action.padEnd(11)} ${code.padEnd(24)} ${numbers.join('')}\n`)
  })
}
