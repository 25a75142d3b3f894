/**
 * A character that can be seen: no whitespace, control character, zero-width space or the like. Above U+FFFF, every
 * character counts, as in the contract's pattern, which can't name those in all languages.
 */
const visible = /[^\s\p{Cc}\p{DI}\u2800]|[\u{10000}-\u{10ffff}]/u

/** Whether anything of a text can be seen. Names need it; the contract's pattern for them requires the same. */
export const isVisible = (text: string): boolean => visible.test(text)

/** A text on one line, without control characters or spaces at its ends. Empty if nothing of it can be seen. */
export function lineOf(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return isVisible(line) ? line : ''
}
