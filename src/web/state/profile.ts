import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { fatigueWindow } from '#training/fatigue/fatigue.ts'
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
    sex: undefined,
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

/** All items of a list that is read page by page. Throws if a page can't be read. */
async function allOf<Item>(
  read: (query: { readonly limit: number; readonly cursor?: string }) => Promise<{
    readonly data?: { readonly items: readonly Item[]; readonly nextCursor?: string }
  }>,
): Promise<Item[]> {
  const items: Item[] = []
  let page: { readonly cursor?: string } | undefined = {}
  while (page) {
    const { data } = await read({ limit: 200, ...page })
    if (!data) throw new Error('the list could not be read')
    items.push(...data.items)
    page = data.nextCursor ? { cursor: data.nextCursor } : undefined
  }
  return items
}

/** Adopts the landmarks, schemes and soreness that the user set with the API or another app. */
export async function followOwnSettings(): Promise<void> {
  const { client, user } = log()
  if (!user) return
  // A day more than matters, because the user's day may have another date than UTC's.
  const from = new Date(Date.now() - fatigueWindow - dayMs).toISOString().slice(0, 10)
  try {
    const [landmarks, progressions, soreness] = await Promise.all([
      client.GET('/api/analytics/landmarks'),
      allOf((query) => client.GET('/api/progressions', { params: { query } })),
      allOf((query) => client.GET('/api/analytics/soreness', { params: { query: { ...query, from } } })),
    ])
    // The user may have logged out in the meantime.
    if (!landmarks.data || log().user?.id !== user.id) return
    const custom = landmarks.data.items.filter((item) => item.custom)
    const own = {
      user: user.id,
      landmarks: Object.fromEntries(custom.map((item) => [item.muscle, item.landmarks])),
      progressions,
      soreness,
    }
    if (JSON.stringify(own) !== JSON.stringify(settings.value.own)) changeSettings({ own })
  } catch {
    // There is no network, or the session has ended.
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
  sex,
  workoutsPerWeek,
  bodyweightGoal,
  competitionDay,
}: Schemas['User']): void {
  if (unit !== settings.value.unit) changeSettings(settingsInUnit(unit))
  const platesInUnit = plates?.filter(({ weight }) => weight.unit === unit) ?? []
  const sizes = platesInUnit.map(({ weight }) => weight.value).toSorted((a, b) => b - a)
  changeSettings({
    equipment,
    sex,
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
