import { expect, test } from 'bun:test'
import { problemFor } from '#handlers/problems.ts'
import { resources } from '#services/resources.ts'
import { declaredOperations } from '#tests/support/contract.ts'

test.each(Object.values(resources).map(({ name }) => name))(
  'the problem of a deleted %s says that it can be restored if and only if the contract has an operation for that',
  (resource) => {
    const restores = declaredOperations.some(({ path }) => path === `/api/${resource}s/{id}/restore`)
    const { problem } = problemFor({ kind: 'deleted', resource })
    expect(String(problem.detail).includes('It can be restored.')).toBe(restores)
  },
)
