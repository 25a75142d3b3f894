import type { components } from '../../../generated/types.ts'
import type { ProfileSettings } from '../../db/schema/imports.ts'
import { type Profile, userOf } from '../../db/users.ts'

/** What of a profile an account export brings to another account. */
export function settingsOf(profile: Profile): ProfileSettings {
  return settingsOfUser(userOf(profile))
}

/** The same of a user as the contract has one. */
export function settingsOfUser(user: components['schemas']['User']): ProfileSettings {
  const { id: _, email: __, revision: ___, createdAt: ____, updatedAt: _____, ...settings } = user
  return settings
}

/** The change that makes a profile's settings these. */
export function patchOf(settings: ProfileSettings): components['schemas']['UserPatch'] {
  const { displayName, birthYear, sex, experience, equipment, plates, ...always } = settings
  return {
    ...always,
    displayName: displayName ?? null,
    birthYear: birthYear ?? null,
    sex: sex ?? null,
    experience: experience ?? null,
    equipment: equipment ?? null,
    plates: plates ?? null,
  }
}
