/** Names in one language by slug, most usual first. */
export type TranslatedNames = Readonly<Record<string, readonly string[]>>
