import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundle } from './bundle.ts'
import { exportOf, writeDeclarations } from './declare.ts'
import { entries } from './entries.ts'

// `bun run pack:client [folder]` packs `@replog/client` into a folder, by default `build`, as npm would
// publish it. The last line of its output is the path of the package.

const root = join(import.meta.dir, '../..')
const destination = resolve(process.argv[2] ?? join(root, 'build'))

/** The manifest of the package, without the project's own dependencies. */
async function manifest() {
  const { version, license, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return {
    name: '@replog/client',
    version,
    description: 'The training log of Replog on a device: offline first, synced when there is a network.',
    license,
    type: 'module',
    sideEffects: false,
    files: ['dist', 'types'],
    exports: Object.fromEntries(entries.map((entry) => [entry.name, exportOf(entry)])),
    dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
    peerDependencies: { preact: '>=10', react: '>=18' },
    peerDependenciesMeta: { preact: { optional: true }, react: { optional: true } },
  }
}

const folder = await mkdtemp(join(tmpdir(), 'replog-client-'))
try {
  const scratch = join(folder, 'scratch')
  const content = join(folder, 'content')
  await bundle(join(root, 'src'), join(content, 'dist'), scratch, entries)
  await writeDeclarations(root, join(content, 'types'), scratch, entries)
  await writeFile(join(content, 'package.json'), `${JSON.stringify(await manifest(), undefined, 2)}\n`)
  await cp(join(root, 'src/client/README.md'), join(content, 'README.md'))
  await cp(join(root, 'LICENSE'), join(content, 'LICENSE'))
  const packing = Bun.spawnSync(['bun', 'pm', 'pack', '--quiet', '--destination', destination], {
    cwd: content,
  })
  if (!packing.success) throw new Error(`failed to pack the client: ${packing.stderr}`)
  process.stdout.write(`${packing.stdout.toString().trim()}\n`)
} finally {
  await rm(folder, { recursive: true })
}
