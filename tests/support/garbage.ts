import { jest } from 'bun:test'

/**
 * Whether objects that nothing refers to are collected within three seconds of faked time. One collection may spare
 * some of them, because the engine keeps the targets of new weak references until the end of the turn, and everything
 * that a word on the stack could point to.
 */
export async function collectsGarbage(): Promise<boolean> {
  const garbage = Array.from({ length: 1000 }, (_, index) => new WeakRef({ index }))
  for (let round = 0; round < 30; round++) {
    await new Promise(setImmediate)
    jest.advanceTimersByTime(100)
    const remaining = garbage.filter((reference) => reference.deref() !== undefined).length
    if (remaining < 500) return true
  }
  return false
}
