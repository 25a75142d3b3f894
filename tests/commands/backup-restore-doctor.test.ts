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

/** Runs a command as a person would, and gives what they would see. */
function run(dataFolder: string, command: string, ...args: string[]) {
  const script = join(import.meta.dir, '..', '..', 'src', 'commands', `${command}.ts`)
  const env = { ...process.env, REPLOG_DATA: dataFolder }
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, script, ...args], { env })
  return { exitCode, out: stdout.toString(), error: stderr.toString() }
}

test('a backup taken while the server runs can be restored once it has stopped', async () => {
  const folder = temporaryFolder()
  const copy = join(folder, 'copy.db')
  const server = await openDatabase({ file: databaseFile(folder) })
  expect(run(folder, 'backup', copy)).toEqual({ exitCode: 0, out: `Backed up to ${copy}\n`, error: '' })
  const refused = run(folder, 'restore', copy)
  expect(refused).toMatchObject({ exitCode: 1, out: '' })
  expect(refused.error).toMatch(/^another Replog server is using .*: stop it first\n$/)
  await server.close()
  const restored = run(folder, 'restore', copy)
  expect(restored).toMatchObject({ exitCode: 0, error: '' })
  expect(restored.out).toContain('The database that was there is kept: ')
})

test('a backup without a name goes to the folder for backups', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ file: databaseFile(folder) })).close()
  const { exitCode, out } = run(folder, 'backup')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/backups\/replog-\d{8}T\d{9}Z\.db\n$/)
})

test('the doctor says that all is well, for people and for programs', async () => {
  const folder = temporaryFolder()
  const server = await openDatabase({ file: databaseFile(folder) })
  expect(run(folder, 'doctor')).toMatchObject({ exitCode: 0, out: expect.stringContaining('All is well.') })
  const { exitCode, out } = run(folder, 'doctor', '--json')
  expect(exitCode).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ good: true, tables: expect.any(Array) })
  await server.close()
})

test('the doctor says what is wrong with a database that is none', () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'workouts, once')
  const { exitCode, error } = run(folder, 'doctor')
  expect(exitCode).toBe(1)
  expect(error).toBe('the database file is not a database: check the disk, and restore a backup\n')
})

for (const command of ['backup', 'doctor']) {
  test(`${command} without a database says so and makes none`, () => {
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
  test(`${[command, ...args].join(' ')} says how to call it`, () => {
    const { exitCode, error } = run(temporaryFolder(), command, ...args)
    expect(exitCode).toBe(2)
    expect(error).toStartWith(`usage: bun run ${command}`)
  })
}
