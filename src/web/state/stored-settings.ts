/** The settings in a stored text. Without one, or if it can't be read, there are none. */
export function settingsIn(text: string | null): object {
  try {
    const { isProfileUnsent, ...settings } = JSON.parse(text ?? '{}')
    // The first version noted only that one of these three hadn't reached the profile. Later ones kept its note.
    return isProfileUnsent ? { unsent: ['unit', 'plates', 'equipment'], ...settings } : settings
  } catch {
    return {}
  }
}
