import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, generatedFiles } from '#scripts/generate/generate.ts'

const main = join(import.meta.dir, '../../../scripts/generate/main.ts')
const spec = join(import.meta.dir, 'things.yaml')
let out = ''

/** Runs the command on `things.yaml`, or another contract. */
async function run(args: string[], contract = spec): Promise<{ code: number; stderr: string }> {
  const process = Bun.spawn(['bun', main, '--spec', contract, '--out', join(out, 'generated'), ...args], {
    stderr: 'pipe',
  })
  const stderr = await new Response(process.stderr).text()
  return { code: await process.exited, stderr }
}

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'replog-generate-'))
})
afterAll(() => rm(out, { recursive: true }))

test('the same contract always yields the same files', async () => {
  const text = await Bun.file(spec).text()
  expect(await generate('a.yaml', text)).toEqual(await generate('a.yaml', text))
})

describe('bun run generate', () => {
  test('writes four files, and --check then passes', async () => {
    expect(await run([])).toEqual({ code: 0, stderr: '' })
    for (const name of generatedFiles)
      expect(await Bun.file(join(out, 'generated', name)).exists()).toBe(true)
    expect(await run(['--check'])).toEqual({ code: 0, stderr: '' })
  }, 60_000)

  test('--check fails if files are out of date, names them, and leaves them unchanged', async () => {
    await run([])
    const client = join(out, 'generated/client.ts')
    await Bun.write(client, '// edited\n')
    await rm(join(out, 'generated/types.ts'))
    expect(await run(['--check'])).toEqual({
      code: 1,
      stderr:
        'generated/types.ts is out of date: run "bun run generate"\n' +
        'generated/client.ts is out of date: run "bun run generate"\n',
    })
    expect(await Bun.file(client).text()).toBe('// edited\n')
  }, 60_000)

  test('reports each defect of a rejected contract with its location and reason', async () => {
    const invalid = join(out, 'rejected.yaml')
    await Bun.write(
      invalid,
      (await Bun.file(spec).text()).replace('{ type: boolean }', '{ type: boolean, not: {} }'),
    )
    const { code, stderr } = await run([], invalid)
    expect(code).toBe(1)
    expect(stderr).toBe(
      'rejected.yaml:32: #/paths/~1api~1things/get/parameters/1/schema/not: not supported by the generator in a schema of type boolean\n',
    )
  }, 60_000)
})
