import { describe, expect, test } from 'bun:test'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import 'fake-indexeddb/auto'
import { createReplog, indexedDbStore, StorageFullError } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()

test('createReplog without a storage, where there is no localStorage, throws an error that says to pass one', async () => {
  expect(await rejectionMessageOf(createReplog({ baseUrl: 'http://localhost' }))).toContain(
    'no localStorage: pass storage',
  )
})

describe('the page is killed between two storage writes', () => {
  test('of a put: it is stored completely or not at all', async () => {
    for (let writes = 0; ; writes++) {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      device.storage.writesLeft = writes
      const isDone = await replog.workouts.put(withSet(workoutIn(replog, id), 6)).then(
        () => true,
        () => false,
      )
      const hasSurvived = device.storage.writesLeft > 0
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const after = await device.open()
      expect([[5], [5, 6]]).toContainEqual(repsOf(after.workouts.get(id)) as number[])
      if (isDone) expect(repsOf(after.workouts.get(id))).toEqual([5, 6])
      expect(after.status.pending).toBe(1)
      expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
      if (hasSurvived) break
    }
  }, 60_000)

  test('of a sync with another device’s changes: nothing is lost or duplicated', async () => {
    for (let writes = 0; ; writes++) {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      await replog.sync()
      const { totals: _, revision: __, createdAt: ___, updatedAt: ____, ...input } = workoutIn(replog, id)
      const { response } = await replog.client.GET('/api/workouts/{id}', { params: { path: { id } } })
      const params = { path: { id }, header: { 'If-Match': response.headers.get('etag') ?? '' } }
      const elsewhere = { ...input, notes: 'from elsewhere' }
      const received = await replog.client.PUT('/api/workouts/{id}', { params, body: elsewhere })
      expect(received.error).toBeUndefined()
      await replog.workouts.put(withSet(workoutIn(replog, id), 6))
      await replog.workouts.put(squats(7))
      device.storage.writesLeft = writes
      await replog.sync()
      const hasSurvived = device.storage.writesLeft > 0
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const after = await device.open()
      expect(after.salvaged.size).toBe(0)
      expect(repsOf(after.workouts.get(id))).toEqual([5, 6])
      expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
      expect(after.workouts.list().map(repsOf).sort()).toEqual([[5, 6], [7]])
      expect(after.workouts.get(id)?.notes).toBe('from elsewhere')
      const { data: onServer } = await after.client.GET('/api/workouts')
      expect(onServer?.items.map((workout) => workout.id).sort()).toEqual(
        after.workouts
          .list()
          .map((workout) => workout.id)
          .sort(),
      )
      if (hasSurvived) break
    }
  }, 120_000)
})

