import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { parseJsonInTurns } from '#interchange/json-in-turns.ts'
import { parseJson } from '#interchange/parse-json.ts'
import { readProgramFile } from '#interchange/program-file.ts'
import { shorten } from '#lib/shorten.ts'
import { read } from './files.ts'

const strings = fc
  .array(fc.constantFrom('\ud83d', '\udcaa', '💪', '\\', '"', 'ud83d', 'é', 'a'))
  .map((parts) => parts.join(''))

test('halves of surrogate pairs in JSON become U+FFFD, and everything else stays', () => {
  const values = fc.oneof(strings, fc.array(strings), fc.dictionary(strings, strings))
  const spellings = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replaceAll('💪', '\\ud83d\\udcaa'),
  )
  fc.assert(
    fc.property(values, spellings, (value, spelling) => {
      expect(parseJson(spelling(JSON.stringify(value)))).toEqual(wellFormed(value))
    }),
  )
})

test('an account export is read with U+FFFD for half an emoji, however it is spelled', async () => {
  const text = String.raw`{"workouts":[{"name":"a\uD83D","notes":"\\ud83d\ud83d\uDCAA\udcaa"}],"format":"\ud83d"}`
  expect(await parseJsonInTurns(Buffer.from(text), 10, () => undefined)).toEqual({
    workouts: [{ name: 'a\ufffd', notes: '\\ud83d💪\ufffd' }],
    format: '\ufffd',
  })
})

test('a name or note of a routine is never cut within an emoji', () => {
  const title = `${'a'.repeat(199)}💪💪`
  const exercise = { title, notes: `${'a'.repeat(4999)}💪💪`, sets: [{ type: 'normal' }] }
  const file = readProgramFile(JSON.stringify({ title, exercises: [exercise] }))
  const name = shorten(title, 200)
  expect(name.endsWith('a💪')).toBe(true)
  expect(file).toMatchObject({
    routines: [{ name, exercises: [{ name, notes: shorten(exercise.notes, 5000) }] }],
  })
})

test('the notes of an exercise that several rows add to are never cut within an emoji', async () => {
  const header = 'title,start_time,end_time,exercise_title,exercise_notes,set_index,set_type,weight_kg,reps'
  const rows = ['a'.repeat(5000), `${'b'.repeat(4998)}💪💪`].map(
    (notes, set) =>
      `Push,"4 Aug 2026, 10:00","4 Aug 2026, 11:00",Bench Press (Barbell),${notes},${set},normal,100,5`,
  )
  const log = await read([header, ...rows].join('\n'))
  expect(log.workouts[0]?.exercises[0]?.notes).toBe(`${'a'.repeat(5000)}\n${'b'.repeat(4998)}💪`)
})

/** A value with U+FFFD for each half of a surrogate pair. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, item]) => [name.toWellFormed(), wellFormed(item)]),
  )
}
