import { type Profile, userOf } from '#db/accounts/users.ts'
import type { ProfileSettings } from '#db/schema/imports.ts'
import type { Schemas } from '#generated/types.ts'

/** The part of a profile that an account export transfers to another account. */
export function settingsOf(profile: Profile): ProfileSettings {
  return settingsOfUser(userOf(profile))
}

/** Like {@link settingsOf}, for a user in the contract's shape. */
export function settingsOfUser(user: Schemas['User']): ProfileSettings {
  const { id: _, email: __, revision: ___, createdAt: ____, updatedAt: _____, ...settings } = user
  return settings
}

/** The patch that applies these settings to a profile. */
export function patchOf(settings: ProfileSettings): Schemas['UserPatch'] {
  const {
    displayName,
    birthYear,
    sex,
    experience,
    goal,
    workoutsPerWeek,
    bodyweightGoal,
    competitionDay,
    equipment,
    plates,
    ...others
  } = settings
  return {
    ...others,
    displayName: displayName ?? null,
    birthYear: birthYear ?? null,
    sex: sex ?? null,
    experience: experience ?? null,
    goal: goal ?? null,
    workoutsPerWeek: workoutsPerWeek ?? null,
    bodyweightGoal: bodyweightGoal ?? null,
    competitionDay: competitionDay ?? null,
    equipment: equipment ?? null,
    plates: plates ?? null,
  }
}
