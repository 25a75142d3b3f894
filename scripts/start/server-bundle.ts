import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sourceKey } from './source-key.ts'

/** The number of bundles to keep: servers started from earlier ones may still be running and load parts later. */
const keptBundles = 3

/** The age, in milliseconds, after which the folder of an unfinished build is removed. */
const maxBuildMs = 10 * 60_000

const entry = 'main.js'

/**
 * The path of a bundle of the current sources, built if there is none. Undefined if it can't be built, for example in a
 * read-only folder; standard error says why.
 */
export function serverBundle(root: string): string | undefined {
  const folder = join(root, 'build/server')
  const key = sourceKey(root)
  const bundle = join(folder, key)
  if (existsSync(bundle)) return join(bundle, entry)
  try {
    build(root, folder, bundle)
    removeOld(folder, key)
    return join(bundle, entry)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Starting without a bundle, which takes longer: ${reason}\n`)
    return undefined
  }
}

/** Builds in another folder first, because several servers may be starting at once. */
function build(root: string, folder: string, bundle: string): void {
  mkdirSync(folder, { recursive: true })
  const unfinished = mkdtempSync(join(folder, 'unfinished-'))
  try {
    // In a process of its own, because building takes 200 MB, which the server would keep.
    const command = [process.execPath, join(import.meta.dir, 'build.ts'), unfinished]
    const { success, stderr } = Bun.spawnSync(command, { cwd: root, stdout: 'ignore', stderr: 'pipe' })
    if (!success) throw new Error(`the build failed: ${stderr}`)
    rename(unfinished, bundle)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Renames a folder, unless another process has just created one with that name. */
function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}

function removeOld(folder: string, key: string): void {
  // Another process may have just renamed or removed it.
  const modifiedAt = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const age = (name: string) => Date.now() - modifiedAt(name)
  const others = readdirSync(folder).filter((name) => name !== key)
  const isUnfinished = (name: string) => name.startsWith('unfinished-')
  const old = others.filter((name) => !isUnfinished(name)).sort((a, b) => age(a) - age(b))
  const abandoned = others.filter((name) => isUnfinished(name) && age(name) > maxBuildMs)
  for (const name of [...old.slice(keptBundles - 1), ...abandoned])
    rmSync(join(folder, name), { recursive: true, force: true })
}
