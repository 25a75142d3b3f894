import { ProblemError } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'

/** Why the server rejected a request, in its words. */
export const problemText = ({ errors, detail, title }: Schemas['Problem']): string =>
  errors?.[0]?.message ?? detail ?? title

/** Why a request got no response. The server may have received it, so `consequence` must be true in either case. */
export const noResponseText = (consequence: string): string => `No response from the server. ${consequence}`

/** Why a request to the server failed, in plain words. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem ? error.message : 'The server rejected the request.'
  return 'The server can’t be reached. Your data on this device is safe; try again when you’re online.'
}
