import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf, kg, squatProgram } from './sample.ts'

const app = await testApp()
const user = await app.register()

function convert(file: unknown, mappings: { name: string; exerciseId: string }[] = []) {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  return user.client.POST('/api/programs/convert', { body: { text, mappings } })
}

/** A response of Hevy's API to `GET /v1/routines`. */
const routines = {
  page: 1,
  page_count: 1,
  routines: [
    {
      id: 'b459cba5-cd6d-463c-abd6-54f8eafcadcb',
      title: 'Upper Body 💪',
      folder_id: 42,
      notes: 'Twice a week',
      updated_at: '2026-08-14T12:00:00Z',
      exercises: [
        {
          index: 0,
          title: 'Bench Press (Barbell)',
          rest_seconds: 120,
          notes: 'Pause',
          exercise_template_id: '79D0BB3A',
          supersets_id: 0,
          sets: [
            { index: 0, type: 'warmup', weight_kg: 60, reps: 8, rpe: null },
            { index: 1, type: 'normal', weight_kg: 100, reps: 10, rep_range: { start: 8, end: 12 } },
            { index: 2, type: 'normal', weight_kg: 100, reps: 10, rep_range: { start: 8, end: 12 } },
            { index: 3, type: 'dropset', weight_kg: 80, reps: 12, distance_meters: 0, rpe: 9.5 },
          ],
        },
        {
          index: 1,
          title: 'Plank',
          rest_seconds: null,
          superset_id: null,
          sets: [{ index: 0, type: 'normal', weight_kg: null, reps: null, duration_seconds: 60 }],
        },
        { index: 2, title: 'My Odd Machine', sets: [{ index: 0, type: 'failure', reps: 15 }] },
      ],
    },
  ],
}

test('a routine of Hevy becomes a program with one day, which can be stored unchanged', async () => {
  const { data } = await convert(routines)
  expect(data?.format).toBe('hevy')
  expect(data?.programs).toMatchObject([
    {
      name: 'Upper Body 💪',
      notes: 'Twice a week',
      days: [
        {
          slots: [
            {
              exerciseId: 'barbell-bench-press',
              supersetGroup: 0,
              restSeconds: 120,
              notes: 'Pause',
              sets: [
                { type: 'warmup', reps: { min: 8, max: 8 }, load: { of: 'weight', weight: kg(60) } },
                {
                  type: 'normal',
                  count: 2,
                  reps: { min: 8, max: 12 },
                  load: { of: 'weight', weight: kg(100) },
                },
                { type: 'drop', reps: { min: 12, max: 12 }, rpe: 9.5 },
              ],
            },
            { exerciseId: 'plank', sets: [{ durationSeconds: 60 }] },
          ],
        },
      ],
    },
  ])
  expect(data?.names.map(({ name, exerciseId }) => [name, exerciseId])).toEqual([
    ['Bench Press (Barbell)', 'barbell-bench-press'],
    ['Plank', 'plank'],
    ['My Odd Machine', undefined],
  ])
  const [program] = data?.programs ?? []
  if (!program) throw new Error('the response has no program')
  const stored = await user.client.POST('/api/programs', { body: program })
  expect(stored.response.status).toBe(201)
})

test('an unknown name can be mapped to an exercise', async () => {
  const { data } = await convert(routines, [{ name: 'my odd machine', exerciseId: 'machine-chest-press' }])
  expect(data?.programs[0]?.days[0]?.slots[2]).toMatchObject({
    exerciseId: 'machine-chest-press',
    sets: [{ type: 'failure', reps: { min: 15, max: 15 } }],
  })
})

test('a title of several lines becomes one line', async () => {
  const [routine] = routines.routines
  const { data } = await convert({ ...routine, title: ' Push\n\u0000Day ', notes: 'a\u0000b' })
  expect(data?.programs).toMatchObject([{ name: 'Push Day', notes: 'ab' }])
})

test.each([['constructor'], ['toString'], [null], [7]])(
  'a set of the unknown type %p becomes a normal one',
  async (type) => {
    const routine = { title: 'Push', exercises: [{ title: 'Plank', sets: [{ type, duration_seconds: 60 }] }] }
    const { data } = await convert({ routine })
    expect(data?.programs[0]?.days[0]?.slots[0]?.sets).toEqual([{ type: 'normal', durationSeconds: 60 }])
  },
)

test('a single routine and a list of routines are also converted', async () => {
  const [routine] = routines.routines
  expect((await convert({ routine })).data?.programs).toHaveLength(1)
  expect((await convert([routine, routine])).data?.programs).toHaveLength(2)
})

test('a program is the same after an export and a conversion, without the fields that the server added', async () => {
  const { data: stored } = await user.client.POST('/api/programs', { body: squatProgram() })
  const exported = await user.send('GET', `/api/programs/${stored?.id}`)
  const { data } = await convert(exported.text)
  expect(data).toEqual({ format: 'replog', programs: [squatProgram()], names: [] })
  const builtIn = await user.send('GET', '/api/programs/gzclp')
  const [copy] = (await convert(builtIn.text)).data?.programs ?? []
  const copied = await user.client.POST('/api/programs', { body: copy ?? squatProgram() })
  expect(copied.data).toMatchObject({ source: 'custom', name: 'GZCLP' })
})

test.each([
  ['invalid JSON', '{"title": "Push"', 'file_malformed_json'],
  ['JSON of an unknown format', { a: 1 }, 'file_unknown_format'],
  ['no exercises', { title: 'Push', exercises: [] }, 'file_unknown_format'],
  ['a program with an invalid field', { ...squatProgram(), rounding: 'sideways' }, 'file_unknown_format'],
  ['null', 'null', 'file_unknown_format'],
])('422 for %s', async (_, file, code) => {
  expect(errorsOf((await convert(file)).error)).toEqual([['/text', code]])
})

test('422 for an unknown exercise in the mappings', async () => {
  const { error } = await convert(routines, [{ name: 'Plank', exerciseId: 'no-such-exercise' }])
  expect(errorsOf(error)).toEqual([['/mappings/0/exerciseId', 'unknown_exercise']])
})
