import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'

const app = await testApp()
const at = '2026-03-02T17:00:00.000Z'

/** A run of one lift, three days a week. */
async function begun() {
  const user = await app.register()
  const body = {
    programId: 'smolov-jr',
    programRevision: 1,
    lifts: [{ lift: 'bench', base: { value: 150, unit: 'kg' as const } }],
  }
  const { data: run } = await user.client.POST('/api/runs', { body })
  const id = run?.id ?? ''
  const decide = async (decision: Schemas['RunDecision']) => {
    const { data, error, response } = await user.client.POST('/api/runs/{id}/decisions', {
      params: { path: { id } },
      body: decision,
    })
    return { status: response.status, run: data, errors: error?.errors, code: error?.code }
  }
  const read = async () => (await user.client.GET('/api/runs/{id}', { params: { path: { id } } })).data
  return { user, id, decide, read }
}

const head = () => ({ id: crypto.randomUUID(), at })

test('a decision moves the run, and sending it again changes nothing', async () => {
  const { decide } = await begun()
  const skip = { ...head(), kind: 'skip', step: { cycle: 1, week: 'w1', day: 'day-1' } } as const
  const first = await decide(skip)
  expect(first).toMatchObject({ status: 200, run: { state: { next: { day: 'day-2' }, skipped: 1 } } })
  const again = await decide(skip)
  expect(again.run?.revision).toBe(first.run?.revision ?? 0)
})

test.each([
  ['/step', 'unknown_step', { kind: 'skip', step: { cycle: 1, week: 'w1', day: 'day-9' } }],
  ['/step', 'unknown_step', { kind: 'skip', step: { cycle: 2, week: 'w1', day: 'day-1' } }],
  ['/step', 'unknown_step', { kind: 'go_to', step: { cycle: 2, week: 'w1', day: 'day-1' } }],
  ['/week', 'unknown_step', { kind: 'repeat', week: 'w9' }],
  ['/step/cycle', 'range', { kind: 'go_to', step: { cycle: 10_000, week: 'w1', day: 'day-1' } }],
  ['/lift', 'unknown_lift', { kind: 'set_base', lift: 'squat', base: { value: 100, unit: 'kg' } }],
  ['/slot', 'unknown_slot', { kind: 'swap', slot: 'squat', exerciseId: 'barbell-back-squat' }],
  ['/exerciseId', 'unknown_exercise', { kind: 'swap', slot: 'bench-w1', exerciseId: 'no-such-exercise' }],
  ['/revision', 'unknown_revision', { kind: 'use_revision', revision: 9 }],
] as const)('a decision with a wrong %s is 422 %s and changes nothing', async (pointer, code, decision) => {
  const { decide, read } = await begun()
  const before = await read()
  const refused = await decide({ ...head(), ...decision })
  expect(refused).toMatchObject({ status: 422, errors: [{ pointer, code }] })
  expect(await read()).toEqual(before)
})

test('an ended run accepts no decisions: 409 run_ended', async () => {
  const { user, id, decide, read } = await begun()
  const ended = await user.client.PUT('/api/runs/{id}', {
    params: { path: { id }, header: { 'If-Match': '*' } },
    body: { programId: 'smolov-jr', programRevision: 1, status: 'ended' },
  })
  expect(ended.response.status).toBe(200)
  const before = await read()
  const step = { cycle: 1, week: 'w1', day: 'day-1' }
  expect(await decide({ ...head(), kind: 'skip', step })).toMatchObject({ status: 409, code: 'run_ended' })
  expect(await read()).toEqual(before)
})

test('a revision with an additional lift: 422 base_missing until its base is set', async () => {
  const user = await app.register()
  const lift = (key: string, exerciseId: string) => ({ key, exerciseId, base: 'working_weight' as const })
  const slot = (key: string) => ({
    key,
    lift: key,
    sets: [{ reps: { min: 5, max: 5 }, load: { of: 'base' as const, percent: 100 } }],
  })
  const program = {
    name: 'Rows',
    lifts: [lift('row', 'barbell-row')],
    days: [{ key: 'day', slots: [slot('row')] }],
    weeks: [{ key: 'w1', days: ['day'] }],
  }
  const { data: stored } = await user.client.POST('/api/programs', { body: program })
  const programId = stored?.id ?? ''
  const base = { value: 60, unit: 'kg' as const }
  const { data: run } = await user.client.POST('/api/runs', {
    body: { programId, programRevision: 1, lifts: [{ lift: 'row', base }] },
  })
  await user.client.PUT('/api/programs/{id}', {
    params: { path: { id: programId }, header: { 'If-Match': '*' } },
    body: {
      ...program,
      lifts: [...program.lifts, lift('bench', 'barbell-bench-press')],
      days: [{ key: 'day', slots: [slot('row'), slot('bench')] }],
    },
  })
  const path = { id: run?.id ?? '' }
  const decide = (body: Schemas['RunDecision']) =>
    user.client.POST('/api/runs/{id}/decisions', { params: { path }, body })
  const follow = { ...head(), at: '2026-03-02T18:00:00.000Z', kind: 'use_revision', revision: 2 } as const
  const refused = await decide(follow)
  expect(refused.response.status).toBe(422)
  expect(refused.error?.errors).toEqual([
    {
      pointer: '/revision',
      code: 'base_missing',
      message:
        "A base for bench is required: it can't be estimated from the log. Add a set_base decision first.",
    },
  ])
  expect((await decide({ ...head(), kind: 'set_base', lift: 'bench', base })).response.status).toBe(200)
  const followed = await decide(follow)
  expect(followed.data?.state).toMatchObject({
    programRevision: 2,
    bases: [{ lift: 'row' }, { lift: 'bench' }],
  })
  const { data: next } = await user.client.GET('/api/runs/{id}/next', { params: { path } })
  expect(next?.workout?.exercises.map(({ sets }) => sets[0]?.weight)).toEqual([base, base])
})
