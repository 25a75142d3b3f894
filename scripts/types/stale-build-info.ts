import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Deletes the build info of `tsc` if packages were installed, updated or removed since. `tsc` looks for a
 * missing module again only if a file that imports it changes, and no file imports a JSX runtime
 * explicitly, so a runtime that was missing would stay missing.
 */
export function dropStaleBuildInfo(modules: string): void {
  const cache = join(modules, '.cache')
  const record = join(cache, 'installed.txt')
  mkdirSync(cache, { recursive: true })
  const installed = installedIn(modules).join('\n')
  if (textOf(record) === installed) return
  for (const name of readdirSync(cache)) if (name.endsWith('.tsbuildinfo')) rmSync(join(cache, name))
  writeFileSync(record, installed)
}

/** Each package with the time at which it was installed. */
function installedIn(modules: string): string[] {
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : name,
    )
    .flatMap((name) => {
      const manifest = statSync(join(modules, name, 'package.json'), { throwIfNoEntry: false })
      return manifest ? [`${name} ${manifest.mtimeMs} ${manifest.ctimeMs}`] : []
    })
    .sort()
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
