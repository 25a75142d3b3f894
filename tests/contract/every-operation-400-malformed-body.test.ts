import { describe, expect, test } from 'bun:test'
import { expectRejected, marker } from './expect-rejected.ts'
import { hasJsonBody, prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const withBody = rowsOf(hasJsonBody)

/** Strings that aren't JSON (RFC 8259), or that one parser reads differently than another (RFC 7493). */
const notJson: readonly string[] = [
  '',
  ' ',
  '{',
  '}',
  '{}{}',
  '{} x',
  `{"name":"${marker}"`,
  `{"name":"${marker}",}`,
  `{'name':'${marker}'}`,
  `{name:"${marker}"}`,
  `// ${marker}\n{}`,
  '[1,2',
  'NaN',
  '{"value":NaN}',
  '{"value":Infinity}',
  '{"value":01}',
  '{"value":+1}',
  '{"value":.5}',
  '{"value":0x10}',
  'undefined',
  'True',
  `"${marker}`,
  '"a\nb"',
  '"\\x41"',
  '"\\ud8"',
  '"a\0b"',
  '\ufeff{}',
  '{"a":1,"a":1}',
  `{"a":{"${marker}":1,"${marker}":2}}`,
  `${'['.repeat(33)}${']'.repeat(33)}`,
  `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`,
  '['.repeat(100_000),
]

/** Bytes that aren't UTF-8. */
const notUtf8: readonly (readonly number[])[] = [
  [0x22, 0xff, 0x22],
  [0x22, 0xc0, 0x80, 0x22],
  [0x22, 0xed, 0xa0, 0x80, 0x22],
  [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22],
  [0x22, 0xe2, 0x82, 0x22],
  [0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d],
]

describe('malformed JSON gets 400', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const raw of notJson) await expectRejected(world, prepared, { raw }, [400, 'malformed_json'])
  })
})

describe('malformed UTF-8 gets 400', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const bytes of notUtf8) {
      await expectRejected(world, prepared, { raw: new Uint8Array(bytes) }, [400, 'malformed_request'])
    }
  })
})

describe('the same JSON with more whitespace and with escaped names is accepted', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const spaced = JSON.stringify(prepared.bodies[0], null, '\t')
    const escaped = spaced.replaceAll(
      /[a-z](?=[^"]*":)/g,
      (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
    )
    const response = await sendPrepared(world.app, prepared, { raw: `\r\n ${escaped} \n` })
    expect(response.status, response.text).toBeLessThan(300)
  })
})
