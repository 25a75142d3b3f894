import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { exerciseBody, workoutBody } from '#tests/contract/bodies.ts'
import { testApp } from '#tests/support/app.ts'
import { squatProgram } from './programs/sample.ts'
import { expectBody } from './training.ts'

const app = await testApp()
const user = await app.register()

test.each([
  ['POST', '/api/exercises', exerciseBody(), '/name'],
  ['POST', '/api/workouts', workoutBody(), '/name'],
  ['POST', '/api/programs', squatProgram(), '/name'],
  ['PATCH', '/api/users/me', {}, '/displayName'],
])('%s %s rejects a name that can’t be seen, and says why', async (method, path, body, pointer) => {
  for (const name of ['\u200b', '\u2060\ufeff', '\u00ad', '\u3164', '\u2800', '\ufe0f', '\u0085']) {
    const response = await user.send(method, path, {
      body: { ...body, [pointer.slice(1)]: name },
      headers: { 'If-Match': '*' },
    })
    const { code, errors } = expectBody<Schemas['Problem']>(response, 422)
    expect({ name, code, errors }).toEqual({
      name,
      code: 'validation_failed',
      errors: [
        {
          pointer,
          code: 'pattern',
          message: 'Must have a visible character and no control characters, such as line breaks.',
        },
      ],
    })
  }
})

test('a name may contain characters that can’t be seen', async () => {
  const name = 'Fly 👩\u200d🚀'
  const response = await user.send('POST', '/api/exercises', { body: { ...exerciseBody(), name } })
  expect(expectBody<Schemas['Exercise']>(response, 201).name).toBe(name)
})
