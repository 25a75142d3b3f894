import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { declaredParameters } from './declared-parameters.ts'
import { expectRejected, fieldProblemsOf, marker } from './expect-rejected.ts'
import { invalidTexts, unstorableTexts } from './invalid-texts.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const withPath = rowsOf(({ parameters }) => parameters.path.length > 0)

/** The path with raw text instead of its parameter. */
function pathWith({ path }: Operation, text: string): string {
  return path.replace(/\{[^}]+\}/, () => text)
}

describe('an invalid path parameter gets 422 with its name', () => {
  test.each(withPath)('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    for (const { name, schema } of declaredParameters(id, 'path')) {
      // An empty segment, `.` and `..` result in a different path.
      const texts = [...invalidTexts(schema)].filter(([text]) => text !== '')
      expect(texts.length).toBeGreaterThan(0)
      for (const [text, code] of [
        ...texts,
        [
          'a/b',
          Array.isArray(schema.enum) ? 'enum' : schema.format === undefined ? 'pattern' : 'format',
        ] as const,
      ]) {
        const path = pathWith(operation, encodeURIComponent(text))
        const response = await expectRejected(world, prepared, { path }, [422, 'validation_failed'])
        expect(fieldProblemsOf(response), text.slice(0, 100)).toEqual([`parameter ${name} ${code}`])
      }
      const unstorable = pathWith(operation, encodeURIComponent(unstorableTexts[0] ?? ''))
      const response = await expectRejected(world, prepared, { path: unstorable }, [422, 'validation_failed'])
      expect(fieldProblemsOf(response)).toEqual([`parameter ${name} unstorable_text`])
    }
  })
})

describe('malformed percent-encoding in the path gets 400', () => {
  test.each(withPath)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const text of ['%', '%zz', `${marker}%ff`, '%c0%80', '%ed%a0%80']) {
      await expectRejected(world, prepared, { path: pathWith(operation, text) }, [400, 'malformed_request'])
    }
  })
})

describe('a path parameter may be percent-encoded', () => {
  test.each(withPath)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const segment =
      prepared.path.split('/')[operation.path.split('/').findIndex((part) => part.startsWith('{'))] ?? ''
    const encoded = `%${segment.charCodeAt(0).toString(16)}${segment.slice(1)}`
    const response = await sendPrepared(world.app, prepared, { path: pathWith(operation, encoded) })
    expect(response.status, response.text).toBeLessThan(300)
  })
})
