import { describe, expect, test } from 'bun:test'
import 'fake-indexeddb/auto'
import { indexedDbStore, StorageFullError, UnsentChangesError } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { offline, type TestDevice } from './support/device.ts'
import { repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()

/** The entries in a device's storage whose keys contain a text. */
function keysWith(device: TestDevice, part: string): string[] {
  return [...device.storage.entries.keys()].filter((key) => key.includes(part))
}

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
      const isWhole = device.storage.writesLeft > 0
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const after = await device.open()
      expect([[5], [5, 6]]).toContainEqual(repsOf(after.workouts.get(id)) as number[])
      if (isDone) expect(repsOf(after.workouts.get(id))).toEqual([5, 6])
      expect(after.status.pending).toBe(1)
      expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
      if (isWhole) break
    }
  }, 60_000)

  test('of a sync with another device’s changes: nothing is lost or doubled', async () => {
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
      const isWhole = device.storage.writesLeft > 0
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const after = await device.open()
      expect(after.salvaged.size).toBe(0)
      expect(repsOf(after.workouts.get(id))).toEqual([5, 6])
      expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
      expect(after.workouts.list().map(repsOf).sort()).toEqual([[5, 6], [7]])
      expect(after.workouts.get(id)?.notes).toBe('from elsewhere')
      const { data: kept } = await after.client.GET('/api/workouts')
      expect(kept?.items.map(({ id: one }) => one).sort()).toEqual(
        after.workouts
          .list()
          .map(({ id: one }) => one)
          .sort(),
      )
      if (isWhole) break
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
    expect(failing).rejects.toBeInstanceOf(StorageFullError)
    await failing.catch(() => {})
    expect(replog.workouts.get(id)?.notes).toBeUndefined()
    expect(replog.status).toMatchObject({ storage: 'full', pending: 1 })
    expect(device.storage.entries).toEqual(before)
    device.storage.room = Number.POSITIVE_INFINITY
    await replog.workouts.put({ ...workoutIn(replog, id), notes: 'x'.repeat(500) })
    expect(replog.status.storage).toBeUndefined()
  })

  test('at any size, a put is stored completely or refused, now and after a restart', async () => {
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
      const again = await device.open()
      expect(repsOf(again.workouts.get(id))).toEqual(expected)
      device.storage.room = Number.POSITIVE_INFINITY
      await tab.close()
      await again.close()
    }
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
    await expect(failing).rejects.toBeInstanceOf(StorageFullError)
    await expect(failing).rejects.toMatchObject({ name: 'StorageFullError', cause })
    expect(replog.status).toMatchObject({ storage: 'full', pending: 1 })
    expect(repsOf(replog.workouts.get(id))).toEqual([5])
    device.storage.setItem = setItem
    await replog.workouts.put(withSet(workoutIn(replog, id), 6))
    expect(replog.status.storage).toBeUndefined()
  })

  /** What IndexedDB does at each point where it can fail. */
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
    }),
  }

  for (const [point, failAt] of Object.entries(points)) {
    test.each(failures)(`IndexedDB at ${point} %s %s`, async (name, message) => {
      const cause = new DOMException(message, name)
      // Only what is called is there.
      const factory = failAt(cause) as unknown as IDBFactory
      const failing = indexedDbStore(`fails-${crypto.randomUUID()}`, factory).write(
        new Map([['key', 'text']]),
      )
      await expect(failing).rejects.toMatchObject({ name: 'StorageFullError', cause })
    })
  }

  test('IndexedDB: a transaction aborts without an error', async () => {
    const store = indexedDbStore('aborts')
    await store.write(new Map([['key', 'text']]))
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args)
      this.transaction.abort()
      return request
    }
    try {
      await expect(store.write(new Map([['key', 'other']]))).rejects.toBeInstanceOf(StorageFullError)
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(await store.read('key')).toBe('text')
  })

  test('IndexedDB closed by the browser notifies its user and is opened again', async () => {
    const store = indexedDbStore('closed')
    let closed = 0
    store.onclose = () => closed++
    const { open } = indexedDB
    let database: IDBDatabase | undefined
    indexedDB.open = (...args) => {
      const request = open.apply(indexedDB, args)
      request.addEventListener('success', () => {
        database = request.result
      })
      return request
    }
    try {
      await store.write(new Map([['key', 'text']]))
      database?.onclose?.(new Event('close'))
      expect(closed).toBe(1)
      expect(await store.read('key')).toBe('text')
    } finally {
      indexedDB.open = open
    }
  })
})

