import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The size limit of `replog/client`, everything included: bytes, bundled, minified and compressed. */
const limit = 15_000

const { outputs } = await Bun.build({
  entrypoints: [join(import.meta.dir, '../../src/client/index.ts')],
  target: 'browser',
  minify: true,
})
const code = (await Promise.all(outputs.map((output) => output.text()))).join('')
const size = gzipSync(code, { level: 9 }).length
process.stdout.write(`replog/client: ${size} bytes gzipped, at most ${limit}\n`)
// Neither schemas nor anything of the server belong in a browser.
const strays = /typebox|node:|Bun\.|bun:/.exec(code)
if (strays) process.stdout.write(`it contains ${strays[0]}\n`)
process.exit(size > limit || strays ? 1 : 0)
