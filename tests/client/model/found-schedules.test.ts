import { afterAll, expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { Runner } from './run.ts'
import { parse } from './schedule.ts'

// Shortened schedules that once failed. Each file is named after the behavior that it tests.
const folder = new URL('./found/', import.meta.url)

const runner = new Runner()
afterAll(() => runner.close())

test.each(readdirSync(folder).sort())('%s', async (name) => {
  expect(await runner.run(parse(await Bun.file(new URL(name, folder)).text()))).toBeUndefined()
})
