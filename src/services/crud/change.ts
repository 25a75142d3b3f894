import type { Schemas } from '#generated/types.ts'
import type { Stamps } from './resource.ts'
import type { ResourceName } from './results.ts'

/** The members that every change has. */
export function changeHead<Name extends ResourceName>(
  resource: Name,
  { id, revision, deletedAt }: Stamps & { readonly id: string },
): { resource: Name; id: string; op: Schemas['SyncOp']; revision: number } {
  return { resource, id, op: deletedAt === null ? 'put' : 'delete', revision }
}
