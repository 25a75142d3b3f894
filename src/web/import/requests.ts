import type { Problem } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'

type Import = Schemas['Import']

/** What a name of the file means: an exercise, or a new one. */
export interface Choice {
  readonly exerciseId: string | undefined
  readonly exerciseName: string
}

/** An error that says where and why. */
function refused(problem: Problem | undefined): Error {
  const first = problem?.errors?.[0]
  return new Error(first?.message ?? problem?.detail ?? 'The server did not accept that.')
}

const offline = () =>
  new Error('The server can’t be reached. Nothing was changed: try again when you are online.')

/** Uploads a file for a dry run. */
export async function upload(file: File, unit: Schemas['WeightUnit'] | undefined): Promise<Import> {
  const form = new FormData()
  form.set('file', file)
  form.set('timezone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  if (unit) form.set('unit', unit)
  const { data, error } = await log()
    .client.POST('/api/imports', {
      body: { file },
      bodySerializer: () => form,
    })
    .catch(() => {
      throw offline()
    })
  if (!data) throw refused(error)
  return data
}

/** Saves what a dry run found, with the names that were chosen. */
export async function commit(id: string, choices: ReadonlyMap<string, Choice>): Promise<Import> {
  const mappings = [...choices].map(([name, { exerciseId }]) => ({
    name,
    ...(exerciseId !== undefined && { exerciseId }),
  }))
  const { data, error } = await log()
    .client.POST('/api/imports/{id}/commit', {
      params: { path: { id } },
      body:
        mappings.length > 0
          ? { mappings: mappings.filter(({ exerciseId }) => exerciseId !== undefined) }
          : {},
    })
    .catch(() => {
      throw offline()
    })
  if (!data) throw refused(error)
  return data
}

/** Takes an import back. */
export async function undo(id: string): Promise<void> {
  const { error } = await log()
    .client.DELETE('/api/imports/{id}', { params: { path: { id } } })
    .catch(() => {
      throw offline()
    })
  if (error) throw refused(error)
}
