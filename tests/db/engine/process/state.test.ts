import { expect, test } from 'bun:test'
import { defineProcessState, processStates } from '#db/engine/process/state.ts'
import { transact } from '#db/engine/transact.ts'
import { openTestDatabase } from '../../fixture.ts'

test('a database and its transactions share state; other databases have their own', async () => {
  const countOf = defineProcessState({ name: 'a count', acrossNodes: 'a test', create: () => ({ count: 0 }) })
  const [one, other] = [await openTestDatabase(), await openTestDatabase()]
  countOf(one.db).count++
  await transact(one.db, 'a', async (tx) => void countOf(tx).count++)
  expect([countOf(one.db).count, countOf(other.db).count]).toEqual([2, 0])
  expect(processStates()).toContainEqual({ name: 'a count', acrossNodes: 'a test' })
})
