import { expect, test } from 'bun:test'
import { listText } from '#lib/list-text.ts'

test.each([
  [[], ''],
  [['a'], 'a'],
  [['Row, seated'], 'Row, seated'],
  [['a', 'b'], 'a and b'],
  [[65, 75, 85], '65, 75 and 85'],
])('%j is listed as %j', (items, text) => expect(listText(items)).toBe(text))
