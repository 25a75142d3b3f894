import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEventStream } from '#tests/handlers/sync/open-event-stream.ts'
import { endProcesses, run } from './process.ts'

const folders: string[] = []
afterEach(async () => {
  await endProcesses()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-main-'))
  folders.push(folder)
  return folder
}

function start(folder: string, env: Readonly<Record<string, string>> = {}) {
  return run('src/main.ts', [], { PORT: '0', REPLOG_DATA: folder, ...env })
}

/** Starts a server. Resolves to it and to its address, without a slash at the end, once it is ready. */
async function startServer(folder: string, env?: Readonly<Record<string, string>>) {
  const server = start(folder, env)
  const { url } = await server.line('ready')
  return { server, address: String(url).replace(/\/$/, '') }
}

describe('with a data folder that does not exist', () => {
  test('the server creates the database and the key with owner-only permissions, responds, and stops', async () => {
    const folder = join(temporaryFolder(), 'new')
    const { server, address } = await startServer(folder)
    expect(await (await fetch(`${address}/livez`)).json()).toEqual({ status: 'alive' })
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' })
    server.process.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of ['replog.db', 'signing.key']) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    }
    // A clean close leaves no write-ahead log next to the database.
    expect(statSync(join(folder, 'replog.db-wal'), { throwIfNoEntry: false })).toBeUndefined()
  })
})

test('event streams end when the server stops, and do not delay it', async () => {
  const { server, address } = await startServer(temporaryFolder())
  const registered = await fetch(`${address}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' }),
  })
  const { accessToken: token }: { accessToken: string } = await registered.json()
  const streams = await Promise.all([
    openEventStream(address, { token }),
    openEventStream(address, { token }),
  ])
  for (const stream of streams) expect(await stream.next()).toEqual({ id: '0', seq: 0 })
  server.process.kill('SIGTERM')
  for (const stream of streams) await stream.ended()
  expect(await server.ended()).toBe(0)
  expect(server.lines.map(({ msg }) => msg)).not.toContain('cut off pending responses')
})

describe('on a server', () => {
  const password = 'correct horse battery'

  test('an account and its tokens survive a restart, and the log contains no secret', async () => {
    const folder = temporaryFolder()
    const first = await startServer(folder)
    const json = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ email: 'ada@example.com', password })
    const registered = await fetch(`${first.address}/api/auth/register`, {
      method: 'POST',
      headers: json,
      body,
    })
    expect(registered.status).toBe(201)
    const { accessToken, refreshToken } = await registered.json()
    first.server.process.kill('SIGTERM')
    expect(await first.server.ended()).toBe(0)

    const second = await startServer(folder)
    const validated = await fetch(`${second.address}/api/auth/validate?`, {
      headers: { Authorization: `Bearer ${accessToken}`, 'X-Request-Id': 'mine-1' },
    })
    expect(validated.status).toBe(200)
    await fetch(`${second.address}/nowhere?token=${accessToken}`)
    second.server.process.kill('SIGTERM')
    await second.server.ended()

    const log = JSON.stringify([...first.server.lines, ...second.server.lines])
    for (const secret of [
      password,
      accessToken,
      refreshToken,
      readFileSync(join(folder, 'signing.key'), 'utf8').trim(),
    ]) {
      expect(log).not.toContain(secret)
    }
    const requests = second.server.lines.filter(({ msg }) => msg === 'request')
    expect(requests).toMatchObject([
      { level: 'info', requestId: 'mine-1', method: 'GET', route: '/api/auth/validate', status: 200 },
      { level: 'info', method: 'GET', status: 404 },
    ])
    expect(requests[0]).toHaveProperty('userId')
    expect(requests[1]).not.toHaveProperty('route')
  })

  test('the metrics cover operations, the process and the database', async () => {
    const { address } = await startServer(temporaryFolder())
    await fetch(`${address}/livez`)
    await fetch(`${address}/api/workouts`)
    const text = await (await fetch(`${address}/metrics`)).text()
    expect(text).toContain('http_requests_total{operation="getLiveness",method="GET",status="200"} 1\n')
    expect(text).toContain('http_requests_total{operation="listWorkouts",method="GET",status="401"} 1\n')
    expect(Number(/^replog_database_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(100_000)
  })
})

describe('startup failures are reported', () => {
  test('every problem of an invalid configuration, with exit code 78', async () => {
    const folder = temporaryFolder()
    const server = start(folder, {
      PORT: 'http',
      REPLOG_REGISTRATIONS: 'closed',
      REPLOG_JWT_SECRET: 'hunter2',
    })
    expect(await server.ended()).toBe(78)
    const errors = await server.errors
    expect(errors).toContain('PORT must be a whole number from 0 to 65535')
    expect(errors).toContain(
      'REPLOG_REGISTRATIONS is not a Replog variable: did you mean REPLOG_REGISTRATION?',
    )
    expect(errors).toContain('REPLOG_JWT_SECRET must be at least 32 bytes')
    expect(errors).not.toContain('hunter2')
  })

  test('a port in use', async () => {
    const other = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response() })
    const server = start(temporaryFolder(), { PORT: String(other.port) })
    expect(await server.ended()).toBe(1)
    expect(await server.errors).toContain(`Port ${other.port} of 127.0.0.1 is in use`)
    await other.stop(true)
  })

  test('a data folder that another server uses', async () => {
    const folder = temporaryFolder()
    await startServer(folder)
    const server = start(folder)
    expect(await server.ended()).toBe(1)
    expect(await server.errors).toContain('another Replog server is using')
  })

  test('a data folder that is a file', async () => {
    const server = start(join(import.meta.dir, 'main.test.ts'))
    expect(await server.ended()).toBe(1)
    expect(await server.errors).toContain("Replog can't start: ")
  })
})