describe('unreadable records', () => {
  const damages = {
    'cut off': (text) => text.slice(0, text.length / 2),
    'not JSON': () => '<html>',
    'of another version': (text) => text.replace('"v":1', '"v":2'),
    'of another shape': () => '{"v":1}',
    null: () => 'null',
  } satisfies Record<string, (text: string) => string>
  for (const [name, damage] of Object.entries(damages)) {
    test(`${name}: it is reported and set aside, the rest is used, and what is missing is pulled`, async () => {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      await replog.sync()
      const waiting = await replog.workouts.put(squats(6))
      await replog.close()
      const damaged = [...keysWith(device, '/synced/'), ...keysWith(device, '/progress/')]
      expect(damaged).toHaveLength(2)
      const texts = damaged.map((key) => damage(device.storage.getItem(key) ?? ''))
      for (const [index, key] of damaged.entries()) device.storage.setItem(key, texts[index] ?? '')
      device.fetch = offline
      const after = await device.open()
      expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
      expect([...after.salvaged.values()].sort()).toEqual(texts.sort())
      expect(repsOf(after.workouts.get(waiting.id))).toEqual([6])
      device.fetch = app.fetch
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0 })
      expect(
        after.workouts
          .list()
          .map(({ id: one }) => one)
          .sort(),
      ).toEqual([id, waiting.id].sort())
      expect((await device.open()).salvaged.size).toBe(2)
    })
  }

  const wrong: readonly (readonly [place: string, text: string])[] = [
    ['"base":{', '"base":null,"x":{'],
    ['"at":', '"at":[],"x":'],
    ['"exercises":[', '"exercises":5,"x":['],
    ['"exercises":[', '"exercises":[null],"x":['],
    ['"sets":[', '"sets":"none","x":['],
    ['"order":', '"order":"first","x":'],
    ['"value":{', '"value":7,"x":{'],
  ]
  for (const [place, text] of wrong) {
    test(`of a wrong type, ${text}: it is reported and set aside, and the rest is used`, async () => {
      const { replog, device } = await signUp(app)
      await replog.workouts.put(squats(5))
      await replog.sync()
      await replog.workouts.put(squats(6))
      const good = await replog.workouts.put(squats(7))
      await replog.close()
      const keys = [...keysWith(device, '/synced/'), ...keysWith(device, '/outbox/').slice(0, 1)]
      for (const key of keys) {
        const damaged = device.storage.getItem(key)?.replace(place, text) ?? ''
        device.storage.setItem(key, damaged)
      }
      const after = await device.open()
      expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
      expect(after.workouts.list().map(repsOf)).toContainEqual([7])
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0, deadLetters: 0 })
      expect(after.workouts.list().map(repsOf).sort()).toEqual([[5], [7]])
      expect(after.workouts.get(good.id)?.revision).toBe(1)
    })
  }

  for (const name of ['cut off', 'not JSON', 'of another shape'] as const) {
    test(`the journal of a write, ${name}: it is reported and set aside, and what is missing is pulled`, async () => {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      await replog.sync()
      // Dies as soon as the journal is written.
      device.storage.writesLeft = 2
      await replog.workouts.put(withSet(workoutIn(replog, id), 6)).catch(() => {})
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const [journal = ''] = keysWith(device, '-journal')
      const text = damages[name](device.storage.getItem(journal) ?? '')
      device.storage.setItem(journal, text)
      const after = await device.open()
      expect(repsOf(after.workouts.get(id))).toEqual([5])
      expect(after.status.storage).toBe('corrupt')
      expect([...after.salvaged.values()]).toEqual([text])
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0, deadLetters: 0 })
      await after.logOut()
      expect(keysWith(device, 'outbox')).toEqual([])
    })
  }

  test('one of two waiting writes: the other one is sent', async () => {
    const { replog, device } = await signUp(app)
    await replog.workouts.put(squats(5))
    const good = await replog.workouts.put(squats(6))
    await replog.close()
    const [first] = keysWith(device, '/outbox/')
    if (first) device.storage.setItem(first, device.storage.getItem(first)?.slice(0, 40) ?? '')
    const after = await device.open()
    expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
    await after.sync()
    expect(after.workouts.list().map(({ id }) => id)).toEqual([good.id])
  })

  test('a waiting write of another version is still sent', async () => {
    const { replog, device } = await signUp(app)
    const { id } = await replog.workouts.put(squats(5))
    await replog.close()
    const [first = ''] = keysWith(device, '/outbox/')
    device.storage.setItem(first, device.storage.getItem(first)?.replace('"v":1', '"v":2') ?? '')
    const after = await device.open()
    expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
    expect(after.workouts.get(id)?.revision).toBe(1)
  })

  test('the session: nobody is signed in, and the outbox is sent after the next login', async () => {
    const { replog, device, email } = await signUp(app)
    await replog.workouts.put(squats(5))
    await replog.close()
    device.storage.setItem(keysWith(device, '/session')[0] ?? '', '{"us')
    const after = await device.open()
    expect(after.status.state).toBe('signed_out')
    await after.logIn({ email, password })
    expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
    expect(after.workouts.list()).toHaveLength(1)
  })
})

test('IndexedDB stores, refuses and erases as localStorage does', async () => {
  const { device, email } = await signUp(app)
  const replog = await device.open({ storage: indexedDbStore('a') })
  await replog.logIn({ email, password })
  const { id } = await replog.workouts.put(squats(5))
  await replog.close()
  const again = await device.open({ storage: indexedDbStore('a') })
  expect(repsOf(again.workouts.get(id))).toEqual([5])
  expect(again.logOut()).rejects.toBeInstanceOf(UnsentChangesError)
  expect(await again.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  await again.logOut()
  expect([...(await indexedDbStore('a').load('')).keys()]).toEqual(['v'])
})

test('IndexedDB can be deleted while it is open, and is opened again', async () => {
  const store = indexedDbStore('deleted')
  await store.write(new Map([['key', 'text']]))
  await new Promise<void>((deleted, failed) => {
    const request = indexedDB.deleteDatabase('deleted')
    request.onsuccess = () => deleted()
    request.onblocked = () => failed(new Error('blocked'))
  })
  expect(await store.load('')).toEqual(new Map())
  await store.write(new Map([['key', 'later']]))
  expect(await store.read('key')).toBe('later')
})

test('a write to IndexedDB asks for strict durability', async () => {
  const asked: (IDBTransactionOptions | undefined)[] = []
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode === 'readwrite') asked.push(options)
    return transaction.call(this, names, mode, options)
  }
  try {
    await indexedDbStore('durable').write(new Map([['key', 'text']]))
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
  expect(asked).toEqual([{ durability: 'strict' }])
})
