import { expect, test } from 'bun:test'
import { join } from 'node:path'

/** The files that the server loads before it listens, as paths from the project's root. */
async function loadedAtStart(): Promise<ReadonlySet<string>> {
  const root = join(import.meta.dir, '../..')
  const { metafile } = await Bun.build({
    entrypoints: [join(root, 'src/main.ts')],
    root,
    target: 'bun',
    splitting: true,
    metafile: true,
  })
  const loaded = new Set<string>()
  const load = (file: string) => {
    const input = metafile?.inputs[file]
    if (!input || loaded.has(file)) return
    loaded.add(file)
    for (const { path, kind } of input.imports) if (kind !== 'dynamic-import') load(path)
  }
  load('src/main.ts')
  return loaded
}

const rarelyNeeded = [
  /^node_modules\/(acorn|pg|pg-\w+|prom-client|csv-parse|@elysiajs|@zxcvbn-ts|swagger-ui-dist)\//,
  /^node_modules\/rate-limiter-flexible\/.*Postgres/,
  /^src\/catalogue\/data\/[^/]+$/,
  /^src\/interchange\//,
]

test('what only some servers or requests need is not loaded at start', async () => {
  const loaded = [...(await loadedAtStart())]
  // Proves that imports were followed.
  expect(loaded).toContain('src/db/engine/transact.ts')
  expect(loaded.filter((file) => rarelyNeeded.some((files) => files.test(file)))).toEqual([])
})
