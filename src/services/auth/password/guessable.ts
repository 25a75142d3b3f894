import { commonWords } from './common-words.ts'

/** Characters that look like a letter count as it: to an attacker, `p@$$w0rd` is `password`. */
const lookalikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '€': 'e',
  '6': 'g',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
}

/**
 * The keys of the layouts that most passwords are typed on, row by row; each row starts half a key further
 * right.
 */
const keyboards = [
  ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
  ['1234567890ß', 'qwertzuiopü', 'asdfghjklöä', 'yxcvbnm,.-'],
  ['1234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn,;:'],
  ['!@#$%^&*()_+'],
] as const

/** Pairs of neighboring keys, in both directions. */
const neighbors: ReadonlySet<string> = new Set(keyboards.flatMap(pairsOf))

/** A password with no more parts than this (words, runs of keys, other characters) is guessable. */
const fewParts = 2

/** A password is a walk over the keyboard if at least this share of its steps leads to a neighboring key. */
const walkShare = 0.7

const longestWord = Math.max(...Array.from(commonWords, (word) => word.length))

/**
 * Whether a password is among those that are guessed first: at most two common words, runs of keys, numbers
 * or odd characters (`Password1234!`, `qwerty123456`, `dragonmonkey`), a walk over the keyboard
 * (`1qaz2wsx3edc`, `q1w2e3r4t5y6`), or a few characters repeated (`abababababab`).
 */
export function isGuessable(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const bare = without(/[^\p{L}\p{N}]+/gu, text)
  const forms = [without(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, text), bare]
  return isWalk(bare) || forms.some((form) => isTwoWalks(form) || partsOf(unrepeated(form)) <= fewParts)
}

/** Symbols and spaces after or between words add nothing; a password made mostly of them is left as it is. */
function without(symbols: RegExp, text: string): string {
  const rest = text.replace(symbols, '')
  return rest.length * 2 >= text.length ? rest : text
}

function pairsOf(rows: readonly string[]): string[] {
  const pairs: string[] = []
  const add = (a: string | undefined, b: string | undefined) => {
    if (a !== undefined && b !== undefined) pairs.push(a + b, b + a)
  }
  rows.forEach((row, r) => {
    Array.from(row).forEach((key, column) => {
      add(key, row[column + 1])
      const below = rows[r + 1]
      add(key, below?.[column])
      add(key, below?.[column - 1])
    })
  })
  return pairs
}

/** To the same key, a neighboring one, or the next character in order (`abc`, `890`). */
function isStep(from: string, to: string): boolean {
  return (
    Math.abs(from.charCodeAt(0) - to.charCodeAt(0)) <= 1 || neighbors.has(from + to) || from + to === '90'
  )
}

function isWalk(text: string): boolean {
  let steps = 0
  for (let i = 1; i < text.length; i++) if (isStep(text.charAt(i - 1), text.charAt(i))) steps++
  return steps >= walkShare * (text.length - 1)
}

/** `q1w2e3r4t5y6`: two interleaved walks. */
function isTwoWalks(text: string): boolean {
  const every = (remainder: number) => Array.from(text).filter((_, i) => i % 2 === remainder)
  return [0, 1].every((remainder) => isWalk(every(remainder).join('')))
}

/** `abcabcabc` is no harder than `abc`. */
function unrepeated(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length)
    if (text === unit.repeat(Math.floor(text.length / length)) + unit.slice(0, text.length % length))
      return unit
  }
  return text
}

/**
 * The fewest common words, runs (`1234`, `aaaa`, `asdf`), numbers of up to four digits and single characters
 * that it splits into.
 */
function partsOf(text: string): number {
  const spelled = Array.from(text, (character) => lookalikes[character] ?? character).join('')
  const fewest = [0]
  let run = 0
  for (let end = 1; end <= text.length; end++) {
    run = end > 1 && isStep(text.charAt(end - 2), text.charAt(end - 1)) ? run + 1 : 1
    let best = (fewest[end - 1] ?? 0) + 1
    for (let start = end - 2; start >= Math.max(0, end - Math.max(longestWord, run)); start--) {
      const part = text.slice(start, end)
      const isWord = commonWords.has(part) || commonWords.has(spelled.slice(start, end))
      const common = isWord || part.length <= run || /^\d{1,4}$/.test(part)
      if (common) best = Math.min(best, (fewest[start] ?? 0) + 1)
    }
    fewest.push(best)
  }
  return fewest[text.length] ?? 0
}
