import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { freeDictionaries, isGuessable } from '#services/auth/password/strength.ts'

test('freeDictionaries frees the memory of the dictionaries, which are loaded again for the next password', async () => {
  // In a process of its own, because that of the tests keeps freed memory. If nothing is freed, this test times out.
  const command = [process.execPath, join(import.meta.dir, 'rate-twice.ts')]
  const child = Bun.spawn(command, {
    env: { ...process.env, MIMALLOC_PURGE_DELAY: undefined },
    stdout: 'pipe',
  })
  expect(await new Response(child.stdout).text()).toBe('true true')
})

test('a password that is being rated when the dictionaries are freed still gets its rating', async () => {
  const rating = isGuessable('password1234', [])
  freeDictionaries()
  expect(await rating).toBe(true)
})
