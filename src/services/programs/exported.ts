import type { Profile } from '#db/accounts/users.ts'
import { listProgramRevisions } from '#db/programs/revisions.ts'
import { runs } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { revisionsOf } from '#training/programs/revisions.ts'
import type { FieldProblem } from '../crud/results.ts'
import { checkContent } from './rules.ts'

/** The replaced states of a user's programs that a run follows or followed. */
export async function* followedRevisions(
  db: Reader,
  user: Profile,
): AsyncGenerator<Schemas['ProgramRevision'][]> {
  const followed = new Set<string>()
  for (const { content, deletedAt } of await runs.listAll(db, user.id)) {
    if (deletedAt !== null) continue
    for (const revision of revisionsOf(content)) followed.add(`${content.programId} ${revision}`)
  }
  const replaced = await listProgramRevisions(db, user.id)
  yield replaced.flatMap(({ programId, revision, replacedAt, content }) =>
    followed.has(`${programId} ${revision}`)
      ? [{ programId, revision, replacedAt: instant(replacedAt), program: content }]
      : [],
  )
}

/** Checks a replaced state of a program. */
export function checkRevision({
  program: { id: _, ...content },
}: Schemas['ProgramRevision']): FieldProblem[] {
  return checkContent(content).map((problem) => ({ ...problem, pointer: `/program${problem.pointer}` }))
}
