/** The settings in a stored text. Without one, or if it can't be read, there are none. */
export function settingsIn(text: string | null): object {
  try {
    const { isProfileUnsent, ...settings } = JSON.parse(text ?? '{}')
    // Earlier versions noted only that one of these three hadn't reached the profile.
    return isProfileUnsent ? { ...settings, unsent: ['unit', 'plates', 'equipment'] } : settings
  } catch {
    return {}
  }
}
