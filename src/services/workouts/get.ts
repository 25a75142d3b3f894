import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Deleted, Missing } from '../crud/results.ts'
import { presentWorkout } from './present.ts'

/** One workout of the user, with totals in the profile's unit unless another is asked for. */
export async function getWorkout(
  db: Reader,
  user: Profile,
  id: string,
  options: { readonly unit?: Schemas['WeightUnit'] },
): Promise<Current<Schemas['Workout']> | Missing<'workout'> | Deleted<'workout'>> {
  const found = await findWorkout(db, user.id, id)
  if (!found) return { kind: 'missing', resource: 'workout' }
  if (found.workout.deletedAt !== null) return { kind: 'deleted', resource: 'workout' }
  return { kind: 'current', value: await presentWorkout(db, user, found, options) }
}
