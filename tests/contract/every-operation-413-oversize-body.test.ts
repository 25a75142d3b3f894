import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { createRequest, readResponse, type TestResponse } from '#tests/support/request.ts'
import { expectProblem, expectRejected } from './expect-rejected.ts'
import { hasJsonBody, type Prepared, prepare, rowsOf, sendPrepared, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const withBody = rowsOf(hasJsonBody)
const limitOf = ({ requestBody }: Operation) => requestBody?.limit ?? 1024 * 1024

/** A valid body padded with spaces to a number of bytes. */
function padded({ bodies }: Prepared, bytes: number): string {
  const text = JSON.stringify(bodies[0])
  return text + ' '.repeat(bytes - Buffer.byteLength(text))
}

/** Sends a request whose body is read only as far as the server needs it, and asserts that it changes nothing. */
function sendStream(
  { method }: Operation,
  { path, token, headers: preparedHeaders }: Prepared,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  extraHeaders: Readonly<Record<string, string>> = {},
): Promise<TestResponse> {
  const { url, headers } = createRequest('GET', path, {
    ...(token !== undefined && { token }),
    headers: { ...preparedHeaders, 'Content-Type': 'application/json', ...extraHeaders },
  })
  const request = new Request(url, { method: method.toUpperCase(), headers, body })
  return unchanged(world.app, async () => readResponse(await world.app.fetch(request)))
}

describe('a body of exactly the maximum size is accepted', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const response = await sendPrepared(world.app, prepared, { raw: padded(prepared, limitOf(operation)) })
    expect(response.status, response.text).toBeLessThan(300)
  })
})

describe('a body one byte over the limit gets 413', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const raw = padded(prepared, limitOf(operation) + 1)
    await expectRejected(world, prepared, { raw }, [413, 'content_too_large'])
  })
})

describe('a Content-Length over the limit gets 413 before the body is read', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    let isRead = false
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          isRead = true
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const response = await sendStream(operation, prepared, body, {
      'Content-Length': String(limitOf(operation) + 1),
    })
    expectProblem(response, 413, 'content_too_large')
    expect(isRead).toBe(false)
  })
})

describe('a stream of unknown length gets 413 once it exceeds the limit', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const chunk = new TextEncoder().encode(' '.repeat(64 * 1024))
    let bytesSent = 0
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        bytesSent += chunk.length
        controller.enqueue(chunk)
      },
    })
    expectProblem(await sendStream(operation, prepared, body), 413, 'content_too_large')
    expect(bytesSent).toBeLessThan(limitOf(operation) + 4 * chunk.length)
  })
})
