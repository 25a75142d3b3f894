import { join, resolve } from 'node:path'
import { serverBundle } from './server-bundle.ts'

// `bun run start`: starts the server from a bundle of its sources, which is faster than starting from the sources
// themselves. Builds the bundle if there is none of the current sources.

const root = resolve(import.meta.dir, '../..')

await import(serverBundle(root) ?? join(root, 'src/main.ts'))
