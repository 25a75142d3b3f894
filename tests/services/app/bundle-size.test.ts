import { expect, test } from 'bun:test'
import { appBundle } from '#services/app/bundle.ts'
import { neededBy } from '#services/app/merge-chunks.ts'

const { files, page, serviceWorker } = await appBundle()
const sizeOf = (name: string) => Bun.gzipSync(files.get(name)?.body ?? new Uint8Array(), { level: 9 }).length
const textOf = (name: string) => new TextDecoder().decode(files.get(name)?.body)
const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + sizeOf(name), 0)
const scripts = [...files.keys()].filter((name) => name.endsWith('.js'))

const texts = new Map(scripts.map((name) => [name, textOf(name)]))
const script = /src="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''

test('the first page is small', () => {
  const style = /rel="stylesheet" href="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const first = neededBy(texts, script)
  expect(first.size).toBe(2)
  expect(sum(first)).toBeLessThanOrEqual(40_000)
  expect(sizeOf(style)).toBeLessThanOrEqual(6_000)
})

test('the whole app is small', () => {
  expect(sum(scripts)).toBeLessThanOrEqual(179_500)
  expect(sum([...files.keys()].filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(9_000)
  expect(serviceWorker.length).toBeLessThanOrEqual(3_000)
})

test('it contains no server code', () => {
  const strays = scripts.filter((name) => /typebox|node:|Bun\.|bun:|kysely/.test(textOf(name)))
  expect(strays).toEqual([])
})

test('every file name is derived from its content, and the service worker caches those that pages need', () => {
  for (const name of files.keys()) expect(name).toMatch(/-[a-z0-9]{8}\.\w+$/)
  for (const name of scripts) expect(serviceWorker).toContain(`/web/${name}`)
})

test('the files that a page starts, and everything that a file imports, exist', () => {
  const started = [...page.matchAll(/"\/web\/([^"]+)"/g)].map(([, name = '']) => name)
  expect(started.length).toBeGreaterThan(5)
  for (const name of started) expect(files.has(name)).toBe(true)
  for (const [name, text] of texts)
    for (const [, other = ''] of text.matchAll(/"\.\/([\w-]+\.js)"/g))
      expect({ name, other, isThere: files.has(other) }).toEqual({ name, other, isThere: true })
})

test('no script names a token, since the served style sheets have other names for them', () => {
  expect(scripts.filter((name) => textOf(name).includes('var(--'))).toEqual([])
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'))
  expect(styles.filter((name) => textOf(name).includes('var(--surface)'))).toEqual([])
})
