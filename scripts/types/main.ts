import { join } from 'node:path'
import { dropStaleBuildInfo } from './stale-build-info.ts'

const root = join(import.meta.dir, '../..')
dropStaleBuildInfo(join(root, 'node_modules'))
for (const project of ['.', 'tsconfig.browser.json']) {
  const tsc = Bun.spawn(['bun', 'run', 'tsc', '-p', project], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit'],
  })
  const code = await tsc.exited
  if (code !== 0) process.exit(code)
}
