import { afterEach, expect, test } from 'bun:test'
import { targetOf } from '#http/request/target.ts'
import { endProcesses, runServer } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { freePort, hasPostgres } from '#tests/support/postgres-server.ts'
import { violations } from '#tests/support/violations.ts'

afterEach(endProcesses)

test.skipIf(!hasPostgres)(
  'until its database is available, a node responds with 503; then it migrates the database and serves it',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    postgres.kill()
    const port = freePort()
    const node = runServer({
      PORT: String(port),
      DATABASE_URL: urlOf(postgres.url, 'replog'),
      REPLOG_JWT_SECRET: 'a key of thirty-two bytes or more, for tests',
    })
    await node.line('waiting for the database')
    const send = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      const { status, headers } = response
      const bytes = new Uint8Array(await response.clone().arrayBuffer())
      expect(
        violations({ method: 'GET', path: targetOf(response.url).path }, { status, headers, bytes }),
      ).toEqual([])
      return response
    }
    expect((await send('/livez')).status).toBe(200)
    for (const path of ['/readyz', '/api/workouts']) {
      const response = await send(path)
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ code: 'unavailable', instance: path, status: 503 })
    }
    await postgres.start()
    await node.line('ready')
    expect((await send('/readyz')).status).toBe(200)
    expect((await send('/api/exercises?limit=1')).status).toBe(200)
    node.process.kill('SIGTERM')
    expect(await node.ended()).toBe(0)
  },
  60_000,
)

test.skipIf(!hasPostgres)(
  'a node whose database does not exist exits with an error that says what to do',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    const node = runServer({
      PORT: '0',
      DATABASE_URL: urlOf(postgres.url, 'nowhere'),
      REPLOG_JWT_SECRET: 'a key of thirty-two bytes or more, for tests',
    })
    expect(await node.ended()).toBe(1)
    expect(await node.errors).toContain('create the database, with the encoding UTF8')
  },
)
