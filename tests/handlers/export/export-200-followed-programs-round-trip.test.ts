import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { importAll } from '../imports/import-file.ts'
import { squatProgram } from '../programs/sample.ts'
import { HttpRun } from '../runs/http-run.ts'
import { put } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })

const exportAccount = async (user: TestUser) =>
  (await user.send('GET', '/api/users/me/export')).json<Schemas['AccountExport']>()

/** The sample program with twice the increase after a heavy day, and without the curls. */
function revisedProgram(): Schemas['ProgramInput'] {
  const { lifts = [], ...program } = squatProgram()
  return {
    ...program,
    lifts: lifts.map((lift) => ({
      ...lift,
      rules: [{ set: 'top', made: { kind: 'add', value: 10, unit: 'kg' } }],
    })),
    days: program.days.map((day) => ({ ...day, slots: day.slots.filter(({ key }) => key === 'squat') })),
  }
}

/** Starts a run, trains two workouts, and then replaces the program twice. The run stays at revision 1. */
async function createRunOfReplacedProgram(): Promise<HttpRun> {
  const run = await HttpRun.createWithProgram(await app.register())
  await run.train('2026-02-20T17:00:00.000Z')
  await run.train('2026-02-24T17:00:00.000Z')
  const path = `/api/programs/${(await run.read()).programId}`
  await put(run.user, path, revisedProgram(), '*')
  await put(run.user, path, { ...revisedProgram(), name: 'Renamed' }, '*')
  return run
}

const stateAndNextOf = async (user: TestUser, id: string) => {
  const run = (await user.send('GET', `/api/runs/${id}`)).json<Schemas['Run']>()
  const next = (await user.send('GET', `/api/runs/${id}/next`)).json<Schemas['NextWorkout']>()
  return { state: run.state, slots: next.slots, exercises: next.workout?.exercises }
}

test('a run of a replaced program is unchanged after an export and an import', async () => {
  const run = await createRunOfReplacedProgram()
  const before = await stateAndNextOf(run.user, run.id)
  const file = await exportAccount(run.user)
  expect(file.programRevisions?.map(({ revision, program }) => [revision, program.name])).toEqual([
    [1, squatProgram().name],
  ])
  const other = await app.register()
  await importAll(app, other, JSON.stringify(file))
  expect(await stateAndNextOf(other, run.id)).toEqual(before)
  expect((await exportAccount(other)).programRevisions).toEqual(file.programRevisions)
})

test('a second import adds no revisions of programs, and an undo deletes the programs', async () => {
  const run = await createRunOfReplacedProgram()
  const file = JSON.stringify(await exportAccount(run.user))
  const other = await app.register()
  const { id } = await importAll(app, other, file)
  const after = await exportAccount(other)
  await importAll(app, other, file)
  expect((await exportAccount(other)).programRevisions).toEqual(after.programRevisions)
  expect((await other.send('DELETE', `/api/imports/${id}`)).status).toBe(200)
  expect((await exportAccount(other)).programs?.every(({ deletedAt }) => deletedAt !== undefined)).toBe(true)
})

test('an earlier revision that violates a rule is skipped and reported with its location', async () => {
  const run = await createRunOfReplacedProgram()
  const file = await exportAccount(run.user)
  const [replaced] = file.programRevisions ?? []
  const [day] = replaced?.program.days ?? []
  if (!replaced || !day) throw new Error('the export has no earlier revision')
  const withDuplicateDay = { ...replaced, program: { ...replaced.program, days: [day, day] } }
  const imported = await importAll(
    app,
    await app.register(),
    JSON.stringify({ ...file, programRevisions: [withDuplicateDay] }),
  )
  expect(imported.problems.map(({ field }) => field)).toEqual(['/programRevisions/0/program/days/1/key'])
})
