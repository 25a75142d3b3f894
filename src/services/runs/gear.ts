import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import type { Gear } from '#training/programs/gear.ts'

/** A user's equipment. */
export function gearOf({ unit, plates, equipment }: Profile): Gear {
  return {
    unit,
    plates: plates === null ? undefined : fromJson(plates),
    equipment: equipment === null ? undefined : fromJson(equipment),
  }
}
