import { expect, test } from 'bun:test'
import { appBundle } from '#services/app/bundle.ts'
import { parseBundle, stringifyBundle } from '#services/app/stored-bundle.ts'

const { page, serviceWorker, files } = await appBundle()

test('the app that the server’s bundle contains is the same as built from its sources', () => {
  const stored = parseBundle(stringifyBundle({ page, serviceWorker, files }))
  expect(stored.page).toBe(page)
  expect(stored.serviceWorker).toBe(serviceWorker)
  expect([...stored.files.keys()]).toEqual([...files.keys()])
  for (const [name, file] of files) {
    const other = stored.files.get(name)
    expect(Buffer.from(other?.body ?? []).equals(file.body), name).toBe(true)
    expect({ ...other, body: undefined }, name).toEqual({ ...file, body: undefined })
  }
})
