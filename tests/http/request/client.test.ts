import { expect, test } from 'bun:test'
import { RequestClient } from '#http/request/client.ts'

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['local', true],
  ['128.0.0.1', false],
  ['10.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  ['1270.0.0.1', false],
])('for a request from %s, isLocal is %p', (address, isLocal) => {
  const request = new Request('http://localhost/metrics')
  expect(new RequestClient(request, () => address).isLocal).toBe(isLocal)
})
