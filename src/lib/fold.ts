const ascii = /^[ -~]*$/

/**
 * Folds letter case to compare names that must be unique: composes the text (NFC) and lowercases it by way of
 * uppercase, so that ß, ẞ and SS compare equal, as do both lowercase sigmas. Keeps accents.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}

/** Folds letter case, compatibility forms (NFKC) and runs of whitespace. Keeps accents. */
export function foldSpaces(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/**
 * Accents and other optional marks of alphabets. Marks that form a different letter, such as those of kana,
 * Devanagari and Thai, are not included.
 */
const optionalMarks =
  /[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]|[\u0591-\u05bd]|[\u05c1-\u05c2]|[\u064b-\u065f]|\u0670|\ufe0e|\ufe0f/g

/** Letters that don't decompose, and how people without them on their keyboard type them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** The difference between the code points of a hiragana and the corresponding katakana. */
const kanaOffset = 0x60

/**
 * Folds text for searching: letter case, accents, compatibility forms and full width, ß and other ligatures,
 * and hiragana, which becomes katakana.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return (
    text
      // Lowercasing can add a mark (İ), so it comes before the marks are removed.
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(optionalMarks, '')
      .replace(/[ßæœøłđðþıς]/g, (letter) => plainLetters[letter] ?? letter)
      .normalize('NFC')
      .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + kanaOffset))
  )
}

const twoLetterSpellings: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** The text with umlauts written as two letters (ü → ue), in lowercase; undefined if it has none. */
export function spellOutUmlauts(text: string): string | undefined {
  if (ascii.test(text)) return undefined
  const composed = text.normalize('NFC').toLowerCase()
  const spelled = composed.replace(/[äöüøå]/g, (letter) => twoLetterSpellings[letter] ?? letter)
  return spelled === composed ? undefined : spelled
}
