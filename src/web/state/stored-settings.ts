/** The settings in a stored text; none without a text, or if it can't be read. */
export function settingsIn(text: string | null): object {
  try {
    const { isProfileUnsent, ...settings } = JSON.parse(text ?? '{}')
    // The first version only noted that some of these three were unsent. Later versions kept that note beside their
    // own list, which takes precedence.
    return isProfileUnsent ? { unsent: ['unit', 'plates', 'equipment'], ...settings } : settings
  } catch {
    return {}
  }
}
