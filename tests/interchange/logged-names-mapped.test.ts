import { expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import type { NameMapping } from '#interchange/model.ts'
import { mapNames } from '#interchange/names/map-names.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

const names = new ExerciseNames(builtinExercises)

const lines = (await Bun.file(`${import.meta.dir}/logged-names.txt`).text())
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
/** The expected match of each name: the id of an exercise, `ambiguous` or `unknown`. */
const expected = new Map(
  lines.flatMap((line) => {
    const [id = '', list = ''] = line.split(': ')
    return list.split('; ').map((name): [string, string] => [name, id])
  }),
)

function mapped(name: string): NameMapping | undefined {
  const seenExercise = { name, sets: 1, weighted: 1, counted: 1, timed: 0, measured: 0 }
  return mapNames([seenExercise], names).get(name)
}

test('of 1,500 names that people log, at least 98% are mapped correctly and none incorrectly', () => {
  const wrong: string[] = []
  let correct = 0
  for (const [name, id] of expected) {
    const mapping = mapped(name)
    const exerciseId = mapping?.kind === 'known' ? mapping.exerciseId : undefined
    const hasNoMatch = id === 'ambiguous' || id === 'unknown'
    if (exerciseId !== (hasNoMatch ? undefined : id)) wrong.push(`${name}: ${exerciseId} instead of ${id}`)
    else if (id !== 'unknown') correct++
  }
  expect(wrong).toEqual([])
  expect(expected.size).toBeGreaterThan(1500)
  expect(correct / expected.size).toBeGreaterThanOrEqual(0.98)
})

test('an ambiguous name has candidates, the most likely first', () => {
  const candidatesOf = (name: string) => {
    const mapping = mapped(name)
    return mapping?.kind === 'custom' ? mapping.candidates : undefined
  }
  expect(candidatesOf('Cable Kickback')).toEqual(['cable-glute-kickback', 'cable-triceps-kickback'])
  expect(candidatesOf('Kickbacks (Cable)')).toEqual(['cable-glute-kickback', 'cable-triceps-kickback'])
  expect(candidatesOf('High Row')?.slice(0, 2)).toEqual(['high-cable-row', 'iso-lateral-high-row'])
  expect(candidatesOf('Single Arm Tricep Extension')).toEqual([
    'single-arm-overhead-triceps-extension',
    'single-arm-triceps-pushdown',
  ])
  expect(candidatesOf('Ohio State')).toEqual([])
  expect(candidatesOf('Press')?.length).toBe(5)
})
