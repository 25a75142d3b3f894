import { afterEach, expect, test } from 'bun:test'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { openDatabase } from '#db/migrations/open-database.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  folders.push(folder)
  return folder
}

/** Runs a command, and returns its exit code and output. */
function run(dataFolder: string, command: string, ...args: string[]) {
  const script = join(import.meta.dir, '..', '..', 'src', 'commands', `${command}.ts`)
  const env = { ...process.env, REPLOG_DATA: dataFolder }
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, script, ...args], { env })
  return { exitCode, out: stdout.toString(), error: stderr.toString() }
}

test('backup works while a server is running, and restore only after it has stopped', async () => {
  const folder = temporaryFolder()
  const copy = join(folder, 'copy.db')
  const server = await openDatabase({ file: databaseFile(folder) })
  expect(run(folder, 'backup', copy)).toEqual({ exitCode: 0, out: `Backed up to ${copy}\n`, error: '' })
  const rejected = run(folder, 'restore', copy)
  expect(rejected).toMatchObject({ exitCode: 1, out: '' })
  expect(rejected.error).toMatch(/^another Replog server is using .*: stop it first\n$/)
  await server.close()
  const restored = run(folder, 'restore', copy)
  expect(restored).toMatchObject({ exitCode: 0, error: '' })
  expect(restored.out).toContain('The previous database was moved to ')
})

test('backup without a file name writes to the backups folder', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ file: databaseFile(folder) })).close()
  const { exitCode, out } = run(folder, 'backup')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/backups\/replog-\d{8}T\d{9}Z\.db\n$/)
})

test('doctor reports an intact database, as text and as JSON', async () => {
  const folder = temporaryFolder()
  const server = await openDatabase({ file: databaseFile(folder) })
  expect(run(folder, 'doctor')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('No problems found.'),
  })
  const { exitCode, out } = run(folder, 'doctor', '--json')
  expect(exitCode).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ good: true, tables: expect.any(Array) })
  await server.close()
})

test('doctor fails if the file is not a database', () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'not a database')
  const { exitCode, error } = run(folder, 'doctor')
  expect(exitCode).toBe(1)
  expect(error).toContain(
    'database file is not a database: its operator must check the disk, and restore a backup',
  )
})

for (const command of ['backup', 'doctor']) {
  test(`${command} fails if there is no database, and creates none`, () => {
    const folder = temporaryFolder()
    const { exitCode, error } = run(folder, command)
    expect(exitCode).toBe(1)
    expect(error).toContain('there is no database at')
    expect(existsSync(databaseFile(folder))).toBe(false)
  })
}

for (const [command, ...args] of [
  ['backup', 'a', 'b'],
  ['restore'],
  ['restore', 'a', 'b'],
  ['doctor', '--verbose'],
] as const) {
  test(`${[command, ...args].join(' ')} prints its usage and fails`, () => {
    const { exitCode, error } = run(temporaryFolder(), command, ...args)
    expect(exitCode).toBe(2)
    expect(error).toStartWith(`usage: bun run ${command}`)
  })
}
