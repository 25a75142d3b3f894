/** Names in one language by slug, most common first. */
export type TranslatedNames = Readonly<Record<string, readonly string[]>>
