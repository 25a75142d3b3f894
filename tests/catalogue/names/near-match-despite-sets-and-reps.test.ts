import { expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { nearMatch } from '#catalogue/names/near-match.ts'

const squat = {
  id: 'barbell-back-squat',
  name: 'Squat',
  aliases: [],
  equipment: 'barbell',
  source: 'builtin',
} as const

const names = new ExerciseNames([squat])

test.each(['5x5', '3X10', '5 x 5', '3×10', '3 × 10', '(5×5)', '531', 'heavy 3×3'])(
  'Squat %s matches the squat',
  (setsAndReps) => {
    expect(nearMatch(`Squat ${setsAndReps}`, names)?.exercise.id).toBe(squat.id)
  },
)

test.each(['x', '5', 'box 5', 'x5'])('Squat %s does not match the squat', (word) => {
  expect(nearMatch(`Squat ${word}`, names)).toBeUndefined()
})
