import type { Schemas } from '#generated/types.ts'
import type { TestApp } from '#tests/support/app.ts'
import { readResponse, type TestResponse } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'

export type Import = Schemas['Import']

/** Uploads a file. Resolves to the response. */
export async function upload(
  app: TestApp,
  user: TestUser,
  file: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<TestResponse> {
  const form = new FormData()
  form.set('file', new Blob([file]), 'log.csv')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const headers = { Authorization: `Bearer ${user.token}` }
  const request = new Request('http://localhost/api/imports', { method: 'POST', headers, body: form })
  return readResponse(await app.fetch(request))
}

/** Uploads a file and commits the import. Resolves to the import. */
export async function importAll(
  app: TestApp,
  user: TestUser,
  file: string,
  corrections: Schemas['ImportCorrections'] = {},
  fields: Readonly<Record<string, string>> = {},
): Promise<Import> {
  const dry = await upload(app, user, file, fields)
  if (dry.status !== 201) throw new Error(`the dry run returned ${dry.status}: ${dry.text}`)
  const { id } = dry.json<Import>()
  const committed = await user.send('POST', `/api/imports/${id}/commit`, { body: corrections })
  if (committed.status !== 200) throw new Error(`the commit returned ${committed.status}: ${committed.text}`)
  return committed.json()
}

const header =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'

/** A Strong file with one workout per day. The number of a set determines its weight. */
export function strongFile(
  ...rows: readonly (readonly [day: string, exercise: string, set: number])[]
): string {
  const lines = rows.map(
    ([day, exercise, set]) => `${day} 18:00:00,"Push",1h,"${exercise}",${set},${60 + set * 2.5},8,0,0,"",,8`,
  )
  return `${[header, ...lines].join('\n')}\n`
}

/** All data of a user, without the account's own fields or the time of the export. */
export async function dataOf(user: TestUser): Promise<unknown> {
  const {
    exportedAt: _,
    user: profile,
    ...data
  } = (await user.send('GET', '/api/users/me/export')).json<Schemas['AccountExport']>()
  const { id: __, email: ___, revision: ____, createdAt: _____, updatedAt: ______, ...settings } = profile
  return { ...data, settings }
}
