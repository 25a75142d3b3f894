import { download, today } from '../parts/download.ts'
import { log } from '../state/log.ts'

/** Downloads everything on this device as JSON, including changes that the server rejected or hasn't received. */
export function exportDevice(): void {
  const { workouts, exercises, measurements, programs, runs } = log()
  const data = {
    workouts: workouts.list(),
    exercises: exercises.list(),
    measurements: measurements.list(),
    programs: programs.list(),
    runs: runs.list(),
  }
  download(
    `replog-device-${today()}.json`,
    new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
  )
}

/** A kind of export that the server creates. */
export type ExportKind = 'account' | 'strong' | 'hevy' | 'fitnotes'

/** Downloads an export. Resolves to why it failed, or undefined. */
export async function exportFromServer(kind: ExportKind): Promise<string | undefined> {
  const { client } = log()
  try {
    const { data, error } =
      kind === 'account'
        ? await client.GET('/api/users/me/export', { parseAs: 'blob' })
        : await client.GET('/api/exports/workouts', { params: { query: { format: kind } }, parseAs: 'blob' })
    if (error) return error.detail ?? error.title
    download(`replog-${kind}-${today()}.${kind === 'account' ? 'json' : 'csv'}`, data)
    return undefined
  } catch {
    return 'Exports come from the server. Try again when you’re online.'
  }
}
