import { afterEach, describe, expect, test } from 'bun:test'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endProcesses, run, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { copySeededDatabase } from '#tests/support/template.ts'
import { copyProject } from './project.ts'

afterEach(endProcesses)

function newProject(): string {
  const root = temporaryFolder()
  copyProject(root)
  return root
}

async function start(root: string, env: Readonly<Record<string, string>> = {}): Promise<TestProcess> {
  const data = temporaryFolder()
  await copySeededDatabase(data)
  return run(join(root, 'scripts/start/main.ts'), [], { PORT: '0', REPLOG_DATA: data, ...env })
}

async function stop(server: TestProcess): Promise<void> {
  server.process.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
}

const bundlesOf = (root: string) => readdirSync(join(root, 'build/server'))

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

test('a second start uses the bundle of the first; after a change, the new sources run', async () => {
  const root = newProject()
  const first = await start(root)
  await first.line('ready')
  await stop(first)
  const bundles = bundlesOf(root)
  expect(bundles).toHaveLength(1)
  // The changed message proves that the next start runs this bundle.
  edit(join(root, 'build/server', bundles[0] ?? '', 'main.js'), (text) =>
    text.replaceAll('"ready"', '"from the bundle"'),
  )
  const second = await start(root)
  await second.line('from the bundle')
  await stop(second)
  expect(bundlesOf(root)).toEqual(bundles)

  edit(join(root, 'src/main.ts'), (text) => text.replace("'ready'", "'changed'"))
  const third = await start(root)
  await third.line('changed')
  await stop(third)
})

test('several servers that start at once build a single bundle, which all of them use', async () => {
  const root = newProject()
  const servers = await Promise.all([start(root), start(root), start(root)])
  await Promise.all(servers.map((server) => server.line('ready')))
  await Promise.all(servers.map(stop))
  expect(bundlesOf(root)).toHaveLength(1)
  for (const server of servers) expect(await server.errors).toBe('')
})

test('an unfinished bundle that another server removes meanwhile does not prevent the bundle', async () => {
  const root = newProject()
  mkdirSync(join(root, 'build/server'), { recursive: true })
  // Listed like a folder, but reading it fails as if it had been removed since.
  symlinkSync('removed', join(root, 'build/server/unfinished-other'))
  const server = await start(root)
  await server.line('ready')
  await stop(server)
  expect(await server.errors).toBe('')
  expect(bundlesOf(root)).toHaveLength(1)
})

test('the bundles of the last three versions of the sources are kept, for servers that are still running', async () => {
  const root = newProject()
  const bundles = []
  for (let version = 1; version <= 4; version++) {
    edit(join(root, 'src/main.ts'), (text) => `${text}// ${version}\n`)
    const server = await start(root)
    await server.line('ready')
    await stop(server)
    bundles.push(bundlesOf(root))
  }
  expect(bundles.map((names) => names.length)).toEqual([1, 2, 3, 3])
  expect(bundles[3]).not.toContain(bundles[0]?.[0])
})

describe('without a bundle, the sources run, and standard error says why', () => {
  test('if the folder for bundles cannot be created', async () => {
    const root = newProject()
    writeFileSync(join(root, 'build'), 'not a folder')
    const server = await start(root)
    await server.line('ready')
    await stop(server)
    expect(await server.errors).toStartWith('Starting without a bundle, which takes longer: ')
  })

  test('if the build fails', async () => {
    const root = newProject()
    // This file is imported only on PostgreSQL, so the sources run without it.
    writeFileSync(join(root, 'src/db/migrations/postgres/open-database.ts'), 'import "no-such-package"')
    const server = await start(root)
    await server.line('ready')
    await stop(server)
    expect(await server.errors).toContain('Could not resolve: "no-such-package"')
    expect(bundlesOf(root)).toEqual([])
  })
})

describe('a server from the bundle', () => {
  test('reads NODE_ENV when it starts, instead of when it was built', async () => {
    const root = newProject()
    // A response that violates the contract: in development it is replaced by an error.
    edit(join(root, 'src/handlers/operations.ts'), (text) => text.replace("'alive'", "'violation'"))
    const statuses = []
    for (const env of [{}, { NODE_ENV: 'development' }, { NODE_ENV: 'production' }]) {
      const server = await start(root, env)
      const { url } = await server.line('ready')
      statuses.push((await fetch(`${url}livez`)).status)
      await stop(server)
    }
    expect(statuses).toEqual([200, 500, 200])
  })

  test('finds the files and modules that it loads later', async () => {
    const root = newProject()
    const server = await start(root, { REPLOG_RATE_LIMIT: 'off' })
    const { url } = await server.line('ready')
    // A registration loads the worker that rates passwords.
    const registered = await fetch(`${url}api/auth/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' }),
    })
    const { accessToken }: { accessToken: string } = await registered.json()
    const headers = { Authorization: `Bearer ${accessToken}` }
    const paths = [
      '',
      'sw.js',
      'docs',
      'docs/swagger-ui.css',
      'openapi.json',
      'metrics',
      'api/analytics/summary',
      'api/recommendations/progression?exerciseId=barbell-bench-press',
      'api/programs',
      'api/runs',
      'api/sync/changes',
      'api/users/me/export',
    ]
    const statuses = await Promise.all(
      paths.map(async (path) => [path, (await fetch(url + path, { headers })).status]),
    )
    expect(statuses).toEqual(paths.map((path) => [path, 200]))
    expect(await (await fetch(`${url}openapi.yaml`)).text()).toBe(
      readFileSync(join(root, 'openapi.yaml'), 'utf8'),
    )
    const form = new FormData()
    form.set(
      'file',
      new Blob(['Date,Exercise,Category,Weight,Weight Unit,Reps\n2026-08-04,Squat,Legs,100,kgs,5\n']),
    )
    const imported = await fetch(`${url}api/imports`, { method: 'POST', headers, body: form })
    expect(imported.status, await imported.text()).toBe(201)
    await stop(server)
  })

  test('logs errors with their locations in the sources', async () => {
    const other = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response() })
    const server = await start(newProject(), { PORT: String(other.port) })
    expect(await server.ended()).toBe(1)
    expect(JSON.stringify(server.lines)).toContain('/src/server/listen.ts:')
    await other.stop(true)
  })
})
