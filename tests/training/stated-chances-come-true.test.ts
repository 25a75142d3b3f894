import { describe, expect, test } from 'bun:test'
import type { Scheme } from '#training/progression/schemes.ts'
import { type FollowedPrescription, followScheme } from './simulated-lifter.ts'

const lifters = 15
const schemes: readonly Scheme[] = [
  { scheme: 'memory' },
  { scheme: 'linear', reps: 5, sets: 3 },
  { scheme: 'double', minReps: 8, maxReps: 12 },
  { scheme: 'double', minReps: 5, maxReps: 8 },
  { scheme: 'sum', totalReps: 24 },
  { scheme: 'rpe', reps: 5, rpe: 8 },
  { scheme: 'two_for_two', reps: 8 },
  { scheme: 'five_three_one' },
  { scheme: 'gzclp' },
  { scheme: 'gzclp', tier: 2 },
  { scheme: 'gzclp', tier: 3 },
  { scheme: 'apre', repMax: 3 },
  { scheme: 'apre', repMax: 6 },
]
const followed = schemes.flatMap((scheme, index) =>
  Array.from({ length: lifters }, (_, lifter) => followScheme(scheme, 1000 * lifter + index)).flat(),
)

/** Rules that are rare in every scheme are judged together for all schemes. */
const rareKinds = /\.(comeback|return|repeat|restart)$/
const kindOf = ({ rule }: FollowedPrescription) => rareKinds.exec(rule)?.[1] ?? rule
const minPrescriptions = 25
const maxDifference = 0.15

describe('of lifters who follow their prescriptions, as many succeed as the stated chance says', () => {
  const byKind = [...Map.groupBy(followed, kindOf)].filter(([, each]) => each.length >= minPrescriptions)

  test('in more than twenty rules', () => {
    expect(byKind.length).toBeGreaterThan(20)
  })

  test.each(byKind)('%s', (_, each) => {
    const stated = each.reduce((sum, { chance }) => sum + chance, 0) / each.length
    const made = each.filter((prescription) => prescription.made).length / each.length
    expect(Math.abs(stated - made)).toBeLessThan(maxDifference)
  })
})
