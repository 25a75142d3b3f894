import { expect, spyOn, test } from 'bun:test'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { testApp } from '#tests/support/app.ts'
import { useEverything } from './use-everything.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

test('queries on training data use an index, and read rows in its order', async () => {
  const prepare = spyOn(app.sqlite, 'prepare')
  await useEverything(app)
  const texts = [...new Set(prepare.mock.calls.map(([text]) => text))]
  prepare.mockRestore()
  const plans = texts
    .filter((text) => /^(select|insert|update|delete|with)\b/.test(text))
    .map((text) => ({
      text,
      plan: runSql(app.sqlite, `explain query plan ${text}`).map((row) => String(row[3])),
    }))
  expect(plans.length).toBeGreaterThan(150)

  // `trained` is the queue of a recursive query, and `exercises` the union of both tables of exercises. The catalogue
  // is small, and is scanned when all of it is listed.
  const scans = plans.filter(({ plan }) =>
    plan.some((step) =>
      /^SCAN (?!json_each|word|listed|trained|exercises|catalogueExercises|CONSTANT)/.test(step),
    ),
  )
  expect(scans).toEqual([])
  const sorts = plans.filter(({ plan }) => plan.some((step) => step.startsWith('USE TEMP B-TREE')))
  // Only these queries may sort; all others must read in index order.
  const mayBeSorted = [
    // There are few exercises, and requests choose their order.
    'from "catalogueExercises"',
    'from "customExercises"',
    // At most twenty networks of a user.
    'from "knownNetworks"',
    // The weeks of a streak are few.
    'select distinct ("localStartedAt" -',
  ]
  expect(sorts.filter(({ text }) => !mayBeSorted.some((part) => text.includes(part)))).toEqual([])
  const figures = plans.filter(({ text }) => /^select ("\w+", )*"packedSets"( from|, \()/.test(text))
  expect(figures.length).toBeGreaterThanOrEqual(3)
  for (const { plan } of figures)
    expect(plan.join()).toMatch(/^SEARCH (packedWorkouts|performedExercises) USING PRIMARY KEY \(userId=\?/)
})
