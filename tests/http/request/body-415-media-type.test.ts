import { expect, test } from 'bun:test'
import { expectProblem } from '../notes/expect-problem.ts'
import { notesApp } from '../notes/serve.ts'

const { send, notes } = notesApp()

const post = (type: string | undefined) =>
  send('/api/notes', {
    method: 'POST',
    body: new Uint8Array(Buffer.from('{"title":"x"}')),
    headers: type === undefined ? {} : { 'content-type': type },
  })

const rejected = [
  'text/plain',
  'text/plain; j=1',
  'application/x-www-form-urlencoded',
  'application/jsonx',
  'application/json5',
  'application/problem+json',
  'application/*',
  '*/*',
  'json',
  'application/json, text/plain',
  'application/json; charset=iso-8859-1',
  'application/json; charset=utf-16',
  'application/json; charset=utf-8; profile=x',
  'application/json; version=1',
  'application/json;',
]

async function expectRejected(type: string | undefined): Promise<void> {
  const problem = await expectProblem(await post(type), 415, 'unsupported_media_type')
  expect(problem.detail).toContain('application/json')
  expect(notes.size).toBe(0)
}

test.each(rejected)('the media type %s is rejected with 415', expectRejected)

test('a body without a media type is rejected with 415', () => expectRejected(undefined))

const accepted = [
  'application/json',
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json ; Charset="UTF-8"',
]

test.each(accepted)('the media type %s is accepted', async (type) => {
  expect((await post(type)).status).toBe(201)
})

test('a media type is rejected before the body is read', async () => {
  const body = new ReadableStream(
    {
      pull() {
        throw new Error('The body was read')
      },
    },
    { highWaterMark: 0 },
  )
  const response = await send('/api/notes', {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain' },
  })
  await expectProblem(response, 415, 'unsupported_media_type')
})

test('an absent optional body needs no media type', async () => {
  const response = await send('/api/login', { method: 'POST' })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ token: 'none' })
})

test('an optional body that is present needs a media type', async () => {
  const body = new Uint8Array(Buffer.from('{"password":"x"}'))
  await expectProblem(await send('/api/login', { method: 'POST', body }), 415, 'unsupported_media_type')
})

test.each(['gzip', 'br', 'gzip, identity'])(
  'a body with Content-Encoding %s is rejected',
  async (encoding) => {
    const body = new Uint8Array(Bun.gzipSync('{"title":"x"}'))
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    await expectProblem(
      await send('/api/notes', { method: 'POST', body, headers }),
      415,
      'unsupported_media_type',
    )
  },
)
