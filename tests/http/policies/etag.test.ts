import { expect, test } from 'bun:test'
import { entityTag, objectKey } from '#http/policies/etag.ts'

test('an object key differs between users and between paths', () => {
  const keys = [
    objectKey('/api/workouts/a', 'ann'),
    objectKey('/api/workouts/a', 'ben'),
    objectKey('/api/workouts/a', undefined),
    objectKey('/api/workouts/b', 'ann'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  expect(objectKey('/api/workouts/a', 'ann')).toBe(keys[0] ?? '')
})

test('a tag changes with the revision, the object and the representation', () => {
  const tags = [
    entityTag('{"a":1}', 1, 'x'),
    entityTag('{"a":1}', 2, 'x'),
    entityTag('{"a":1}', 1, 'y'),
    entityTag('{"a":2}', 1, 'x'),
    entityTag('{"a":1}', undefined, 'x'),
  ]
  expect(new Set(tags).size).toBe(tags.length)
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
})
