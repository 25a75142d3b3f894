import { describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { readResponse } from '#tests/support/request.ts'
import { stateOf } from '#tests/support/state.ts'
import { problemOf } from '../training.ts'
import { type Import, strongFile, upload } from './import-file.ts'

const file = strongFile(['2024-03-01', 'Bench Press (Barbell)', 1], ['2024-03-02', 'Odd Thing', 1])
const app = await testApp()

/** Uploads a file from a client that has already disconnected. */
async function uploadAndDisconnect(token: string) {
  const form = new FormData()
  form.set('file', new Blob([file]), 'log.csv')
  const aborted = AbortSignal.abort()
  const request = new Request('http://localhost/api/imports', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  })
  Object.defineProperty(request, 'signal', { value: aborted })
  return readResponse(await app.fetch(request))
}

describe('an import is interrupted and writes nothing', () => {
  test('if its client disconnects', async () => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    expect(problemOf(await uploadAndDisconnect(ada.token))).toEqual([503, 'unavailable'])
    expect(await stateOf(app.db)).toBe(before)
    expect((await upload(app, ada, file)).status).toBe(201)
  })

  test('if the server is stopping when the file arrives', async () => {
    const stopping = new AbortController()
    const stoppingApp = await testApp({ stopping: stopping.signal })
    const ada = await stoppingApp.register()
    const before = await stateOf(stoppingApp.db)
    stopping.abort()
    expect(problemOf(await upload(stoppingApp, ada, file))).toEqual([503, 'unavailable'])
    expect(await stateOf(stoppingApp.db)).toBe(before)
  })

  test('if the server is stopping when the commit arrives', async () => {
    const stopping = new AbortController()
    const stoppingApp = await testApp({ stopping: stopping.signal })
    const ada = await stoppingApp.register()
    const { id } = (await upload(stoppingApp, ada, file)).json<Import>()
    const before = await stateOf(stoppingApp.db)
    stopping.abort()
    expect(problemOf(await ada.send('POST', `/api/imports/${id}/commit`))).toEqual([503, 'unavailable'])
    expect(await stateOf(stoppingApp.db)).toBe(before)
  })
})
