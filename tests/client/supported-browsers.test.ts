import { expect, test } from 'bun:test'
import { join } from 'node:path'

/**
 * Browser features that a client might use but that are newer than Chrome 119, Firefox 120 or Safari 17.1
 * (https://webstatus.dev). `for await` is listed because Chrome can't iterate over streams before version 124; most
 * features of the language itself are left to the compiler: tsconfig.browser.json.
 */
const tooNew = [
  'AbortSignal.any',
  'Promise.try',
  'Promise.withResolvers',
  'ReadableStream.from',
  'URL.canParse',
  'URL.parse',
  'URLPattern',
  'Uint8Array.fromBase64',
  '.bytes()',
  '.fromAsync',
  'for await',
  'scheduler.',
  'navigation.',
  'cookieStore',
  'CloseWatcher',
  'using ',
]

test('replog/client uses no feature that browsers of the last three years lack', async () => {
  const entrypoints = [join(import.meta.dir, '../../src/client/index.ts')]
  const { outputs } = await Bun.build({ entrypoints, target: 'browser', minify: true })
  const code = await outputs[0]?.text()
  expect(code).toContain('/api/sync/push')
  expect(tooNew.filter((name) => code?.includes(name))).toEqual([])
})
