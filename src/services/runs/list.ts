import type { Profile } from '#db/accounts/users.ts'
import type { DocumentPosition } from '#db/documents/documents.ts'
import { runs } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { PageRequest } from '#lib/page.ts'
import { listDocuments } from '../crud/documents.ts'
import type { Current, Deleted, Listed, Missing } from '../crud/results.ts'
import { findRun } from './next.ts'
import { presentRun } from './present.ts'

/** A page of a user's runs, latest first. */
export function listRuns(
  db: Reader,
  user: Profile,
  page: PageRequest<DocumentPosition>,
): Promise<Listed<Schemas['Run'], DocumentPosition>> {
  return listDocuments(runs, db, user.id, page, (run) => presentRun(db, run, user.unit))
}

/** One run, with bases in the requested unit or the profile's. */
export async function getRun(
  db: Reader,
  user: Profile,
  id: string,
  { unit = user.unit }: { readonly unit?: Schemas['WeightUnit'] },
): Promise<Current<Schemas['Run']> | Missing<'run'> | Deleted<'run'>> {
  const run = await findRun(db, user.id, id)
  return 'kind' in run ? run : { kind: 'current', value: await presentRun(db, run, unit) }
}
