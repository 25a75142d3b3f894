import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Schemas } from '#generated/types.ts'
import { strongFile } from '#tests/handlers/imports/import-file.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

const file = strongFile(['2024-03-01', 'Bench Press (Barbell)', 1], ['2024-03-02', 'Odd Thing', 1])

/** Runs the command with empty standard input, and returns its exit code and output. */
function runImport(folder: string, args: readonly string[]) {
  const script = join(import.meta.dir, '../../src/commands/import.ts')
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, script, ...args], {
    env: { ...process.env, REPLOG_DATA: folder },
    stdin: Buffer.from(''),
  })
  return { exitCode, out: stdout.toString(), error: stderr.toString() }
}

async function setUpImport() {
  const folder = temporaryFolder()
  const app = await testApp({ folder })
  const ada = await app.register({ email: 'ada@example.com' })
  const path = join(folder, 'log.csv')
  await Bun.write(path, file)
  return { folder, app, ada, path }
}

describe('import', () => {
  test('works while a server is running, reports the result, and imports nothing the second time', async () => {
    const { folder, ada, path } = await setUpImport()
    const command = runImport(folder, [
      path,
      '--user',
      'ada@example.com',
      '--unit',
      'kg',
      '--timezone',
      'Europe/Berlin',
    ])
    expect(command).toMatchObject({ exitCode: 0, error: '' })
    expect(command.out).toContain('A file from Strong')
    expect(command.out).toContain('2 workouts: 2 new, 0 existing.')
    expect(command.out).toContain('Odd Thing (1 set)')
    expect(command.out).toContain('Wrote 2 workouts, 2 sets, 0 measurements and 1 exercise.')
    const { items } = (await ada.send('GET', '/api/workouts')).json<Schemas['WorkoutList']>()
    expect(items.map(({ startedAt }) => startedAt)).toEqual([
      '2024-03-02T17:00:00.000Z',
      '2024-03-01T17:00:00.000Z',
    ])
    const second = runImport(folder, [path, '--user', 'ada@example.com', '--yes'])
    expect(second.out).toContain('The file contains nothing new')
    await Bun.write(path, strongFile(['2024-03-01', 'Bench Press (Barbell)', 1]))
    const single = runImport(folder, [path, '--user', 'ada@example.com', '--yes'])
    expect(single.out).toContain('1 workout: 0 new, 1 existing.\n1 set: 0 new, 1 existing.')
  })

  test('requires a unit if the file has none, and a date order if the dates are ambiguous', async () => {
    const { folder, path } = await setUpImport()
    const args = [path, '--user', 'ada@example.com', '--yes']
    const withoutUnit = runImport(folder, args)
    expect(withoutUnit).toMatchObject({ exitCode: 2 })
    expect(withoutUnit.error).toContain('pass --unit')
    await Bun.write(path, file.replaceAll('2024-03-01', '3/1/2024').replaceAll('2024-03-02', '3/2/2024'))
    const ambiguous = runImport(folder, [...args, '--unit', 'kg'])
    expect(ambiguous).toMatchObject({ exitCode: 1, out: '' })
    expect(ambiguous.error).toContain('pass --date-order dmy or mdy')
    const imported = runImport(folder, [...args, '--unit', 'kg', '--date-order', 'dmy'])
    expect(imported.out).toContain('2024-01-03 to 2024-02-03')
    expect(imported.out).toContain('Wrote 2 workouts')
  })

  test.each([
    ['no file', ['--user', 'ada@example.com'], 2, 'usage: bun run import FILE'],
    ['no user', ['log.csv'], 2, 'usage: bun run import FILE'],
    ['an unknown option', ['log.csv', '--user', 'ada@example.com', '--dry'], 2, 'usage: bun run import FILE'],
    [
      'an unknown unit',
      ['log.csv', '--user', 'ada@example.com', '--unit', 'stone'],
      2,
      '--unit must be kg or lb.',
    ],
    [
      'an unknown time zone',
      ['log.csv', '--user', 'ada@example.com', '--timezone', 'Mars'],
      2,
      '--timezone must be an IANA time zone',
    ],
    ['a missing file', ['gone.csv', '--user', 'ada@example.com'], 1, 'There is no file'],
  ])('rejects %s', (_, args, exitCode, message) => {
    const rejected = runImport(temporaryFolder(), args)
    expect(rejected).toMatchObject({ exitCode, out: '' })
    expect(rejected.error).toContain(message)
  })

  test('fails if there is no such account', async () => {
    const { folder, path } = await setUpImport()
    const rejected = runImport(folder, [path, '--user', 'eve@example.com'])
    expect(rejected).toMatchObject({ exitCode: 1 })
    expect(rejected.error).toContain('There is no account for eve@example.com.')
  })
})
