import { expect, test } from 'bun:test'
import { haveSettingsChanged, type NewSettings } from '#db/imports/settings.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import { testApp } from '#tests/support/app.ts'

const app = await testApp()

test('haveSettingsChanged is true once the user has written settings since an import compared them', async () => {
  const user = await app.register()
  const exerciseId = 'barbell-bench-press'
  const landmarks = { ...(await findLandmarks(app.db, user.id)), revision: 1 }
  const settings = (revision: number): NewSettings => ({
    progressions: [{ exerciseId, revision, progression: null, since: 0 }],
    soreness: [],
    names: new Map(),
  })
  const haveChanged = (compared: NewSettings) => haveSettingsChanged(app.db, user.id, compared)
  expect(await haveChanged(settings(1))).toBe(false)
  expect(await haveChanged({ ...settings(1), landmarks })).toBe(false)
  const write = (path: string, body: object) => user.send('PUT', path, { body, headers: { 'If-Match': '*' } })
  expect((await write(`/api/exercises/${exerciseId}/progression`, { scheme: 'double' })).status).toBe(200)
  expect(await haveChanged(settings(1))).toBe(true)
  expect(await haveChanged(settings(2))).toBe(false)
  const chest = { muscle: 'chest', mv: 0, mev: 1, mav: { min: 1, max: 2 }, mrv: 3 }
  expect((await write('/api/analytics/landmarks', { items: [chest] })).status).toBe(200)
  expect(await haveChanged({ ...settings(2), landmarks })).toBe(true)
  expect(await haveChanged({ ...settings(2), landmarks: { ...landmarks, revision: 2 } })).toBe(false)
})
