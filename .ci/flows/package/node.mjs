// The package in plain Node against a server: `node node.mjs http://127.0.0.1:3000`.
import assert from 'node:assert/strict'
import { createReplog } from '@replog/client'
import { createReplogClient } from '@replog/client/api'
import { openCatalogue } from '@replog/client/catalogue'
import { activeWorkout, addExercise, finish, logSet, startWorkout } from '@replog/client/logging'
import { performedSets } from '@replog/client/training'

const [baseUrl] = process.argv.slice(2)

/** Texts by key, in memory. */
function memory(name) {
  const texts = new Map()
  return {
    name,
    read: async (key) => texts.get(key),
    load: async (prefix) => new Map([...texts].filter(([key]) => key.startsWith(prefix))),
    async write(changes) {
      for (const [key, text] of changes) {
        if (text === undefined) texts.delete(key)
        else texts.set(key, text)
      }
    },
  }
}

const replog = await createReplog({ baseUrl, storage: memory('log'), guest: true })
assert.equal(replog.status.state, 'guest')
const { id } = await startWorkout(replog, { name: 'Legs' })
const target = { reps: { min: 5, max: 5 }, weight: { value: 100, unit: 'kg' } }
const { exercises } = await addExercise(replog, id, 'barbell-back-squat', [{ type: 'normal', target }])
await logSet(replog, id, exercises[0].sets[0].id)
assert.equal(activeWorkout(replog).id, id)
await finish(replog, id)
assert.equal(activeWorkout(replog), undefined)

const credentials = { email: 'node@example.com', password: 'gravel teapot eleven moons' }
await replog.register(credentials)
assert.equal((await replog.sync()).state, 'synced')
const [set] = performedSets(replog.workouts.list(), { unit: 'kg', before: Date.now() + 60_000 })
assert.equal(set.weightGrams, 100_000)

const catalogue = await openCatalogue(replog, { storage: memory('catalogue'), auto: false })
assert.equal(await catalogue.refresh(), true)
assert.equal(catalogue.search('bench')[0].name, 'Barbell Bench Press')
catalogue.close()
await replog.close()

const api = createReplogClient({ baseUrl })
const { data } = await api.POST('/api/auth/login', { body: credentials })
const headers = { Authorization: `Bearer ${data.accessToken}` }
const { data: workouts } = await api.GET('/api/workouts', { headers })
assert.equal(workouts.items[0].exercises[0].sets[0].reps, 5)
process.stdout.write(`✓ runs in Node ${process.version}\n`)
