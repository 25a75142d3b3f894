import { expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { press, progressionInput, workout } from './history.ts'
import { nextPrescription } from './next-prescription.ts'

const memory = { scheme: 'memory' } as const

test('the reason for an assisted lift names less assistance, not more weight', () => {
  const facts = { ...press, tracking: 'bodyweight_reps', bodyweightShare: 0.95, category: 'pull' } as const
  const log = [11, 8, 5, 2].flatMap((daysAgo) =>
    workout(
      daysAgo,
      [8, 7, 6].map((reps) => ({ reps: reps + (daysAgo === 2 ? 1 : 0), assistanceGrams: 20_000 })),
    ),
  )
  const loading = loadingFor({ unit: 'kg', assisted: true })
  const context = { facts, loading, bodyweightAt: () => 80_000 }
  const { reasons } = nextPrescription(progressionInput(log, memory, context))
  expect(reasons[0]).toContain('before reducing assistance')
})

test('one more rep is likely for someone who always stops at the same number', () => {
  const facts = { ...press, tracking: 'reps', category: 'core' } as const
  const log = [14, 11, 8, 5, 2].flatMap((daysAgo) => workout(daysAgo, [{ reps: 15 }, { reps: 15 }]))
  const { sets, chance } = nextPrescription(progressionInput(log, memory, { facts }))
  expect(sets[0]?.reps?.min).toBe(16)
  expect(chance).toBeGreaterThan(0.5)
})
