import { expect, test } from 'bun:test'
import { appRoutes } from '#scripts/size/app-routes.ts'
import { appBundle } from '#services/app/bundle.ts'
import { requiredScripts } from '#services/app/merge-chunks.ts'

const { files, page, serviceWorker } = await appBundle()
const textOf = (name: string) => new TextDecoder().decode(files.get(name)?.body)
const scripts = [...files.keys()].filter((name) => name.endsWith('.js'))

const data = [...files.keys()].filter((name) => name.endsWith('.json'))

const texts = new Map(scripts.map((name) => [name, textOf(name)]))
const script = /src="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''

test('every route of the app stays within its size limit', async () => {
  const routes = await appRoutes()
  expect(routes.length).toBeGreaterThan(8)
  expect(routes.filter(({ size, limit }) => size === 0 || size > limit)).toEqual([])
  expect(serviceWorker.length).toBeLessThanOrEqual(3_000)
})

test('the first page loads two scripts', () => {
  expect(requiredScripts(texts, script).size).toBe(2)
})

test('the app contains no server code', () => {
  const withServerCode = scripts.filter((name) => /typebox|node:|Bun\.|bun:|kysely/.test(textOf(name)))
  expect(withServerCode).toEqual([])
})

test('every file name has a hash of its content, and the service worker caches all scripts and data', () => {
  for (const name of files.keys()) expect(name).toMatch(/-[a-z0-9]{8}\.\w+$/)
  for (const name of [...scripts, ...data]) expect(serviceWorker).toContain(`/web/${name}`)
})

test('all files that the page loads or that scripts import exist', () => {
  const loaded = [...page.matchAll(/"\/web\/([^"]+)"/g)].map(([, name = '']) => name)
  expect(loaded.length).toBeGreaterThan(5)
  for (const name of loaded) expect(files.has(name)).toBe(true)
  for (const [name, text] of texts)
    for (const [, imported = ''] of text.matchAll(/"\.\/([\w-]+\.js)"/g))
      expect({ name, imported, exists: files.has(imported) }).toEqual({ name, imported, exists: true })
})

test('no script uses a design token, because the served style sheets rename them', () => {
  expect(scripts.filter((name) => textOf(name).includes('var(--'))).toEqual([])
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'))
  expect(styles.filter((name) => textOf(name).includes('var(--surface)'))).toEqual([])
})
