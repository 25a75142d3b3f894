import { expect, test } from 'bun:test'
import { targetOf } from '#http/request/target.ts'

test.each([
  ['http://localhost:3000/api/workouts?limit=2', '/api/workouts', 'limit=2'],
  ['http://localhost/api/workouts', '/api/workouts', ''],
  ['http://localhost', '/', ''],
  ['/api/workouts?limit=2', '/api/workouts', 'limit=2'],
  ['/livez', '/livez', ''],
  ['http://localhost/a%2Fb?q=%3F&r=?', '/a%2Fb', 'q=%3F&r=?'],
  ['http://localhost/a?b=1#c?d', '/a', 'b=1'],
  ['http://localhost/a#c?d', '/a', ''],
])('%s is split into its path and query, which are not decoded', (url, path, query) => {
  expect(targetOf(url)).toEqual({ path, query })
})
