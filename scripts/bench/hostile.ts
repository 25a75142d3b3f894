import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerAt } from './imports/account.ts'
import { startBystander } from './imports/bystander.ts'
import { hostileFiles } from './imports/hostile-files.ts'
import { startReplog } from './server-process.ts'

// Uploads hostile files, one after another, while another user in a separate process reads and saves all the
// time: `bun scripts/bench/hostile.ts [TEXT]`, with only the files whose names contain TEXT. Prints the other
// user's longest waits, and the server's memory. Files that can be imported are committed and undone, too.

const [only = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'replog-hostile-'))
const server = await startReplog(folder)
const bystander = await startBystander({ url: server.url, token: await registerAt(server.url, 'bystander') })
try {
  await bystander.worst()
  await Bun.sleep(2000)
  print('with nothing else to do', '', '', await bystander.worst(), 2000)
  for (const [index, { name, content }] of hostileFiles.entries()) {
    if (!name.includes(only)) continue
    const token = await registerAt(server.url, `hostile-${index}`)
    const form = new FormData()
    form.set('file', new Blob([content()]), 'file')
    const { status, text } = await timed(name, token, 'POST', '/api/imports', form)
    if (status !== 201) continue
    const { id }: { id: string } = JSON.parse(text)
    await timed(name, token, 'POST', `/api/imports/${id}/commit`)
    await timed(name, token, 'DELETE', `/api/imports/${id}`)
  }
} finally {
  bystander.stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(name: string, token: string, method: string, path: string, body?: FormData) {
  // Sending tens of megabytes keeps this process busy, so the other user's is the one to measure.
  await bystander.worst()
  const started = performance.now()
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(server.url + path, { method, headers, ...(body && { body }) })
  const text = await response.text()
  const took = performance.now() - started
  const code = /"code":"(file_\w+)"/.exec(text)?.[1] ?? ''
  print(name, `${method} ${response.status}`, code, await bystander.worst(), took)
  return { status: response.status, text }
}

function print(
  name: string,
  what: string,
  code: string,
  { readMs, writeMs }: { readonly readMs: number; readonly writeMs: number },
  took: number,
): void {
  void server.memory().then(async (bytes) => {
    const peak = await server.peakMemory()
    const numbers = [took, readMs, writeMs, bytes / 1e6, peak / 1e6].map((number) =>
      number.toFixed(0).padStart(7),
    )
    process.stdout.write(`${name.padEnd(58)} ${what.padEnd(11)} ${code.padEnd(24)} ${numbers.join('')}\n`)
  })
}
