import { afterEach, expect, test } from 'bun:test'
import { endProcesses, run, type TestProcess } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

afterEach(endProcesses)

const writers = 12
/** Answers between one fault and the next. */
const answersBetween = 40
const secret = 'a key of thirty-two bytes or more, for tests'

interface Node {
  readonly server: TestProcess
  readonly origin: string
}

async function startNode(database: string): Promise<Node> {
  const server = run('src/main.ts', [], {
    PORT: '0',
    DATABASE_URL: database,
    REPLOG_JWT_SECRET: secret,
    REPLOG_RATE_LIMIT: 'off',
  })
  const { url } = await server.line('ready')
  return { server, origin: new URL(String(url)).origin }
}

/** Sends a request to one node after the other until one of them carries it out. */
async function insist(
  nodes: readonly Node[],
  path: string,
  { token, key, body }: { readonly token?: string; readonly key?: string; readonly body?: unknown },
): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    const node = nodes[attempt % nodes.length]
    const headers = {
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    }
    const method = body === undefined ? 'GET' : 'POST'
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    // A node that was killed refuses the connection, or breaks it.
    const response = await fetch(`${node?.origin}${path}`, { method, headers, ...sent }).catch(
      () => undefined,
    )
    const text = await response?.text().catch(() => undefined)
    if (text === undefined || response?.status === 503) continue
    if (!response?.ok) throw new Error(`${path}: ${response?.status} ${text}`)
    return JSON.parse(text)
  }
}

function idOf(value: unknown): string {
  return String(Reflect.get(Object(value), 'id'))
}

const workout = {
  startedAt: '2026-11-20T17:02:00.000Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}

test.skipIf(!hasPostgres)(
  'two nodes go on after faults of the database and of each other, and lose no acknowledged write',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    const database = urlOf(postgres.url, 'replog')
    const nodes = [await startNode(database), await startNode(database)]

    let answers = 0
    const waiting: { readonly at: number; readonly resolve: () => void }[] = []
    const more = () => new Promise<void>((resolve) => waiting.push({ at: answers + answersBetween, resolve }))
    let isOver = false

    const write = async (writer: number) => {
      const account = await insist(nodes, '/api/auth/register', {
        body: { email: `writer${writer}@example.com`, password: 'gravel teapot eleven moons' },
      })
      const token = String(Reflect.get(Object(account), 'accessToken'))
      const acknowledged: string[] = []
      while (!isOver) {
        const key = crypto.randomUUID()
        acknowledged.push(idOf(await insist(nodes, '/api/workouts', { token, key, body: workout })))
        answers++
        for (const { at, resolve } of waiting) if (answers >= at) resolve()
      }
      return { token, acknowledged }
    }
    const writing = Array.from({ length: writers }, (_, writer) => write(writer))

    await more()
    postgres.kill()
    await postgres.start()
    await more()
    for (let time = 0; time < 3; time++) {
      await administer(
        postgres.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'replog'`,
      )
      await more()
    }
    nodes[1]?.server.process.kill('SIGKILL')
    await more()
    nodes[1] = await startNode(database)
    await more()
    isOver = true

    for (const { token, acknowledged } of await Promise.all(writing)) {
      const kept: string[] = []
      for (let cursor = ''; ; ) {
        const page = await insist(nodes, `/api/workouts?limit=200${cursor}`, { token })
        const { items, nextCursor } = Object(page)
        kept.push(...items.map(idOf))
        if (typeof nextCursor !== 'string') break
        cursor = `&cursor=${nextCursor}`
      }
      expect(kept.sort()).toEqual(acknowledged.sort())
    }
    expect(answers).toBeGreaterThan(6 * answersBetween)
  },
  120_000,
)
