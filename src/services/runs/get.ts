import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Deleted, Missing } from '../crud/results.ts'
import { findRun } from './next.ts'
import { presentRun } from './present.ts'

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
