import { describe, expect, test } from 'bun:test'
import { brotliDecompressSync } from 'node:zlib'
import { gunzipSync, zstdDecompressSync } from 'bun'
import { type TestApp, testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { password } from '#tests/support/user.ts'

const decoders = {
  gzip: (bytes: Uint8Array<ArrayBuffer>) => gunzipSync(bytes),
  br: (bytes: Uint8Array<ArrayBuffer>) => brotliDecompressSync(bytes),
  zstd: (bytes: Uint8Array<ArrayBuffer>) => zstdDecompressSync(bytes),
} as const
type Coding = keyof typeof decoders
const codings = Object.keys(decoders).map((name) => name as Coding)

const app = await testApp({ corsOrigins: ['https://app.example'] })
const ada = await app.register()
const workout = await createWorkout(ada)

function fetchRaw(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body?: unknown,
): Promise<Response> {
  const allHeaders = { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json', ...headers }
  const init = { method, headers: allHeaders, ...(body !== undefined && { body: JSON.stringify(body) }) }
  return app.elysia.handle(new Request(`http://localhost${path}`, init))
}

async function decode(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const coding = response.headers.get('content-encoding')
  const knownCoding = codings.find((name) => name === coding)
  return new TextDecoder().decode(knownCoding ? decoders[knownCoding](bytes) : bytes)
}

function workoutBody(id: string, notes = '') {
  const set = { type: 'normal', reps: 5, weight: { value: 100, unit: 'kg' } }
  return {
    id,
    notes,
    startedAt: '2026-06-01T10:00:00.000Z',
    endedAt: '2026-06-01T11:00:00.000Z',
    exercises: Array.from({ length: 5 }, () => ({ exerciseId: 'barbell-row', sets: [set, set, set, set] })),
  }
}

async function createWorkout(user: TestUser): Promise<string> {
  const id = crypto.randomUUID()
  const { status, text } = await user.send('POST', '/api/workouts', { body: workoutBody(id) })
  if (status !== 201) throw new Error(text)
  return `/api/workouts/${id}`
}

const compressedPaths = [
  workout,
  '/api/exercises?limit=50',
  '/api/workouts',
  '/openapi.json',
  '/openapi.yaml',
  '/docs',
  '/docs/swagger-ui.css',
  '/metrics',
]

describe.each(codings)('with the coding %s', (coding) => {
  test.each(compressedPaths)('GET %s returns the same text in fewer bytes', async (path) => {
    const plain = await fetchRaw(path)
    expect(plain.headers.get('content-encoding')).toBeNull()
    const compressed = await fetchRaw(path, { 'accept-encoding': coding })
    expect(compressed.headers.get('content-encoding')).toBe(coding)
    expect(compressed.headers.get('content-type')).toBe(plain.headers.get('content-type') ?? '')
    expect(compressed.headers.get('vary')?.split(', ')).toContain('Accept-Encoding')
    expect(plain.headers.get('vary')).toBe(compressed.headers.get('vary') ?? '')
    const size = (await compressed.clone().arrayBuffer()).byteLength
    const [text, plainText] = [await decode(compressed), await plain.text()]
    expect(size).toBeLessThan(plainText.length)
    if (path !== '/metrics') expect(text).toBe(plainText)
  })

  test('304 for the entity tag of the compressed body and of the plain body', async () => {
    for (const path of [workout, '/api/exercises?limit=50', '/openapi.json']) {
      const [plain, compressed] = [await fetchRaw(path), await fetchRaw(path, { 'accept-encoding': coding })]
      const tags = [plain, compressed].map(({ headers }) => headers.get('etag') ?? '')
      expect(tags[1]).not.toBe(tags[0] ?? '')
      expect(tags[1]).toMatch(/^"[!#-~]+"$/)
      for (const tag of tags) {
        for (const accepted of ['', coding, 'identity']) {
          for (const list of [tag, `W/${tag}`, `"other", ${tag}`]) {
            const response = await fetchRaw(path, { 'accept-encoding': accepted, 'if-none-match': list })
            expect([response.status, response.headers.get('etag')]).toEqual([304, tag])
            expect(response.headers.get('content-encoding')).toBeNull()
            expect(await response.text()).toBe('')
          }
        }
      }
      const stale = { 'accept-encoding': coding, 'if-none-match': `"never--${coding}"` }
      expect((await fetchRaw(path, stale)).status).toBe(200)
    }
  })

  test('the entity tag of a compressed body allows a change, and is stale afterward', async () => {
    const path = await createWorkout(ada)
    const id = path.slice(path.lastIndexOf('/') + 1)
    const putWorkout = (tag: string, notes: string) =>
      fetchRaw(path, { 'if-match': tag, 'accept-encoding': coding }, 'PUT', workoutBody(id, notes))
    const first = (await fetchRaw(path, { 'accept-encoding': coding })).headers.get('etag') ?? ''
    expect(first).toEndWith(`--${coding}"`)
    const saved = await putWorkout(first, 'once')
    expect(saved.status).toBe(200)
    const second = saved.headers.get('etag') ?? ''
    expect(second).toBe((await fetchRaw(path, { 'accept-encoding': coding })).headers.get('etag') ?? '')
    const stale = await putWorkout(first, 'twice')
    expect(stale.status).toBe(412)
    expect((await putWorkout(`W/${second}`, 'weak')).status).toBe(412)
    expect((await putWorkout(second, 'twice')).status).toBe(200)
    expect(JSON.parse(await (await fetchRaw(path)).text()).notes).toBe('twice')
  })

  test('HEAD has the headers of GET, and no body', async () => {
    for (const path of [workout, '/openapi.yaml', '/docs/swagger-ui.css']) {
      const get = await fetchRaw(path, { 'accept-encoding': coding })
      const head = await fetchRaw(path, { 'accept-encoding': coding }, 'HEAD')
      for (const name of ['content-encoding', 'etag', 'vary', 'content-type', 'cache-control'])
        expect(head.headers.get(name)).toBe(get.headers.get(name))
      expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength))
      expect(await head.text()).toBe('')
    }
  })

  test('short responses and responses with a token are not compressed', async () => {
    const accept = { 'accept-encoding': coding }
    const account = { password, device: 'd'.repeat(100) }
    const responses = [
      await fetchRaw('/livez', accept),
      await fetchRaw('/api/users/me', accept),
      await fetchRaw('/nowhere', accept),
      await fetchRaw('/api/auth/register', accept, 'POST', {
        ...account,
        email: `${coding}@example.com`,
        displayName: 'n'.repeat(100),
      }),
      await fetchRaw('/api/auth/login', accept, 'POST', { email: `${coding}@example.com`, password }),
    ]
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 404, 201, 200])
    for (const response of responses) expect(response.headers.get('content-encoding')).toBeNull()
  })
})

