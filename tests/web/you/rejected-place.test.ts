import { expect, test } from 'bun:test'
import { placeIn, queryFor } from '#web/you/rejected-place.ts'

const exercises = [{ exerciseId: 'barbell-bench-press' }, { exerciseId: 'barbell-row' }]
const nameOf = (id: string) => (id === 'barbell-row' ? 'Barbell Row' : 'Barbell Bench Press')

test.each([
  ['/exercises/1/sets/1/reps', 'Barbell Row, set 2, reps'],
  ['/exercises/0/sets/0/weight/value', 'Barbell Bench Press, set 1, weight'],
  ['/exercises/1/sets/2/restSeconds', 'Barbell Row, set 3, restSeconds'],
  ['/exercises/1/exerciseId', 'Barbell Row, exerciseId'],
  ['/exercises/1', 'Barbell Row'],
  ['/exercises/2/sets/0/reps', '/exercises/2/sets/0/reps'],
  ['/startedAt', '/startedAt'],
  ['', ''],
])('the place of a problem at %j is %j', (pointer, place) => {
  expect(placeIn(exercises, pointer, nameOf)).toBe(place)
})

test.each([
  ['/exercises/1/sets/1/reps', '?set=b&field=reps'],
  ['/exercises/1/sets/0/weight/value', '?set=a&field=weight'],
  ['/exercises/1/sets/2/reps', ''],
  ['/exercises/0/sets/0/reps', ''],
  ['/exercises/1/exerciseId', ''],
  ['/startedAt', ''],
  ['', ''],
])('the editor marks the value at %s with %s', (pointer, query) => {
  const [bench, row] = exercises
  const sets = [{ id: 'a' }, { id: 'b' }]
  expect(queryFor([bench ?? { exerciseId: '' }, { exerciseId: '', ...row, sets }], pointer)).toBe(query)
})
