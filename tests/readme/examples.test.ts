import { expect, test } from 'bun:test'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

const root = resolve(import.meta.dir, '../..')
const folder = temporaryFolder()

/** The TypeScript block of the README that imports from a module. */
async function exampleInReadme(module: string): Promise<string> {
  const readme = await Bun.file(join(root, 'README.md')).text()
  const blocks = Array.from(readme.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = '']) => code)
  expect(blocks).toHaveLength(2)
  const [block = '', ...others] = blocks.filter((code) => code.includes(`from '${module}'`))
  expect(others).toEqual([])
  return block
}

test('the README’s typed client example has under 40 lines and runs unchanged', async () => {
  const code = await exampleInReadme('./generated/client.ts')
  expect(code.trim().split('\n').length).toBeLessThan(40)
  symlinkSync(join(root, 'generated'), join(folder, 'generated'))
  await Bun.write(join(folder, 'example.ts'), code)
  const app = await testApp()
  // The example logs a workout now, by the real clock; figures don't count the future.
  app.clock.now = Date.now() + 60_000

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

test.each(['./generated/client.ts', 'replog/client'])(
  'the example of %s in the README compiles',
  async (module) => {
    const place = join(root, 'tests/readme')
    const { default: ts } = await import('typescript')
    const file = join(place, 'example-in-readme.ts')
    const code = (await exampleInReadme(module)).replaceAll('./generated/', '../../generated/')
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
      ts.sys,
      root,
    )
    const host = ts.createCompilerHost(options)
    const { getSourceFile, fileExists, readFile } = host
    host.fileExists = (name) => name === file || fileExists(name)
    host.readFile = (name) => (name === file ? code : readFile(name))
    host.getSourceFile = (name, ...rest) =>
      name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ESNext) : getSourceFile(name, ...rest)
    const program = ts.createProgram([file], options, host)
    const diagnostics = ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual(
      [],
    )
  },
  60_000,
)
