/** Replaces a part of a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text after edits, none of which overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let end = 0
  let result = ''
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return result + text.slice(end)
}
