import type { Schemas } from '#generated/types.ts'
import { toast } from '../parts/toast.tsx'
import { isGuest, log } from './log.ts'
import { inUnitOf, platePairs, type Settings, set, settings } from './settings.ts'

/** Changes unit, plates or equipment on this device at once, and in the profile as soon as there is a network. */
export function setProfile(some: Partial<Settings>): void {
  set({ ...some, isProfileUnsent: true })
  void sendProfile()
}

/** Sends unsent changes to the profile. Without a network, it is retried later. */
export async function sendProfile(): Promise<void> {
  const { unit, equipment, isProfileUnsent } = settings.value
  if (isGuest.value || !isProfileUnsent) return
  const before = settings.value
  try {
    const { error, response } = await log().client.PATCH('/api/users/me', {
      params: { header: { 'If-Match': '*' } },
      body: { unit, plates: platePairs.value, equipment: equipment ? [...equipment] : null },
    })
    if (error && response.status >= 500) return
    if (error) toast(`Your profile could not be updated: ${error.detail ?? error.title}`)
    // Changes made meanwhile are still unsent.
    const isSame = before.plates === settings.value.plates && before.equipment === settings.value.equipment
    if (isSame && before.unit === settings.value.unit) set({ isProfileUnsent: false })
  } catch {
    // There is no network.
  }
}

/** Adopts the profile after login; a guest's settings don't overwrite it. */
export async function adoptProfile(): Promise<void> {
  set({ isProfileUnsent: false })
  await followProfile()
}

/** Adopts the profile, unless this device has unsent changes; then it sends those. */
export async function followProfile(): Promise<void> {
  if (isGuest.value) return
  if (settings.value.isProfileUnsent) return sendProfile()
  try {
    const { data } = await log().client.GET('/api/users/me')
    if (data) adopt(data)
  } catch {
    // There is no network.
  }
}

function adopt({ unit, plates, equipment }: Schemas['User']): void {
  if (unit !== settings.value.unit) set(inUnitOf(unit))
  const own = plates?.filter(({ weight }) => weight.unit === unit) ?? []
  const sizes = own.map(({ weight }) => weight.value).toSorted((a, b) => b - a)
  set({
    equipment,
    ...(own.length > 0 && {
      plates: sizes,
      pairs: Object.fromEntries(own.map(({ weight, pairs }) => [weight.value, pairs])),
    }),
  })
}

addEventListener('online', () => void sendProfile())
