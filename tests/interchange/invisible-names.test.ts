import { expect, test } from 'bun:test'
import { readProgramFile } from '#interchange/program-file.ts'
import { read } from './files.ts'

const invisible = '\u200b\u2060\ufeff'
const instant = '2026-11-20T17:02:00.000Z'
const stamps = { revision: 1, createdAt: instant, updatedAt: instant }

test.each(['', invisible])('a workout whose name is %j in a CSV file has none', async (name) => {
  const header = 'title,start_time,end_time,exercise_title,exercise_notes,set_index,set_type,weight_kg,reps'
  const row = `${name},"4 Aug 2026, 10:00","4 Aug 2026, 11:00",Bench Press (Barbell),,0,normal,100,5`
  const log = await read([header, row].join('\n'))
  expect(log.workouts.map((workout) => [workout.name, workout.exercises.length])).toEqual([[undefined, 1]])
})

test('a routine without a visible name gets the usual one', () => {
  const exercises = [{ title: 'Bench Press', sets: [{ type: 'normal' }] }]
  for (const title of ['', invisible, `${invisible.repeat(100)}a`])
    expect(readProgramFile(JSON.stringify({ title, exercises }))).toMatchObject({
      routines: [{ name: 'Routine' }],
    })
})

test('names of an account export that can’t be seen are replaced or left out, and nothing else is lost', async () => {
  const content = {
    name: invisible,
    days: [
      { key: 'a', name: invisible, slots: [{ key: 'squat', exerciseId: 'barbell-back-squat', sets: [{}] }] },
    ],
    weeks: [{ key: 'w1', name: 'First', days: ['a'] }],
  }
  const program = { ...content, id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04', source: 'custom', ...stamps }
  const log = await read(
    JSON.stringify({
      format: 'replog',
      version: 1,
      exportedAt: instant,
      exercises: [
        {
          id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02',
          name: invisible,
          aliases: [invisible, 'Belt'],
          source: 'custom',
          category: 'legs',
          equipment: 'machine',
          tracking: 'weight_reps',
          unilateral: false,
          perHand: false,
          bodyweightShare: 0,
          cues: [],
          engagement: [],
          ...stamps,
        },
      ],
      workouts: [
        {
          id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
          name: invisible,
          notes: invisible,
          startedAt: instant,
          exercises: [],
          totals: { volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 },
          ...stamps,
        },
      ],
      measurements: [],
      programs: [program],
      programRevisions: [{ programId: program.id, revision: 1, replacedAt: instant, program: content }],
    }),
  )
  expect(log.problems).toEqual([])
  const { exercises, workouts, programs, programRevisions } = log.account ?? {}
  expect(exercises).toMatchObject([{ name: 'Exercise', aliases: ['Belt'], equipment: 'machine' }])
  expect(workouts?.map(({ name, notes }) => [name, notes])).toEqual([[undefined, invisible]])
  const named = { name: 'Program', days: [{ key: 'a' }], weeks: [{ name: 'First' }] }
  expect(programs).toMatchObject([named])
  expect(programs?.[0]?.days[0]).not.toHaveProperty('name')
  expect(programRevisions).toMatchObject([{ revision: 1, program: named }])
})
