import type { Profile } from '#db/accounts/users.ts'
import { ownPrograms } from '#db/programs/programs.ts'
import { findProgramRevision } from '#db/programs/revisions.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Deleted, Missing } from '../crud/results.ts'
import { builtInProgram } from './find.ts'
import { presentBuiltIn, presentProgram } from './shape.ts'

/** A built-in program, always in its current state, or one of the user's own, perhaps at an earlier revision. */
export async function getProgram(
  db: Reader,
  user: Profile,
  id: string,
  revision?: number,
): Promise<Current<Schemas['Program']> | Missing<'program' | 'program_revision'> | Deleted<'program'>> {
  const builtIn = builtInProgram(id)
  if (builtIn) {
    if (revision !== undefined && revision > builtIn.revision) return noRevision
    return { kind: 'current', value: presentBuiltIn(builtIn) }
  }
  const stored = await ownPrograms.find(db, user.id, id)
  if (!stored) return { kind: 'missing', resource: 'program' }
  if (stored.deletedAt !== null) return { kind: 'deleted', resource: 'program' }
  if (revision === undefined || revision === stored.revision) {
    return { kind: 'current', value: presentProgram(stored) }
  }
  const replaced = await findProgramRevision(db, user.id, id, revision)
  if (!replaced) return noRevision
  return {
    kind: 'current',
    value: {
      id,
      source: 'custom',
      ...replaced.content,
      revision,
      createdAt: instant(stored.createdAt),
    },
  }
}

const noRevision: Missing<'program_revision'> = { kind: 'missing', resource: 'program_revision' }
