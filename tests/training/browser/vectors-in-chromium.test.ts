import { afterAll, expect, test } from 'bun:test'
import { join, resolve } from 'node:path'
import { type BunPlugin, Glob } from 'bun'
import { hasChromium, startBrowser } from '#tests/support/browser.ts'
import type { Failure } from './bun-test.ts'

const cleanups: (() => unknown)[] = []
afterAll(async () => {
  for (const cleanUp of cleanups) await cleanUp()
})

const folder = resolve(import.meta.dir, '..')
const filesOf = (pattern: string) => Array.fromAsync(new Glob(pattern).scan(folder))

/** The training tests that use published vectors and need no platform API. */
async function vectorTests(): Promise<Map<string, string>> {
  const tests = new Map<string, string>()
  for (const file of await filesOf('*.test.ts')) {
    const text = await Bun.file(join(folder, file)).text()
    if (text.includes("'./vectors/") && !text.includes("from 'node:")) tests.set(file, text)
  }
  return tests
}

/** Replaces `bun:test` with a module that runs in a page, and adds an entry that runs all tests. */
const inPage = (files: Iterable<string>): BunPlugin => ({
  name: 'in a page',
  setup(build) {
    build.onResolve({ filter: /^bun:test$/ }, () => ({ path: join(import.meta.dir, 'bun-test.ts') }))
    build.onResolve({ filter: /^every-vector-test$/ }, ({ path }) => ({ path, namespace: 'page' }))
    build.onLoad({ filter: /^every-vector-test$/, namespace: 'page' }, () => ({
      loader: 'ts',
      contents: [
        `import fc from '${Bun.resolveSync('fast-check', folder)}'`,
        // The page only has to reproduce the vectors, so a few runs of each property are enough.
        `fc.configureGlobal({ numRuns: 10 })`,
        ...[...files].map((file) => `await import('${join(folder, file)}')`),
        `const { runAll } = await import('bun:test')`,
        `window.result = await runAll()`,
      ].join('\n'),
    }))
  },
})

test('every published vector is used by a test that can run in a page', async () => {
  const texts = [...(await vectorTests()).values()].join('\n')
  const usedVectors = (await filesOf('vectors/*.json')).filter((file) => texts.includes(`'./${file}'`))
  expect(usedVectors.toSorted()).toEqual((await filesOf('vectors/*.json')).toSorted())
})

test.skipIf(!hasChromium)(
  'Chromium reproduces every published vector with the unchanged tests',
  async () => {
    const built = await Bun.build({
      entrypoints: ['every-vector-test'],
      plugins: [inPage((await vectorTests()).keys())],
      target: 'browser',
    })
    const script = await built.outputs[0]?.text()
    const server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: ({ url }) =>
        url.endsWith('/app.js')
          ? new Response(script, { headers: { 'Content-Type': 'text/javascript' } })
          : new Response(
              '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/app.js"></script>',
              { headers: { 'Content-Type': 'text/html' } },
            ),
    })
    cleanups.push(() => server.stop(true))
    const browser = await startBrowser()
    cleanups.push(() => browser.close())
    const page = await browser.openHidden(server.url.href)
    await page.until('window.result !== undefined')
    const text = await page.value('JSON.stringify(window.result)')
    const result: { count: number; failures: Failure[] } = JSON.parse(String(text))
    expect(page.errors).toEqual([])
    expect(result.failures).toEqual([])
    expect(result.count).toBeGreaterThan(250)
  },
  60_000,
)
