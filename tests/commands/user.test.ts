import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testApp } from '#tests/support/app.ts'

const password = 'correct horse battery'
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-user-'))
  folders.push(folder)
  return folder
}

/** Creates a data folder with an account for ada@example.com. Resolves to its path. */
async function createFolderWithAda(): Promise<string> {
  const folder = temporaryFolder()
  const app = await testApp({ folder })
  await app.register({ email: 'ada@example.com', password })
  await app.close()
  return folder
}

/**
 * Waits for the next turn of the event loop, whose reads see the command's changes. Requests over a socket
 * arrive in separate turns anyway, but requests within this process may share one.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Runs the command with a standard input, and returns its exit code and output. */
function runUser(
  folder: string,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
) {
  const script = join(import.meta.dir, '../../src/commands/user.ts')
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, script, ...args], {
    env: { ...process.env, REPLOG_DATA: folder, ...env },
    stdin: Buffer.from(input),
  })
  return { exitCode, out: stdout.toString(), error: stderr.toString() }
}

describe('on user create', () => {
  test('the account can log in, even if it was created before the server’s first start', async () => {
    const folder = temporaryFolder()
    const created = runUser(folder, ['create', 'Ada@example.com'], `${password}\n`)
    expect(created).toMatchObject({ exitCode: 0, error: '' })
    expect(created.out).toMatch(/^Created Ada@example\.com \([0-9a-f-]{36}\)\n$/)
    const app = await testApp({ folder, registration: 'closed' })
    const { response } = await app.client.POST('/api/auth/login', {
      body: { email: 'ada@example.com', password },
    })
    expect(response.status).toBe(200)
  })

  test('a password is generated and printed if there is none on standard input', async () => {
    const folder = temporaryFolder()
    const created = runUser(folder, ['create', 'ada@example.com'])
    const printed = /^Password: (\S{20})$/m.exec(created.out)?.[1] ?? ''
    const app = await testApp({ folder })
    const body = { email: 'ada@example.com', password: printed }
    expect((await app.client.POST('/api/auth/login', { body })).response.status).toBe(200)
  })

  test('an account is created while a server is running', async () => {
    const folder = temporaryFolder()
    const app = await testApp({ folder })
    expect(runUser(folder, ['create', 'ada@example.com'], password).exitCode).toBe(0)
    const body = { email: 'ada@example.com', password }
    expect((await app.client.POST('/api/auth/login', { body })).response.status).toBe(200)
  })

  test.each([
    ['a weak password', ['create', 'ada@example.com'], 'password1234', 1, 'must be harder to guess'],
    ['a short password', ['create', 'ada@example.com'], 'short', 1, 'at least 12 characters'],
    ['an invalid address', ['create', 'ada'], password, 2, 'not an email address'],
    ['a missing address', ['create'], password, 2, 'usage: bun run user create EMAIL'],
    ['an unknown command', ['destroy', 'ada@example.com'], password, 2, 'usage: bun run user create EMAIL'],
  ])('%s is rejected', (_, args, input, exitCode, message) => {
    const rejected = runUser(temporaryFolder(), args, input)
    expect(rejected).toMatchObject({ exitCode, out: '' })
    expect(rejected.error).toContain(message)
    expect(rejected.error).not.toContain(input)
  })

  test('an address that has an account is rejected, ignoring letter case', async () => {
    const folder = await createFolderWithAda()
    const second = runUser(folder, ['create', 'ADA@example.com'], password)
    expect(second).toMatchObject({
      exitCode: 1,
      out: '',
      error: 'An account for ADA@example.com already exists.\n',
    })
  })
})

describe('on user disable', () => {
  test('sessions on a running server end immediately, and user enable allows logins again', async () => {
    const folder = temporaryFolder()
    const app = await testApp({ folder })
    const ada = await app.register({ email: 'ada@example.com', password })
    const login = { body: { email: 'ada@example.com', password } }
    expect((await ada.client.GET('/api/users/me')).response.status).toBe(200)

    const disabled = runUser(folder, ['disable', 'ada@example.com'])
    expect(disabled.out).toBe('ada@example.com is disabled; 1 session ended\n')
    await nextTurn()
    expect((await ada.client.GET('/api/users/me')).response.status).toBe(401)
    const rejected = await app.client.POST('/api/auth/login', login)
    expect(rejected.error).toMatchObject({ status: 403, code: 'account_disabled' })
    expect(runUser(folder, ['disable', 'ada@example.com']).out).toBe('ada@example.com is already disabled\n')

    expect(runUser(folder, ['enable', 'ada@example.com']).out).toBe('ada@example.com is enabled\n')
    await nextTurn()
    expect((await app.client.POST('/api/auth/login', login)).response.status).toBe(200)
  })

  test('an address without an account is rejected', () => {
    const missing = runUser(temporaryFolder(), ['disable', 'ada@example.com'])
    expect(missing).toMatchObject({ exitCode: 1, error: 'There is no account for ada@example.com.\n' })
  })
})

describe('on user reset', () => {
  const newPassword = 'nine marble kettles sing'

  test('the printed link to the public URL works once, while a server is running', async () => {
    const folder = temporaryFolder()
    const app = await testApp({ folder })
    const ada = await app.register({ email: 'ada@example.com', password })
    const env = { REPLOG_PUBLIC_URL: 'https://replog.example.com/gym/' }
    const created = runUser(folder, ['reset', 'ADA@example.com'], '', env)
    expect(created).toMatchObject({ exitCode: 0, error: '' })
    const token = /^https:\/\/replog\.example\.com\/gym\/reset#([\w-]{43})\n/.exec(created.out)?.[1] ?? ''
    const body = { token, newPassword }
    expect((await app.client.POST('/api/auth/reset', { body })).response.status).toBe(204)
    expect((await app.client.POST('/api/auth/reset', { body })).response.status).toBe(403)
    await nextTurn()
    expect((await ada.client.GET('/api/users/me')).response.status).toBe(401)
    const login = { body: { email: 'ada@example.com', password: newPassword } }
    expect((await app.client.POST('/api/auth/login', login)).response.status).toBe(200)
  })

  test('without a public URL, a local link and an explanation are printed', async () => {
    const folder = await createFolderWithAda()
    const { out } = runUser(folder, ['reset', 'ada@example.com'], '', { PORT: '4100', REPLOG_PUBLIC_URL: '' })
    expect(out).toStartWith('http://localhost:4100/reset#')
    expect(out).toContain('REPLOG_PUBLIC_URL')
  })

  test.each([
    ['an unknown address', ['reset', 'ben@example.com'], 1, 'There is no account for ben@example.com.'],
    ['a disabled account', ['reset', 'ada@example.com'], 1, 'enable it first'],
    ['a missing address', ['reset'], 2, 'usage:'],
  ])('%s is rejected', async (_, args, exitCode, message) => {
    const folder = await createFolderWithAda()
    runUser(folder, ['disable', 'ada@example.com'])
    const rejected = runUser(folder, args)
    expect(rejected).toMatchObject({ exitCode, out: '' })
    expect(rejected.error).toContain(message)
  })
})
