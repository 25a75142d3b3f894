import { join } from 'node:path'
import { entries } from '#scripts/pack-client/entries.ts'

const root = join(import.meta.dir, '../../..')

/** The code blocks of the client's README in one language. */
async function readmeBlocks(language: string): Promise<string[]> {
  const text = await Bun.file(join(root, 'src/client/README.md')).text()
  return text
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((block) => block.split('```')[0] ?? '')
}

/** The logger of the README, unchanged, as a script for browsers. */
export async function readmeLogger(): Promise<string> {
  const [logger = ''] = await readmeBlocks('ts')
  const built = await Bun.build({
    entrypoints: ['logger.ts'],
    files: { 'logger.ts': logger },
    target: 'browser',
    plugins: [
      {
        name: 'resolve @replog/client',
        setup(build) {
          build.onResolve({ filter: /^@replog\/client/ }, ({ path }) => {
            const entry = entries.find(({ name }) => join('@replog/client', name) === path)
            return entry && { path: join(root, 'src', entry.file) }
          })
        },
      },
    ],
  })
  const text = await built.outputs[0]?.text()
  if (text === undefined) throw new Error('the logger was not built')
  return text
}
