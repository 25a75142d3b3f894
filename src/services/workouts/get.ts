import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { findWorkoutRow } from '#db/workouts/find.ts'
import type { Schemas } from '#generated/types.ts'
import type { JsonText } from '#lib/json-text.ts'
import type { Current, Deleted, Missing } from '../crud/results.ts'
import { presentWorkout } from './present.ts'

/** One of the user's workouts, with totals in the requested unit or the profile's. */
export async function getWorkout(
  db: Reader,
  user: Profile,
  id: string,
  { unit = user.unit }: { readonly unit?: Schemas['WeightUnit'] },
): Promise<Current<JsonText<Schemas['Workout']>> | Missing<'workout'> | Deleted<'workout'>> {
  const row = await findWorkoutRow(db, user.id, id)
  if (!row) return { kind: 'missing', resource: 'workout' }
  if (row.deletedAt !== null) return { kind: 'deleted', resource: 'workout' }
  return { kind: 'current', value: await presentWorkout(db, user, row, unit) }
}
