import { expect, test } from 'bun:test'
import { appBundle } from '#services/app/bundle.ts'

const { files, page, serviceWorker } = await appBundle()
const sizeOf = (name: string) => Bun.gzipSync(files.get(name)?.body ?? new Uint8Array(), { level: 9 }).length
const textOf = (name: string) => new TextDecoder().decode(files.get(name)?.body)
const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + sizeOf(name), 0)
const scripts = [...files.keys()].filter((name) => name.endsWith('.js'))

/** What a script needs before it can run. */
function needed(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known
  known.add(name)
  for (const [, other = ''] of textOf(name).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) needed(other, known)
  return known
}

test('the first page needs little', () => {
  const script = /src="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  const style = /rel="stylesheet" href="\/web\/([^"]+)"/.exec(page)?.[1] ?? ''
  expect(sum(needed(script))).toBeLessThanOrEqual(46_500)
  expect(sizeOf(style)).toBeLessThanOrEqual(7_500)
})

test('all of it is small', () => {
  expect(sum(scripts)).toBeLessThanOrEqual(172_500)
  expect(sum([...files.keys()].filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(9_500)
  expect(serviceWorker.length).toBeLessThanOrEqual(3_000)
})

test('nothing of the server is in it', () => {
  const strays = scripts.filter((name) => /typebox|node:|Bun\.|bun:|kysely/.test(textOf(name)))
  expect(strays).toEqual([])
})

test('every file is named by its content, and the service worker keeps those that pages need', () => {
  for (const name of files.keys()) expect(name).toMatch(/-[a-z0-9]{8}\.\w+$/)
  for (const name of scripts) expect(serviceWorker).toContain(`/web/${name}`)
})
