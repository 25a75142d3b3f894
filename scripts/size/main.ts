import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { appRoutes } from './app-routes.ts'

/**
 * An entry point for browsers, and the limit of its total size in bytes: bundled, minified and
 * compressed.
 */
interface Entry {
  readonly name: string
  readonly file: string
  readonly limit: number
  /** Dependencies that the user provides. */
  readonly external?: readonly string[]
}

const entries: readonly Entry[] = [
  { name: 'replog/client', file: 'client/index.ts', limit: 15_891 },
  { name: 'replog/client/logging', file: 'client/logging/index.ts', limit: 1_500 },
  { name: 'replog/client/catalogue', file: 'client/catalogue/index.ts', limit: 10_000 },
  { name: 'replog/client/programs', file: 'client/programs/index.ts', limit: 50_225 },
  { name: 'replog/client/react', file: 'client/react/index.ts', limit: 1_000, external: ['react'] },
  { name: 'replog/client/preact', file: 'client/preact/index.ts', limit: 1_000, external: ['preact'] },
  { name: 'replog/search', file: 'catalogue/search/index.ts', limit: 8_000 },
  { name: 'replog/training', file: 'training/index.ts', limit: 63_730 },
]

/** Names that only occur in schemas and server code, which must not end up in a browser. */
const serverCode = /typebox|node:|Bun\.|bun:/

/** Reports the size of an entry point. Returns whether it is within its limit and free of server code. */
async function checkSize({ name, file, limit, external = [] }: Entry): Promise<boolean> {
  const { outputs } = await Bun.build({
    entrypoints: [join(import.meta.dir, '../../src', file)],
    target: 'browser',
    minify: true,
    external: [...external],
  })
  const code = (await Promise.all(outputs.map((output) => output.text()))).join('')
  const size = gzipSync(code, { level: 9 }).length
  process.stdout.write(`${name}: ${size} bytes gzipped, at most ${limit}\n`)
  const [match] = serverCode.exec(code) ?? []
  if (match !== undefined) process.stdout.write(`${name} contains server code: ${match}\n`)
  return size <= limit && match === undefined
}

let isFine = true
for (const entry of entries) if (!(await checkSize(entry))) isFine = false
for (const { name, size, limit } of await appRoutes()) {
  process.stdout.write(`${name}: ${size} bytes gzipped, at most ${limit}\n`)
  if (size > limit) isFine = false
}
process.exit(isFine ? 0 : 1)
