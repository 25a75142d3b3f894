import { expect, test } from 'bun:test'
import { defineProcessState, processStates } from '#db/engine/process/state.ts'
import { transact } from '#db/engine/transact.ts'
import { openTestDatabase } from '../../fixture.ts'

test('a database and its transactions share state; other databases have their own', async () => {
  const countOf = defineProcessState({ name: 'a count', acrossNodes: 'a test', create: () => ({ count: 0 }) })
  const [first, second] = [await openTestDatabase(), await openTestDatabase()]
  countOf(first.db).count++
  await transact(first.db, 'a', async (tx) => void countOf(tx).count++)
  expect([countOf(first.db).count, countOf(second.db).count]).toEqual([2, 0])
  expect(processStates()).toContainEqual({ name: 'a count', acrossNodes: 'a test' })
})
