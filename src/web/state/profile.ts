import type { Schemas } from '#generated/types.ts'
import { toast } from '../parts/toast.tsx'
import { isGuest, log } from './log.ts'
import {
  changeSettings,
  type ProfileSetting,
  platePairs,
  profileSettings,
  type Settings,
  settings,
  settingsInUnit,
} from './settings.ts'

/** The part of the profile that a setting is sent as. */
const patchOf = (name: ProfileSetting, now: Settings): Schemas['UserPatch'] => ({
  [name]: name === 'plates' ? platePairs.value : (now[name] ?? null),
})

/** Changes settings on this device immediately, and in the profile as soon as there is a network. */
export function setProfile(changes: Partial<Settings>): void {
  const changed = profileSettings.filter((name) => name in changes)
  changeSettings({ ...changes, unsent: [...new Set([...settings.value.unsent, ...changed])] })
  void sendProfile()
}

/** Sends unsent changes to the profile. Without a network, they stay unsent for the next time. */
export async function sendProfile(): Promise<void> {
  const sentSettings = settings.value
  if (isGuest.value || sentSettings.unsent.length === 0) return
  const body: Schemas['UserPatch'] = Object.assign(
    {},
    ...sentSettings.unsent.map((name) => patchOf(name, sentSettings)),
  )
  try {
    const { error, response } = await log().client.PATCH('/api/users/me', {
      params: { header: { 'If-Match': '*' } },
      body,
    })
    if (error && response.status >= 500) return
    if (error) toast(`Your profile could not be updated: ${error.detail ?? error.title}`)
    // Changes made in the meantime are still unsent.
    const { unsent } = settings.value
    changeSettings({
      unsent: unsent.filter(
        (name) => !sentSettings.unsent.includes(name) || sentSettings[name] !== settings.value[name],
      ),
    })
  } catch {
    // There is no network.
  }
}

/** Adopts the profile after login; a guest's settings don't overwrite it. */
export async function adoptProfile(): Promise<void> {
  changeSettings({ unsent: [] })
  await followProfile()
}

/** Removes, on logout, the settings that only the account's profile has, and what a guest must not see. */
export function forgetProfile(): void {
  changeSettings({
    workoutsPerWeek: undefined,
    bodyweightGoal: undefined,
    competitionDay: undefined,
    own: undefined,
    unsent: [],
  })
}

/**
 * Adopts what the user set elsewhere, sends unsent changes, and then adopts the profile, unless some changes are still
 * unsent. A profile that was read while the user changed a setting may be older than the change, and is ignored.
 */
export async function followProfile(): Promise<void> {
  if (isGuest.value) return
  void followOwnSettings()
  await sendProfile()
  const settingsBefore = settings.value
  if (settingsBefore.unsent.length > 0) return
  try {
    const { data } = await log().client.GET('/api/users/me')
    if (data && data.id === log().user?.id && isUnchangedSince(settingsBefore)) adopt(data)
  } catch {
    // There is no network.
  }
}

/** The largest page of a list; few users choose more schemes, or report more soreness in four weeks. */
const params = { query: { limit: 200 } } as const

/** Adopts the landmarks, schemes and soreness that the user set with the API or another app. */
export async function followOwnSettings(): Promise<void> {
  const { client, user } = log()
  if (!user) return
  try {
    const [landmarks, progressions, soreness] = await Promise.all([
      client.GET('/api/analytics/landmarks'),
      client.GET('/api/progressions', { params }),
      client.GET('/api/analytics/soreness', { params }),
    ])
    // The user may have logged out in the meantime.
    if (!landmarks.data || !progressions.data || !soreness.data || log().user?.id !== user.id) return
    const custom = landmarks.data.items.filter((item) => item.custom)
    const own = {
      user: user.id,
      landmarks: Object.fromEntries(custom.map((item) => [item.muscle, item.landmarks])),
      progressions: progressions.data.items,
      soreness: soreness.data.items,
    }
    if (JSON.stringify(own) !== JSON.stringify(settings.value.own)) changeSettings({ own })
  } catch {
    // There is no network.
  }
}

function isUnchangedSince(settingsBefore: Settings): boolean {
  const now = settings.value
  return now.unsent.length === 0 && profileSettings.every((name) => now[name] === settingsBefore[name])
}

function adopt({
  unit,
  plates,
  equipment,
  workoutsPerWeek,
  bodyweightGoal,
  competitionDay,
}: Schemas['User']): void {
  if (unit !== settings.value.unit) changeSettings(settingsInUnit(unit))
  const platesInUnit = plates?.filter(({ weight }) => weight.unit === unit) ?? []
  const sizes = platesInUnit.map(({ weight }) => weight.value).toSorted((a, b) => b - a)
  changeSettings({
    equipment,
    workoutsPerWeek,
    bodyweightGoal,
    competitionDay,
    ...(platesInUnit.length > 0 && {
      plates: sizes,
      pairs: Object.fromEntries(platesInUnit.map(({ weight, pairs }) => [weight.value, pairs])),
    }),
  })
}

addEventListener('online', () => void sendProfile())
