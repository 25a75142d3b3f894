import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'

const app = await testApp()
const at = '2026-03-02T17:00:00.000Z'

/** Starts a run of a built-in program with one lift. */
async function startRun() {
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

const decisionFields = () => ({ id: crypto.randomUUID(), at })

test('a decision changes the state of the run once, even if it is repeated', async () => {
  const { decide } = await startRun()
  const skip = { ...decisionFields(), kind: 'skip', step: { cycle: 1, week: 'w1', day: 'day-1' } } as const
  const first = await decide(skip)
  expect(first).toMatchObject({ status: 200, run: { state: { next: { day: 'day-2' }, skipped: 1 } } })
  const second = await decide(skip)
  expect(second.run?.revision).toBe(first.run?.revision ?? 0)
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
] as const)(
  'a decision with an invalid %s gets 422 %s and changes nothing',
  async (pointer, code, decision) => {
    const { decide, read } = await startRun()
    const before = await read()
    const rejected = await decide({ ...decisionFields(), ...decision })
    expect(rejected).toMatchObject({ status: 422, errors: [{ pointer, code }] })
    expect(await read()).toEqual(before)
  },
)

test('a decision on an ended run gets 409 run_ended and changes nothing', async () => {
  const { user, id, decide, read } = await startRun()
  const ended = await user.client.PUT('/api/runs/{id}', {
    params: { path: { id }, header: { 'If-Match': '*' } },
    body: { programId: 'smolov-jr', programRevision: 1, status: 'ended' },
  })
  expect(ended.response.status).toBe(200)
  const before = await read()
  const step = { cycle: 1, week: 'w1', day: 'day-1' }
  expect(await decide({ ...decisionFields(), kind: 'skip', step })).toMatchObject({
    status: 409,
    code: 'run_ended',
  })
  expect(await read()).toEqual(before)
})

test('an ended run takes decisions with a replacement that leaves out the status, and stays ended', async () => {
  const { user, id, read } = await startRun()
  const replace = (fields: Partial<Schemas['RunInput']>) =>
    user.client.PUT('/api/runs/{id}', {
      params: { path: { id }, header: { 'If-Match': '*' } },
      body: { programId: 'smolov-jr', programRevision: 1, ...fields },
    })
  await replace({ status: 'ended' })
  const step = { cycle: 1, week: 'w1', day: 'day-1' }
  const skip = { ...decisionFields(), kind: 'skip' as const, step }
  expect((await replace({ decisions: [skip] })).data).toMatchObject({
    status: 'ended',
    decisions: [{ kind: 'skip' }],
  })
  expect((await replace({ status: 'active' })).error?.code).toBe('run_ended')
  expect(await read()).toMatchObject({ status: 'ended' })
})

test('a revision with an additional lift gets 422 base_missing until the base is set', async () => {
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
  const useRevision = {
    ...decisionFields(),
    at: '2026-03-02T18:00:00.000Z',
    kind: 'use_revision',
    revision: 2,
  } as const
  const rejected = await decide(useRevision)
  expect(rejected.response.status).toBe(422)
  expect(rejected.error?.errors).toEqual([
    {
      pointer: '/revision',
      code: 'base_missing',
      message:
        "A base for bench is required: it can't be estimated from the log. Add a set_base decision first.",
    },
  ])
  expect((await decide({ ...decisionFields(), kind: 'set_base', lift: 'bench', base })).response.status).toBe(
    200,
  )
  const accepted = await decide(useRevision)
  expect(accepted.data?.state).toMatchObject({
    programRevision: 2,
    bases: [{ lift: 'row' }, { lift: 'bench' }],
  })
  const { data: next } = await user.client.GET('/api/runs/{id}/next', { params: { path } })
  expect(next?.workout?.exercises.map(({ sets }) => sets[0]?.weight)).toEqual([base, base])
})
