import { expect, test } from 'bun:test'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

const root = resolve(import.meta.dir, '../..')
const folder = temporaryFolder()

/** The TypeScript block of the README that imports from a module. */
async function readExample(module: string): Promise<string> {
  const readme = await Bun.file(join(root, 'README.md')).text()
  const blocks = Array.from(readme.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = '']) => code)
  expect(blocks).toHaveLength(2)
  const [block = '', ...others] = blocks.filter((code) => code.includes(`from '${module}'`))
  expect(others).toEqual([])
  return block
}

test('the example of the typed client in the README has fewer than 40 lines and runs unchanged', async () => {
  const code = await readExample('./generated/client.ts')
  expect(code.trim().split('\n').length).toBeLessThan(40)
  symlinkSync(join(root, 'generated'), join(folder, 'generated'))
  await Bun.write(join(folder, 'example.ts'), code)
  const app = await testApp()
  // The example logs a workout at the time of the real clock. Figures count it only if it isn't in the app's future or
  // an earlier week.
  Object.defineProperty(app.clock, 'now', { get: Date.now })

  const example = Bun.spawn([process.execPath, 'example.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, REPLOG_URL: app.listen() },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [printed, errors] = await Promise.all([
    new Response(example.stdout).text(),
    new Response(example.stderr).text(),
  ])

  expect({ errors, code: await example.exited }).toEqual({ errors: '', code: 0 })
  expect(printed).toContain('value: 500')
  expect(printed).toMatch(/^chest 450 kg 1$/m)
})

test('the examples in the README compile', async () => {
  const project = join(folder, 'project')
  mkdirSync(project)
  for (const name of ['package.json', 'tsconfig.json', 'generated', 'src', 'node_modules'])
    symlinkSync(join(root, name), join(project, name))
  await Bun.write(join(project, 'typed-client.ts'), await readExample('./generated/client.ts'))
  await Bun.write(join(project, 'offline-client.ts'), await readExample('replog/client'))
  const options = { incremental: false, tsBuildInfoFile: null }
  await Bun.write(
    join(project, 'tsconfig.examples.json'),
    JSON.stringify({ extends: './tsconfig.json', compilerOptions: options, include: ['*.ts'] }),
  )

  const compiler = Bun.spawn(
    [process.execPath, 'node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.examples.json'],
    { cwd: project, stdout: 'pipe', stderr: 'pipe' },
  )
  const [diagnostics, errors] = await Promise.all([
    new Response(compiler.stdout).text(),
    new Response(compiler.stderr).text(),
  ])
  expect({ diagnostics, errors, code: await compiler.exited }).toEqual({
    diagnostics: '',
    errors: '',
    code: 0,
  })
}, 60_000)
