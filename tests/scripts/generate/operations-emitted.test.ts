import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { generate } from '#scripts/generate/generate.ts'

const here = (name: string) => Bun.file(join(import.meta.dir, name))

test('the operations of things.yaml become the committed table, facts and handlers', async () => {
  const { 'operations.ts': operations } = await generate('things.yaml', await here('things.yaml').text())
  // After a change that is meant: bun scripts/generate/main.ts --spec tests/scripts/generate/things.yaml --out FOLDER
  expect(operations).toBe(await here('things.operations.txt').text())
})

test('the client writes lists as the contract explodes them', async () => {
  const text = await here('things.yaml').text()
  const repeated = await generate('things.yaml', text)
  const joined = await generate(
    'things.yaml',
    text.replace(
      'in: query\n          schema: { type: array',
      'in: query\n          explode: false\n          schema: { type: array',
    ),
  )
  expect(repeated['client.ts']).not.toContain('querySerializer')
  expect(joined['client.ts']).toContain("querySerializer: { array: { style: 'form', explode: false } }")
  expect(joined['operations.ts']).toContain("list: 'comma'")
})
