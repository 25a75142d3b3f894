import { expect, test } from 'bun:test'
import { freeDictionaries, isGuessable } from '#services/auth/password/strength.ts'

/** Less than what the dictionaries take, in bytes. */
const dictionaryBytes = 25 * 1024 * 1024

test('freeDictionaries frees the memory of the dictionaries, which are loaded again for the next password', async () => {
  expect(await isGuessable('password1234', [])).toBe(true)
  const loaded = process.memoryUsage.rss()
  freeDictionaries()
  // The thread ends soon; if it doesn't, this test times out.
  while (process.memoryUsage.rss() > loaded - dictionaryBytes) await new Promise(setImmediate)
  expect(await isGuessable('password1234', [])).toBe(true)
})

test('a password that is being rated when the dictionaries are freed still gets its rating', async () => {
  const rating = isGuessable('password1234', [])
  freeDictionaries()
  expect(await rating).toBe(true)
})
