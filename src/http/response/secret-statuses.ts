import type { TSchema } from '@sinclair/typebox'
import type { Operation } from '../operation.ts'

/**
 * Which statuses of an operation carry a secret: a body with a member of `format: password`. A status is
 * looked at when it is first asked for, as looking through all schemas takes 50 ms.
 */
export function secretStatuses({ responses }: Operation): (status: number) => boolean {
  const known = new Map<number, boolean>()
  return (status) => {
    const answer = known.get(status) ?? Object.values(responses[status]?.content ?? {}).some(isSecret)
    known.set(status, answer)
    return answer
  }
}

function isSecret(schema: TSchema): boolean {
  if (schema.format === 'password') return true
  const members: Readonly<Record<string, TSchema>> = schema.properties ?? {}
  const alternatives: readonly TSchema[] = schema.anyOf ?? []
  return Object.values(members).some(isSecret) || alternatives.some(isSecret)
}
