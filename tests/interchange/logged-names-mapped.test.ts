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
  const seen = { name, sets: 1, weighted: 1, counted: 1, timed: 0, measured: 0 }
  return mapNames([seen], names).get(name)
}

test('of 1,500 names as people log them, at least 98 % are mapped correctly and none wrongly', () => {
  const wrong: string[] = []
  let right = 0
  for (const [name, id] of expected) {
    const mapping = mapped(name)
    const found = mapping?.kind === 'known' ? mapping.exerciseId : undefined
    const isOpen = id === 'ambiguous' || id === 'unknown'
    if (found !== (isOpen ? undefined : id)) wrong.push(`${name}: ${found} instead of ${id}`)
    else if (id !== 'unknown') right++
  }
  expect(wrong).toEqual([])
  expect(expected.size).toBeGreaterThan(1500)
  expect(right / expected.size).toBeGreaterThanOrEqual(0.98)
})

test('an ambiguous name has candidates, most likely first', () => {
  const offered = (name: string) => {
    const mapping = mapped(name)
    return mapping?.kind === 'custom' ? mapping.candidates : undefined
  }
  expect(offered('Cable Kickback')).toEqual(['cable-glute-kickback', 'cable-triceps-kickback'])
  expect(offered('Kickbacks (Cable)')).toEqual(['cable-glute-kickback', 'cable-triceps-kickback'])
  expect(offered('High Row')?.slice(0, 2)).toEqual(['high-cable-row', 'iso-lateral-high-row'])
  expect(offered('Single Arm Tricep Extension')).toEqual([
    'single-arm-overhead-triceps-extension',
    'single-arm-triceps-pushdown',
  ])
  expect(offered('Ohio State')).toEqual([])
  expect(offered('Press')?.length).toBe(5)
})
