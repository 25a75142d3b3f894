import { expect, test } from 'bun:test'
import { readProgramFile } from '#interchange/program-file.ts'

const set = { sets: 3, reps: { min: 5 } }
const program = {
  name: 'Three by five',
  days: [{ key: 'a', name: 'A', slots: [{ key: 's', exerciseId: 'barbell-back-squat', ...set }] }],
  weeks: [{ days: ['a'] }],
}

test.each([
  ['a file that is cut off', JSON.stringify(program).slice(0, -5), 'malformed_json', /cut off/],
  ['an empty file', '', 'malformed_json', /not valid JSON/],
  [
    'a file of neither format',
    '{"workouts":[]}',
    'unknown_format',
    /neither a Replog program nor Hevy routines/,
  ],
  ['a list of other values', '[1,null,{"title":"x"}]', 'unknown_format', /neither/],
  ['routines without exercises', '{"routines":[{"title":"A","exercises":[]}]}', 'unknown_format', /neither/],
  [
    'a program without a name',
    JSON.stringify({ ...program, name: undefined }),
    'unknown_format',
    /at \/name/,
  ],
  ['a day without a key', JSON.stringify({ ...program, days: [{}] }), 'unknown_format', /at \/days\/0/],
  ['lists nested very deeply', '['.repeat(99_000) + ']'.repeat(99_000), 'unknown_format', /neither/],
])('%s is rejected with a code and a message', (_, text, code, message) => {
  expect(() => readProgramFile(text)).toThrow(message)
  try {
    readProgramFile(text)
  } catch (error) {
    expect(error).toMatchObject({ code })
  }
})

test('a byte order mark at the beginning is ignored', () => {
  const text = JSON.stringify({ title: 'Legs', exercises: [{ title: 'Squat', sets: [{ type: 'normal' }] }] })
  expect(readProgramFile(`\ufeff${text}`)).toEqual(readProgramFile(text))
})
