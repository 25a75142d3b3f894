import { afterAll, expect, spyOn, test } from 'bun:test'
import { serveConfig } from '#http/bind.ts'
import { ok } from '#http/response/constructors.ts'
import { inTwoSteps } from '#http/response/two-steps.ts'
import { handlers } from './notes/handlers.ts'
import { listen, notesApp } from './notes/serve.ts'

const disposable = { [Symbol.asyncDispose]: async () => undefined }
const timeoutsWhileRunning: unknown[][] = []
const listNotes = inTwoSteps(
  async () => disposable,
  async () => {
    timeoutsWhileRunning.push(...timeout.mock.calls.map((call) => call.slice(1)))
    return ok({ items: [] })
  },
)
const app = notesApp({}, { ...handlers, listNotes })
const server = listen(app)
afterAll(() => server.stop())
const headers = { authorization: 'Bearer ada' }
const timeout = spyOn(app.app.server ?? expect.unreachable(), 'timeout')

test('a two-step operation has no idle timeout while it is running', async () => {
  const response = await fetch(`${server.origin}/api/notes`, { headers })
  expect(response.status).toBe(200)
  expect(timeoutsWhileRunning).toEqual([[0]])
  expect(timeout.mock.calls.map((call) => call.slice(1))).toEqual([[0], [serveConfig.idleTimeout]])
})

test('other operations have an idle timeout', async () => {
  timeout.mockClear()
  await fetch(`${server.origin}/api/notes/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01`, { headers })
  expect(timeout).not.toHaveBeenCalled()
})