test('a long token response is not compressed', async () => {
  const userWithLongNames = await app.register({
    email: `${'l'.repeat(60)}@${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.com`,
    displayName: '🏋'.repeat(100),
    device: '🏋'.repeat(100),
  })
  const response = await fetchRaw('/api/auth/refresh', { 'accept-encoding': 'gzip' }, 'POST', {
    refreshToken: userWithLongNames.tokens.refreshToken,
  })
  const text = await response.text()
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(text.length).toBeGreaterThan(1024)
})

test('a problem with many errors is compressed', async () => {
  const sets = Array.from({ length: 60 }, () => ({ reps: -1 }))
  const body = { startedAt: '2026-06-01T10:00:00.000Z', exercises: [{ exerciseId: 'barbell-row', sets }] }
  const response = await fetchRaw('/api/workouts', { 'accept-encoding': 'gzip' }, 'POST', body)
  expect([response.status, response.headers.get('content-encoding')]).toEqual([422, 'gzip'])
  expect(JSON.parse(await decode(response)).errors).toHaveLength(50)
})

test('an export is compressed as it streams', async () => {
  for (const path of ['/api/users/me/export', '/api/exports/workouts?format=strong']) {
    const plain = await (await fetchRaw(path)).text()
    const response = await fetchRaw(path, { 'accept-encoding': 'gzip, br, zstd' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const text = await decode(response)
    const withoutExportTime = (json: string) => json.replace(/"exportedAt":"[^"]+"/, '')
    expect(withoutExportTime(text)).toBe(withoutExportTime(plain))
  }
})

test('the server responds after a client cancels a compressed export', async () => {
  const response = await fetchRaw('/api/users/me/export', { 'accept-encoding': 'gzip' })
  const reader = response.body?.getReader()
  await reader?.cancel()
  expect((await fetchRaw(workout)).status).toBe(200)
})

test('events are not compressed, so that each is sent immediately', async () => {
  const response = await fetchRaw('/api/sync/events', { 'accept-encoding': 'gzip' })
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, null])
  await response.body?.cancel()
})

test('a repeated request gets the stored body in the coding that it now accepts', async () => {
  const id = crypto.randomUUID()
  const key = { 'idempotency-key': id }
  const first = await fetchRaw(
    '/api/workouts',
    { ...key, 'accept-encoding': 'gzip' },
    'POST',
    workoutBody(id),
  )
  const second = await fetchRaw('/api/workouts', { ...key, 'accept-encoding': 'br' }, 'POST', workoutBody(id))
  const third = await fetchRaw('/api/workouts', key, 'POST', workoutBody(id))
  expect([first, second, third].map(({ headers }) => headers.get('content-encoding'))).toEqual([
    'gzip',
    'br',
    null,
  ])
  const texts = [await decode(first), await decode(second), await third.text()]
  expect(new Set(texts).size).toBe(1)
  expect(third.headers.get('idempotency-replayed')).toBe('true')
})

test('clients that decode automatically read the same body over a socket', async () => {
  const url = app.listen()
  const headers = { authorization: `Bearer ${ada.token}` }
  for (const coding of [...codings, 'gzip, deflate, br, zstd', 'identity']) {
    const response = await fetch(`${url}${workout}`, { headers: { ...headers, 'accept-encoding': coding } })
    expect(await response.json()).toEqual(await (await fetchRaw(workout)).json())
  }
})

test('concurrent callers get the same compressed bytes', async () => {
  const newApp: TestApp = await testApp()
  const getContract = () =>
    newApp.elysia.handle(
      new Request('http://localhost/openapi.json', { headers: { 'accept-encoding': 'br' } }),
    )
  const [first, ...others] = await Promise.all([getContract(), getContract(), getContract()])
  const bytes = await first?.arrayBuffer()
  for (const other of others) expect(await other.arrayBuffer()).toEqual(bytes ?? new ArrayBuffer(0))
})
