import { expect, test } from 'bun:test'
import { rejectionOf } from '#tests/support/rejection.ts'
import 'fake-indexeddb/auto'
import { indexedDbStore, StorageFullError, UnsentChangesError } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { repsOf, signUp, squats } from './support/logs.ts'

const app = await testApp()

test('a write to IndexedDB that aborts without an error throws StorageFullError', async () => {
  const store = indexedDbStore('aborts')
  await store.write(new Map([['key', 'text']]))
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...args) {
    const request = put.apply(this, args)
    this.transaction.abort()
    return request
  }
  try {
    expect(await rejectionOf(store.write(new Map([['key', 'other']])))).toBeInstanceOf(StorageFullError)
  } finally {
    IDBObjectStore.prototype.put = put
  }
  expect(await store.read('key')).toBe('text')
})

test('IndexedDB closed by the browser calls onclose, and is opened again', async () => {
  const store = indexedDbStore('closed')
  let closes = 0
  store.onclose = () => closes++
  const { open } = indexedDB
  let database: IDBDatabase | undefined
  indexedDB.open = (...args) => {
    const request = open.apply(indexedDB, args)
    request.addEventListener('success', () => {
      if (args[0] === 'closed') database = request.result
    })
    return request
  }
  try {
    await store.write(new Map([['key', 'text']]))
    database?.onclose?.(new Event('close'))
    expect(closes).toBe(1)
    expect(await store.read('key')).toBe('text')
  } finally {
    indexedDB.open = open
  }
})

test('a write that never ends because the browser closes IndexedDB throws StorageFullError', async () => {
  const store = indexedDbStore('hangs')
  await store.write(new Map([['key', 'text']]))
  const { transaction } = IDBDatabase.prototype
  let began: ((database: IDBDatabase) => void) | undefined
  const beginning = new Promise<IDBDatabase>((resolve) => {
    began = resolve
  })
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = transaction.apply(this, args)
    // As in Chromium, neither event follows.
    Object.defineProperty(begun, 'oncomplete', { set() {} })
    began?.(this)
    return begun
  }
  try {
    const write = rejectionOf(store.write(new Map([['key', 'other']])))
    const database = await beginning
    database.onclose?.(new Event('close'))
    expect(await write).toBeInstanceOf(StorageFullError)
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
  await store.write(new Map([['key', 'later']]))
  expect(await store.read('key')).toBe('later')
})

test('IndexedDB stores, rejects and deletes as localStorage does', async () => {
  const { device, email } = await signUp(app)
  const replog = await device.open({ storage: indexedDbStore('a') })
  await replog.logIn({ email, password })
  const { id } = await replog.workouts.put(squats(5))
  await replog.close()
  const reopened = await device.open({ storage: indexedDbStore('a') })
  expect(repsOf(reopened.workouts.get(id))).toEqual([5])
  expect(await rejectionOf(reopened.logOut())).toBeInstanceOf(UnsentChangesError)
  expect(await reopened.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  await reopened.logOut()
  expect([...(await indexedDbStore('a').load('')).keys()]).toEqual(['v'])
})

test('IndexedDB can be deleted while it is open, and is opened again', async () => {
  const store = indexedDbStore('deleted')
  await store.write(new Map([['key', 'text']]))
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('deleted')
    request.onsuccess = () => resolve()
    request.onblocked = () => reject(new Error('blocked'))
  })
  expect(await store.load('')).toEqual(new Map())
  await store.write(new Map([['key', 'later']]))
  expect(await store.read('key')).toBe('later')
})

test('a write to IndexedDB requests strict durability', async () => {
  const requested: (IDBTransactionOptions | undefined)[] = []
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode === 'readwrite') requested.push(options)
    return transaction.call(this, names, mode, options)
  }
  try {
    await indexedDbStore('durable').write(new Map([['key', 'text']]))
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
  expect(requested).toEqual([{ durability: 'strict' }])
})
