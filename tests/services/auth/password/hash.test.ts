import { describe, expect, spyOn, test } from 'bun:test'
import { createQueue } from '#lib/queue.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { hashPassword, verifyPassword } from '#services/auth/password/hash.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'

describe('a password hash', () => {
  test('is argon2id with 19 MiB and two passes, with a new salt each time', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
    expect(first).toStartWith('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(second).not.toBe(first)
  })

  test('matches only its password', async () => {
    const hash = await hashPassword('correct horse battery')
    expect(await verifyPassword('correct horse battery', hash)).toBeTrue()
    expect(await verifyPassword('correct horse batterY', hash)).toBeFalse()
    expect(await verifyPassword('correct horse battery ', hash)).toBeFalse()
    expect(await verifyPassword('', hash)).toBeFalse()
  })

  test('matches composed and decomposed letters', async () => {
    expect(
      await verifyPassword('ole\u0301 ole\u0301 ole\u0301', await hashPassword('olé olé olé')),
    ).toBeTrue()
  })

  test('depends on characters after U+0000 and beyond 72 bytes', async () => {
    const long = 'x'.repeat(72)
    expect(await verifyPassword('a\0b', await hashPassword('a\0c'))).toBeFalse()
    expect(await verifyPassword(`${long}b`, await hashPassword(`${long}c`))).toBeFalse()
  })
})

/** The parts of a hash that determine the cost of its verification. */
function workOf(hash: string) {
  const [, algorithm, version, parameters, salt = '', digest = ''] = hash.split('$')
  return { algorithm, version, parameters, salt: salt.length, digest: digest.length }
}

describe('without a user', () => {
  test('no password matches', async () => {
    expect(await verifyPassword('correct horse battery', undefined)).toBeFalse()
  })

  test('verification costs the same as for a wrong password', async () => {
    const hash = await hashPassword('correct horse battery')
    const verify = spyOn(Bun.password, 'verify')
    await verifyPassword('wrong horse battery', undefined)
    await verifyPassword('wrong horse battery', hash)
    const work = verify.mock.calls.map(([password, verified]) => [password, workOf(String(verified))])
    const results = await Promise.all(verify.mock.results.map(({ value }) => value))
    verify.mockRestore()
    expect(work).toHaveLength(2)
    expect(work[0]).toEqual(work[1])
    // Both hashes were verified: an unreadable one would have thrown.
    expect(results).toEqual([false, false])
  })
})

describe('a queue', () => {
  /** A task that ends when a test says so. */
  function task() {
    const { promise, resolve } = Promise.withResolvers<void>()
    return { run: () => promise, end: resolve }
  }

  test('runs no more tasks than allowed at a time, in order', async () => {
    const enqueue = createQueue({
      concurrency: 2,
      maxWaiting: 10,
      fullMessage: 'Too many passwords are being checked. Try again.',
    })
    const started: number[] = []
    const tasks = Array.from({ length: 4 }, task)
    const finished = tasks.map(({ run }, i) =>
      enqueue(() => {
        started.push(i)
        return run()
      }),
    )
    expect(started).toEqual([0, 1])
    tasks[1]?.end()
    await finished[1]
    expect(started).toEqual([0, 1, 2])
    for (const { end } of tasks) end()
    await Promise.all(finished)
    expect(started).toEqual([0, 1, 2, 3])
  })

  test('immediately rejects a task if it is full, and accepts tasks again later', async () => {
    const enqueue = createQueue({
      concurrency: 1,
      maxWaiting: 1,
      fullMessage: 'Too many passwords are being checked. Try again.',
    })
    const [first, second] = [task(), task()]
    const running = enqueue(first.run)
    const waiting = enqueue(second.run)
    expect(await rejectionOf(enqueue(task().run))).toBeInstanceOf(Unavailable)
    first.end()
    await running
    second.end()
    await waiting
    expect(await enqueue(async () => 'again')).toBe('again')
  })

  test('runs the next task after a failure', async () => {
    const enqueue = createQueue({
      concurrency: 1,
      maxWaiting: 1,
      fullMessage: 'Too many passwords are being checked. Try again.',
    })
    const failing = enqueue(() => Promise.reject(new Error('broken')))
    const next = enqueue(async () => 'fine')
    expect(await rejectionMessageOf(failing)).toContain('broken')
    expect(await next).toBe('fine')
  })
})
