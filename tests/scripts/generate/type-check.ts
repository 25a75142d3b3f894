import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '#tests/support/folder.ts'

const root = join(import.meta.dir, '../../..')

/** The first line of a message: `path(line,column): error TS1234: text`. More lines of it are indented. */
const firstLine = /^(.+)\(\d+,\d+\): error TS\d+: (.*)$/

/**
 * Compiles these files (by path from the project's root) with the project's sources, in place of the project's own
 * generated files, and resolves to the compiler's messages by file.
 */
export async function typeCheck(
  files: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string[]>> {
  const project = temporaryFolder()
  for (const name of ['package.json', 'node_modules', 'src'])
    symlinkSync(join(root, name), join(project, name))
  for (const [path, text] of Object.entries(files)) await Bun.write(join(project, path), text)
  await Bun.write(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      // Otherwise, the sources would import the project's own generated files.
      compilerOptions: { preserveSymlinks: true, incremental: false, tsBuildInfoFile: null },
      files: Object.keys(files),
      include: [],
    }),
  )
  const compiler = Bun.spawn(
    [process.execPath, 'node_modules/typescript-native/bin/tsc', '--pretty', 'false'],
    {
      cwd: project,
      stdout: 'pipe',
      stderr: 'inherit',
    },
  )
  const output = await new Response(compiler.stdout).text()
  const messages = new Map<string, string[]>(Object.keys(files).map((path) => [path, []]))
  for (const message of output.trimEnd().split(/\n(?! )/)) {
    const [first = '', ...others] = message.split('\n')
    const [, path = '', text = ''] = firstLine.exec(first) ?? []
    messages.get(path)?.push([text, ...others].join('\n'))
  }
  return messages
}
