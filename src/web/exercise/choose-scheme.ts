import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'
import { followOwnSettings } from '../state/profile.ts'

/**
 * Chooses how an exercise progresses; the coach without parameters is the default. The server keeps the choice.
 * Resolves to what went wrong, or to an empty text.
 */
export async function chooseScheme(id: string, body: Schemas['ProgressionScheme']): Promise<string> {
  const path = '/api/exercises/{id}/progression'
  const params = { path: { id }, header: { 'If-Match': '*' } }
  const { client } = log()
  const isDefault = body.scheme === 'memory' && !body.range && !body.increment
  try {
    const { error } = await (isDefault ? client.DELETE(path, { params }) : client.PUT(path, { params, body }))
    if (error) return error.detail ?? error.title
    await followOwnSettings()
    return ''
  } catch {
    return 'Choosing needs a connection. Try again when you’re online.'
  }
}
