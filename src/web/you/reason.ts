import { ProblemError } from '#client/index.ts'

/** Why something that needs the server failed, in plain words. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const { problem } = error
    return problem?.errors?.[0]?.message ?? problem?.detail ?? problem?.title ?? 'The server refused it.'
  }
  return 'The server can’t be reached. What is on this device is safe; try again when you are online.'
}
