import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dir, '../../..')

/** Copies what `bun run start` needs into a folder, so that a test can change it. The packages are shared. */
export function copyProject(folder: string): void {
  for (const name of ['src', 'generated', 'package.json', 'bun.lock', 'tsconfig.json', 'openapi.yaml'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  mkdirSync(join(folder, 'scripts'))
  cpSync(join(root, 'scripts/start'), join(folder, 'scripts/start'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}
