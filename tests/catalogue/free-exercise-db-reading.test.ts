import { expect, test } from 'bun:test'
import { FreeExerciseDbError, readFreeExerciseDb } from '#catalogue/free-exercise-db/additions.ts'
import { entry, smallFile } from './free-exercise-db.ts'

const read = (value: unknown) => () => readFreeExerciseDb(JSON.stringify(value))

test('entries have null for missing fields, and no unused fields', () => {
  const entries = readFreeExerciseDb(smallFile)
  expect(entries.length).toBe(5)
  expect(entries[0]).toEqual(entry({ equipment: 'other' }))
  expect(entries[4]).toEqual({
    name: 'Lunar Trek',
    force: null,
    level: 'beginner',
    mechanic: null,
    equipment: null,
    category: 'cardio',
    primaryMuscles: ['quadriceps'],
    secondaryMuscles: ['calves'],
  })
})

test.each(['', '{', 'name,level'])('%j is rejected, because it is not JSON', (text) => {
  expect(() => readFreeExerciseDb(text)).toThrow(FreeExerciseDbError)
  expect(() => readFreeExerciseDb(text)).toThrow('it is not JSON')
})

test.each([[{}], [null], [3], ['x']])('%j is rejected, because it is not a list', (value) => {
  expect(read(value)).toThrow('it must be a list of exercises')
})

test.each<readonly [reason: string, value: unknown]>([
  ['entry 1: must be an object', null],
  ['entry 1: must be an object', ['x']],
  ['entry 1: "name" must be', { ...entry(), name: undefined }],
  ['entry 1 ("---"): "name" must be', { ...entry(), name: '---' }],
  ['entry 1 ("Sandbag Moonwalk"): "force" must be one of push, pull, static', { ...entry(), force: 'up' }],
  ['"level" must be one of beginner, intermediate, expert', { ...entry(), level: null }],
  ['"mechanic" must be one of', { ...entry(), mechanic: 1 }],
  ['"equipment" must be one of body only', { ...entry(), equipment: 'spoon' }],
  ['"category" must be one of strength', { ...entry(), category: 'toString' }],
  ['"primaryMuscles" must have a muscle', { ...entry(), primaryMuscles: [] }],
  ['"primaryMuscles" must be a list', { ...entry(), primaryMuscles: 'chest' }],
  ['"secondaryMuscles" may only contain abdominals', { ...entry(), secondaryMuscles: ['tongue'] }],
])('an invalid entry is rejected: %s', (reason, value) => {
  expect(read([value])).toThrow(reason)
})

test('the first twenty problems are reported, and the number of others', () => {
  expect(read([{ ...entry(), level: 'x', force: 'y' }, entry(), 3])).toThrow(
    /entry 1 .*"force".*\nentry 1 .*"level".*\nentry 3: must be an object$/,
  )
  expect(read(Array.from({ length: 25 }, () => 3))).toThrow(/entry 20: must be an object\nand 5 more$/)
})