describe('the storage is full', () => {
  test('a write throws StorageFullError and stores nothing', async () => {
    const { replog, device } = await signUp(app)
    const { id } = await replog.workouts.put(squats(5))
    const before = new Map(device.storage.entries)
    device.storage.room = [...before].reduce((sum, [key, text]) => sum + key.length + text.length, 0) + 50
    const failing = replog.workouts.put({ ...workoutIn(replog, id), notes: 'x'.repeat(500) })
    expect(await rejectionOf(failing)).toBeInstanceOf(StorageFullError)
    expect(replog.workouts.get(id)?.notes).toBeUndefined()
    expect(replog.status).toMatchObject({ storage: 'full', pending: 1 })
    expect(device.storage.entries).toEqual(before)
    device.storage.room = Number.POSITIVE_INFINITY
    await replog.workouts.put({ ...workoutIn(replog, id), notes: 'x'.repeat(500) })
    expect(replog.status.storage).toBeUndefined()
  })

  test('at any amount of free storage, a put is stored completely or not at all', async () => {
    const { replog, device } = await signUp(app)
    const { id } = await replog.workouts.put(squats(5))
    const used = () =>
      [...device.storage.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    const start = new Map(device.storage.entries)
    for (let room = used(); room < used() + 4000; room += 150) {
      device.storage.entries.clear()
      for (const [key, text] of start) device.storage.entries.set(key, text)
      const tab = await device.open()
      device.storage.room = room
      const isDone = await tab.workouts.put(withSet(workoutIn(tab, id), 6)).then(
        () => true,
        () => false,
      )
      const expected = isDone ? [5, 6] : [5]
      expect(repsOf(tab.workouts.get(id))).toEqual(expected)
      const reopened = await device.open()
      expect(repsOf(reopened.workouts.get(id))).toEqual(expected)
      device.storage.room = Number.POSITIVE_INFINITY
      await tab.close()
      await reopened.close()
    }
  })
})

describe('a read fails while the log is opened', () => {
  test.each([false, true])(
    'opening rejects or shows the log, no matter which read fails (guest: %p)',
    async (guest) => {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      const { user } = replog
      await replog.close()
      const before = new Map(device.storage.entries)
      const { getItem } = device.storage
      const outcomes: string[] = []
      for (let failing = 0; outcomes.at(-1) !== 'no read failed'; failing++) {
        let reads = 0
        device.storage.getItem = (key) => {
          if (reads++ === failing) throw new DOMException('Internal error.', 'UnknownError')
          return getItem(key)
        }
        const opened = await device.open({ guest }).catch(() => undefined)
        if (opened) {
          expect(opened.user).toEqual(user)
          expect(repsOf(opened.workouts.get(id))).toEqual([5])
          await opened.close()
        }
        expect(device.storage.entries).toEqual(before)
        outcomes.push(reads <= failing ? 'no read failed' : opened ? 'opened' : 'rejected')
      }
      device.storage.getItem = getItem
      expect(outcomes.slice(0, 2)).toEqual(['rejected', 'rejected'])
      const reopened = await device.open({ guest })
      expect(repsOf(reopened.workouts.get(id))).toEqual([5])
    },
  )

  test('nothing stays open', async () => {
    const { device } = await signUp(app)
    device.storage.getItem = () => {
      throw new DOMException('Internal error.', 'UnknownError')
    }
    const ended: string[] = []
    const opening = device.open({
      guest: true,
      openChannel: () => ({ onmessage: null, postMessage() {}, close: () => ended.push('channel') }),
      listen: () => () => ended.push('signals'),
    })
    expect(await rejectionMessageOf(opening)).toContain('Internal error.')
    expect(ended.toSorted()).toEqual(['channel', 'signals'])
  })
})

describe('a failing write is a StorageFullError', () => {
  const failures = [
    ['QuotaExceededError', ''],
    ['UnknownError', 'Connection is closing because of: IO error: …/000003.log: FILE_ERROR_NO_SPACE'],
    ['UnknownError', 'Internal error opening backing store for indexedDB.open.'],
    ['AbortError', 'Transaction aborted due to an IO error'],
    ['InvalidStateError', 'The database connection is closing.'],
    ['NS_ERROR_DOM_QUOTA_REACHED', ''],
  ] as const

  test.each(failures)('localStorage: %s %s', async (name, message) => {
    const { replog, device } = await signUp(app)
    const { id } = await replog.workouts.put(squats(5))
    const { setItem } = device.storage
    const cause = new DOMException(message, name)
    device.storage.setItem = () => {
      throw cause
    }
    const failing = replog.workouts.put(withSet(workoutIn(replog, id), 6))
    expect(await rejectionOf(failing)).toBeInstanceOf(StorageFullError)
    expect(await rejectionOf(failing)).toMatchObject({ name: 'StorageFullError', cause })
    expect(replog.status).toMatchObject({ storage: 'full', pending: 1 })
    expect(repsOf(replog.workouts.get(id))).toEqual([5])
    device.storage.setItem = setItem
    await replog.workouts.put(withSet(workoutIn(replog, id), 6))
    expect(replog.status.storage).toBeUndefined()
  })

  /** An IndexedDB for each point at which it can fail. */
  const points = {
    open: (cause: DOMException) => ({
      open: () => {
        const request = { error: cause, onerror: () => {} }
        queueMicrotask(() => request.onerror())
        return request
      },
    }),
    transaction: (cause: DOMException) => ({
      open: (name: string) => {
        const request = indexedDB.open(name, 1)
        const { transaction } = IDBDatabase.prototype
        request.addEventListener('success', () => {
          request.result.transaction = (names, mode, options) => {
            if (mode === 'readwrite') throw cause
            return transaction.call(request.result, names, mode, options)
          }
        })
        return request
      },
      deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    }),
  }

  for (const [point, failAt] of Object.entries(points)) {
    test.each(failures)(`IndexedDB at ${point} %s %s`, async (name, message) => {
      const cause = new DOMException(message, name)
      // Only the methods used are present.
      const factory = failAt(cause) as unknown as IDBFactory
      const failing = indexedDbStore(`fails-${crypto.randomUUID()}`, factory).write(
        new Map([['key', 'text']]),
      )
      expect(await rejectionOf(failing)).toMatchObject({ name: 'StorageFullError', cause })
    })
  }
})
