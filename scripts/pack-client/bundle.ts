import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Entry, outputOf } from './entries.ts'

/** Dependencies and peer dependencies of the package. */
const external = ['openapi-fetch', 'react', 'preact', 'preact/hooks']

/**
 * Bundles the entries as readable ES modules for browsers and Node. Shared code is in separate files, so
 * that each class exists once, whatever is imported.
 *
 * @param scratch a folder for temporary files
 */
export async function bundle(
  source: string,
  output: string,
  scratch: string,
  entries: readonly Entry[],
): Promise<void> {
  // Bun names an output after its source. Several are called `index.ts`, so each entry gets a source with its own name.
  await mkdir(scratch)
  const entrySources: string[] = []
  for (const entry of entries) {
    const entrySource = join(scratch, `${outputOf(entry)}.ts`)
    await writeFile(entrySource, `export * from '${join(source, entry.file)}'\n`)
    entrySources.push(entrySource)
  }
  await Bun.build({
    entrypoints: entrySources,
    root: scratch,
    outdir: output,
    target: 'browser',
    format: 'esm',
    splitting: true,
    external,
    naming: { entry: '[name].js', chunk: 'shared/[name]-[hash].js' },
  })
}
