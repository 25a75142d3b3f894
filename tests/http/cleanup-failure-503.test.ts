import { afterAll, expect, test } from 'bun:test'
import { inTwoSteps } from '#http/response/two-steps.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { handlers } from './notes/handlers.ts'
import { listen, notesApp } from './notes/serve.ts'

const listNotes = inTwoSteps(
  async () => ({
    async [Symbol.asyncDispose]() {
      throw new Unavailable('The cleanup failed.')
    },
  }),
  async () => {
    throw new Unavailable('The database is unreachable.')
  },
)
const server = listen(notesApp({}, { ...handlers, listNotes }))
afterAll(() => server.stop())

test('a request that fails together with its cleanup gets the problem of the request', async () => {
  const response = await fetch(`${server.origin}/api/notes`, { headers: { authorization: 'Bearer ada' } })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ code: 'unavailable', detail: 'The database is unreachable.' })
})
