import { ProblemError } from '#client/index.ts'

/** Why a request to the server failed, in plain words. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const { problem } = error
    return (
      problem?.errors?.[0]?.message ?? problem?.detail ?? problem?.title ?? 'The server refused the request.'
    )
  }
  return 'The server can’t be reached. Your data on this device is safe; try again when you’re online.'
}
