import { expect, test } from 'bun:test'
import { findTests } from '#scripts/test/slow-tests.ts'

const { slow, quick } = findTests()

test('tests are slow that start a browser, directly or by a file that they import', () => {
  expect(slow).toContain('tests/support/browser.test.ts')
  expect(slow).toContain('tests/web/two-tabs-log-at-once.test.ts')
})

test('tests of durability are slow', () => {
  expect(slow).toContain('tests/durability/full-disk.test.ts')
  expect(quick.filter((file) => file.startsWith('tests/durability/'))).toEqual([])
})

test('all others are quick, among them those of the app without a browser', () => {
  expect(quick).toContain('tests/web/workout/change.test.ts')
  expect(quick).toContain('tests/scripts/test/slow-tests.test.ts')
  expect(slow.length).toBeLessThan(quick.length / 4)
})
