import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, listAll, log, ownExercise, remove, reps, workoutOf } from '../training.ts'

type Exercise = Schemas['Exercise']

const app = await testApp()

async function idsFor(user: TestUser, query: string): Promise<string[]> {
  return (await listAll<Exercise>(user, `/api/exercises?${query}`)).map(({ id }) => id)
}

test('among equal matches, exercises that this user has logged come first', async () => {
  const user = await app.register()
  expect((await idsFor(user, 'q=curl')).indexOf('dumbbell-spider-curl')).toBeGreaterThan(0)
  for (const day of ['01', '02', '03'])
    await log(user, workoutOf(`2026-03-${day}T10:00:00Z`, 'drag-curl', reps(5)))
  await log(user, workoutOf('2026-03-04T10:00:00Z', 'cable-curl', reps(5)))
  const foundIds = await idsFor(user, 'q=curl')
  expect(foundIds[0]).toBe('cable-curl')
  expect(foundIds.indexOf('drag-curl')).toBeLessThan(foundIds.indexOf('hammer-curl'))
  const other = await app.register()
  expect((await idsFor(other, 'q=curl'))[0]).toBe('dumbbell-curl')
})

test('among equal matches, the exercise in more workouts comes first, even if another has more entries', async () => {
  const user = await app.register()
  const entry = { exerciseId: 'drag-curl', sets: [reps(5)] }
  await log(user, { startedAt: '2026-03-01T10:00:00Z', exercises: [entry, entry, entry] })
  for (const day of ['02', '03'])
    await log(user, workoutOf(`2026-03-${day}T10:00:00Z`, 'hammer-curl', reps(5)))
  const foundIds = await idsFor(user, 'q=curl')
  expect(foundIds.indexOf('hammer-curl')).toBeLessThan(foundIds.indexOf('drag-curl'))
})

test('the pages of a search have each exercise once, in the order of a single page, even while workouts are logged', async () => {
  const user = await app.register()
  for (const id of ['cable-row', 'machine-row', 'seal-row'])
    await log(user, workoutOf('2026-03-01T10:00:00Z', id === 'cable-row' ? 'seated-cable-row' : id, reps(5)))
  const singlePage = await idsFor(user, 'q=row&limit=200')
  expect(singlePage.length).toBeGreaterThan(30)
  const paged: string[] = []
  for (let cursor: string | undefined, day = 10; ; day++) {
    const next = cursor === undefined ? '' : `&cursor=${cursor}`
    const response = await user.send('GET', `/api/exercises?q=row&limit=7${next}`)
    const body = expectBody<{ items: Exercise[]; nextCursor?: string }>(response, 200)
    paged.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor
    if (cursor === undefined) break
    const last = body.items.at(-1)?.id ?? ''
    await log(user, workoutOf(`2026-03-${day}T10:00:00Z`, last, reps(5)))
    await log(user, workoutOf(`2026-03-${day}T12:00:00Z`, singlePage.at(-1) ?? '', reps(5)))
  }
  expect(paged).toEqual(singlePage)
})

test('a search reflects changes to the user’s exercises', async () => {
  const user = await app.register()
  expect(await idsFor(user, 'q=quokka')).toEqual([])
  const first = await ownExercise(user, { name: 'Quokka Press' })
  expect(await idsFor(user, 'q=quoka')).toEqual([first.body.id])
  const second = await ownExercise(user, { name: 'Numbat Press', aliases: ['Quokka'] })
  expect(await idsFor(user, 'q=quokka')).toEqual([second.body.id, first.body.id])
  await remove(user, `/api/exercises/${second.body.id}`)
  expect(await idsFor(user, 'q=quokka')).toEqual([first.body.id])
  expect(await idsFor(await app.register(), 'q=quokka')).toEqual([])
})

test('filters and other sort orders apply to search results', async () => {
  const user = await app.register()
  const foundIds = await idsFor(user, 'q=curl&limit=200')
  const cable = await idsFor(user, 'q=curl&equipment=cable')
  expect(cable.length).toBeGreaterThan(2)
  const exercises = await listAll<Exercise>(user, '/api/exercises?limit=200')
  const cableIds = new Set(exercises.filter(({ equipment }) => equipment === 'cable').map(({ id }) => id))
  expect(cable).toEqual(foundIds.filter((id) => cableIds.has(id)))
  const byName = exercises.map(({ id }) => id).filter((id) => foundIds.includes(id))
  expect(await idsFor(user, 'q=curl&sort=name&limit=9')).toEqual(byName)
  expect((await idsFor(user, 'q=curl&sort=engagement&muscle=biceps&limit=9')).toSorted()).toEqual(
    (await idsFor(user, 'q=curl&muscle=biceps')).toSorted(),
  )
  await log(user, workoutOf('2026-03-01T10:00:00Z', 'dumbbell-spider-curl', reps(5)))
  expect((await idsFor(user, 'q=curl&sort=recent'))[0]).toBe('dumbbell-spider-curl')
})

test('sort=recent lists the last logged exercise first, and those never logged by name', async () => {
  const user = await app.register()
  const custom = await ownExercise(user, { name: 'Zebra' })
  const exercises = ['plank', custom.body.id, 'pull-up', 'plank']
  for (const [day, exerciseId] of exercises.entries())
    await log(user, workoutOf(`2026-03-0${day + 1}T10:00:00Z`, exerciseId, reps(5)))
  const used = ['plank', 'pull-up', custom.body.id]
  const byName = (await idsFor(user, 'limit=200')).filter((id) => !used.includes(id))
  for (const limit of [2, 150])
    expect(await idsFor(user, `sort=recent&limit=${limit}`)).toEqual([...used, ...byName])
  expect(await idsFor(user, 'sort=recent&category=core&limit=200')).toEqual([
    'plank',
    ...(await idsFor(user, 'category=core&limit=200')).filter((id) => id !== 'plank'),
  ])
})

test('custom exercises are found in scripts without spaces, in German, and by symbols', async () => {
  const user = await app.register()
  const names = [
    'ベンチプレス',
    'インクライン・ダンベルプレス',
    '槓鈴臥推',
    '바벨 벤치프레스',
    'Fußheben',
    'Überzüge am Seil',
    '💪 Tag',
  ]
  const idOf = new Map<string, string>()
  for (const name of names) idOf.set(name, (await ownExercise(user, { name })).body.id)
  for (const [q, name] of [
    ['プレス', 'ベンチプレス'],
    ['べんちぷれす', 'ベンチプレス'],
    ['ﾍﾞﾝﾁ', 'ベンチプレス'],
    ['インクラインダンベル', 'インクライン・ダンベルプレス'],
    ['ダンベルプレス', 'インクライン・ダンベルプレス'],
    ['臥推', '槓鈴臥推'],
    ['臥推 槓鈴', '槓鈴臥推'],
    ['벤치', '바벨 벤치프레스'],
    ['벤치프레스 바벨', '바벨 벤치프레스'],
    ['fussheben', 'Fußheben'],
    ['FUSSHEBEN', 'Fußheben'],
    ['fußheben', 'Fußheben'],
    ['fusheben', 'Fußheben'],
    ['uberzuge', 'Überzüge am Seil'],
    ['ueberzuege', 'Überzüge am Seil'],
    ['überzüge', 'Überzüge am Seil'],
    ['überzuge seil', 'Überzüge am Seil'],
    ['💪', '💪 Tag'],
  ] as const)
    expect([q, (await idsFor(user, `q=${encodeURIComponent(q)}`))[0]]).toEqual([q, idOf.get(name)])
})
