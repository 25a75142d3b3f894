import { describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { received } from '#tests/support/request.ts'
import { stateOf } from '#tests/support/state.ts'
import { problemOf } from '../training.ts'
import { type Import, strongFile, upload } from './importing.ts'

const file = strongFile(['2024-03-01', 'Bench Press (Barbell)', 1], ['2024-03-02', 'Odd Thing', 1])
const app = await testApp()

/** Sends a file for a client that disconnects before the response. */
async function abandoned(token: string) {
  const form = new FormData()
  form.set('file', new Blob([file]), 'log.csv')
  const gone = AbortSignal.abort()
  const request = new Request('http://localhost/api/imports', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  })
  Object.defineProperty(request, 'signal', { value: gone })
  return received(await app.fetch(request))
}

describe('an import is interrupted and writes nothing', () => {
  test('when its client disconnects', async () => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    expect(problemOf(await abandoned(ada.token))).toEqual([503, 'unavailable'])
    expect(await stateOf(app.db)).toBe(before)
    expect((await upload(app, ada, file)).status).toBe(201)
  })

  test('when the server shuts down while reading', async () => {
    const stopping = new AbortController()
    const own = await testApp({ stopping: stopping.signal })
    const ada = await own.register()
    const before = await stateOf(own.db)
    stopping.abort()
    expect(problemOf(await upload(own, ada, file))).toEqual([503, 'unavailable'])
    expect(await stateOf(own.db)).toBe(before)
  })

  test('when the server shuts down while committing', async () => {
    const stopping = new AbortController()
    const own = await testApp({ stopping: stopping.signal })
    const ada = await own.register()
    const { id } = (await upload(own, ada, file)).json<Import>()
    const before = await stateOf(own.db)
    stopping.abort()
    expect(problemOf(await ada.send('POST', `/api/imports/${id}/commit`))).toEqual([503, 'unavailable'])
    expect(await stateOf(own.db)).toBe(before)
  })
})
