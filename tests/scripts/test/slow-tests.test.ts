import { expect, test } from 'bun:test'
import { findTests } from '#scripts/test/slow-tests.ts'

const { slow, quick } = findTests()

test('tests that start a browser, directly or through an import, are slow', () => {
  expect(slow).toContain('tests/support/browser.test.ts')
  expect(slow).toContain('tests/web/two-tabs-log-at-once.test.ts')
})

test('tests of durability are slow', () => {
  expect(slow).toContain('tests/durability/full-disk.test.ts')
  expect(quick.filter((file) => file.startsWith('tests/durability/'))).toEqual([])
})

test('all other tests are quick, including the app’s tests without a browser', () => {
  expect(quick).toContain('tests/web/workout/change.test.ts')
  expect(quick).toContain('tests/scripts/test/slow-tests.test.ts')
  expect(slow.length).toBeLessThan(quick.length / 4)
})
