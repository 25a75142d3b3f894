import type { Method } from '../method.ts'
import type { Scheme } from './schemes.ts'

/** The method of a progression: the scheme with its chosen parameters. */
export function progressionMethod(scheme: Scheme): Method {
  const { scheme: id, ...chosen } = scheme
  const parameters: Record<string, number> = {}
  for (const [name, value] of Object.entries(chosen)) if (typeof value === 'number') parameters[name] = value
  return { id: `progression.${id}`, parameters }
}
