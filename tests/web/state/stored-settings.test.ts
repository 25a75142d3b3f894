import { describe, expect, test } from 'bun:test'
import { settingsIn } from '#web/state/stored-settings.ts'

describe('stored settings', () => {
  test('are read as they were written', () => {
    const settings = { unit: 'lb', plates: [45, 25], unsent: ['plates'] } as const
    expect(settingsIn(JSON.stringify(settings))).toEqual(settings)
  })

  test('of an earlier version with an unsent profile count everything in it as unsent', () => {
    const text = JSON.stringify({ unit: 'lb', plates: [45, 25], isProfileUnsent: true })
    expect(settingsIn(text)).toEqual({
      unit: 'lb',
      plates: [45, 25],
      unsent: ['unit', 'plates', 'equipment'],
    })
  })

  test.each([[[]], [['bodyweightGoal', 'competitionDay']]])(
    'of a version that stored both the list %j and the older flag keep the list',
    (unsent) => {
      const text = JSON.stringify({ unit: 'kg', unsent, isProfileUnsent: true })
      expect(settingsIn(text)).toEqual({ unit: 'kg', unsent })
    },
  )

  test('of an earlier version with a sent profile have nothing unsent', () => {
    expect(settingsIn(JSON.stringify({ unit: 'kg', isProfileUnsent: false }))).toEqual({ unit: 'kg' })
  })

  test.each([null, '', '{', 'null'])('are empty if the stored text is %p', (text) => {
    expect(settingsIn(text)).toEqual({})
  })
})
