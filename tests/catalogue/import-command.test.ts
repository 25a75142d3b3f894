import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestDatabase, temporaryFolder } from '#tests/db/fixture.ts'
import { smallFile } from './free-exercise-db.ts'

const command = join(import.meta.dir, '../../src/commands/catalogue.ts')

async function run(folder: string, ...args: string[]) {
  const process = Bun.spawn(['bun', command, ...args], {
    env: { ...Bun.env, REPLOG_DATA: folder },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [out, err, code] = await Promise.all([
    new Response(process.stdout).text(),
    new Response(process.stderr).text(),
    process.exited,
  ])
  return { out, err, code }
}

test('import adds and reports the exercises of a file, and adds nothing the second time', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'exercises.json')
  writeFileSync(file, smallFile)
  const first = await run(folder, 'import', file)
  expect(first).toMatchObject({ err: '', code: 0 })
  expect(first.out).toContain('added sandbag-moonwalk: Sandbag Moonwalk\n')
  expect(first.out).toContain('skipped Barbell Bench Presses: already exists as barbell-bench-press\n')
  expect(first.out).toEndWith('3 exercises added, marked as derived; 2 already existed\n')
  const second = await run(folder, 'import', file)
  expect(second.out).toEndWith('0 exercises added, marked as derived; 5 already existed\n')
  const { db } = await openTestDatabase(folder)
  const derived = await db.selectFrom('catalogueExercises').select('id').where('derived', '=', 1).execute()
  expect(derived.length).toBe(3)
})

test('import rejects a file in a different format with a message, without a stack trace', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'exercises.json')
  writeFileSync(file, '[3]')
  expect(await run(folder, 'import', file)).toEqual({
    out: '',
    err: 'this is not a free-exercise-db file:\nentry 1: must be an object\n',
    code: 1,
  })
  writeFileSync(file, new Uint8Array([0xff, 0xfe]))
  expect(await run(folder, 'import', file)).toMatchObject({ err: `${file} is not UTF-8 text\n`, code: 1 })
})

test.each([[[]], [['import']], [['export', 'x.json']], [['import', 'a', 'b']]])(
  'catalogue %j prints its usage and fails',
  async (args) => {
    expect(await run(temporaryFolder(), ...args)).toEqual({
      out: '',
      err: 'usage: bun run catalogue import FILE\n',
      code: 2,
    })
  },
)
