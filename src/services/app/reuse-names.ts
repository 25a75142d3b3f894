import { type Token, tokensOf } from './tokens.ts'

/** In the order of their frequency in minified scripts. */
const names = [...'etrnsiaolducfpmhgvbywxkSCTEAMNDRPILOBFUVHGjWzqKJXQYZ']

const isWord = (text: string | undefined) => text !== undefined && /^[A-Za-z_$]/.test(text)
/** What makes renaming unsafe: it may contain another function, name a label, or find variables by name. */
const isComplex = /^(?:=>|function|class|break|continue|eval|arguments)$/
const control = /^(?:if|for|while|switch|catch|with)$/
const beforeBlock = /^(?:=>|[);{}]|else|try|finally|do)$/

/**
 * Renames the parameters of each arrow function that contains no other function to the first names that are free in it.
 * Bun gives every parameter a name that is also free in the functions around it. With the first free names, many more
 * functions become the same text, `e=>e.id`, which compresses better.
 */
export function reuseNames(script: string): string {
  const tokens = tokensOf(script)
  const edits = new Map<number, string>()
  tokens.forEach(({ text }, arrow) => {
    if (text === '=>') for (const [index, name] of renamedIn(tokens, arrow, script)) edits.set(index, name)
  })
  let end = 0
  let renamed = ''
  for (const [index, name] of [...edits].sort(([a], [b]) => a - b)) {
    const { start, text } = tokens[index] as Token
    renamed += script.slice(end, start) + name
    end = start + text.length
  }
  return renamed + script.slice(end)
}

/** The new names in an arrow function, by the index of their token. */
function renamedIn(tokens: readonly Token[], arrow: number, script: string): ReadonlyMap<number, string> {
  const none = new Map<number, string>()
  const first = startOf(tokens, arrow)
  const last = endOf(tokens, arrow)
  const textAt = (index: number) => tokens[index]?.text ?? ''
  const words: number[] = []
  for (let index = first; index <= last; index++) {
    const text = textAt(index)
    const isDefault = text === '=' && index < arrow
    const isMethod =
      text === '{' && textAt(index - 1) === ')' && index - 1 > arrow && !isControlled(tokens, index - 1)
    if ((index !== arrow && isComplex.test(text)) || isDefault || isMethod) return none
    if (isWord(text) && !isMember(tokens, index)) words.push(index)
  }
  if (script.slice(tokens[first]?.start, tokens[last]?.start).includes('\n')) return none
  const parameters = new Set(words.filter((index) => index < arrow).map(textAt))
  if (words.some((index) => parameters.has(textAt(index)) && isShorthand(tokens, index))) return none
  const taken = new Set(words.map(textAt).filter((name) => !parameters.has(name)))
  const free = names.filter((name) => !taken.has(name))
  const renamed = new Map([...parameters].map((name, index) => [name, free[index] ?? name]))
  return new Map(
    words.flatMap((index): [number, string][] => {
      const name = renamed.get(textAt(index))
      return name === undefined ? [] : [[index, name]]
    }),
  )
}

/** The index of the first token of an arrow function. */
function startOf(tokens: readonly Token[], arrow: number): number {
  return tokens[arrow - 1]?.open ?? arrow - 1
}

/** The index of the last token of an arrow function. */
function endOf(tokens: readonly Token[], arrow: number): number {
  const body = tokens[arrow + 1]
  if (body?.text === '{') return body.close ?? arrow
  let index = arrow + 1
  for (let token = body; token && !/^[,;)\]}]/.test(token.text); token = tokens[++index]) {
    // Skips what is in brackets. What follows an expression in a template may open the next one.
    for (let close = token.close; close !== undefined; close = tokens[close]?.close) index = close
  }
  return index - 1
}

/** Whether a name is that of a member: `a.name`, `{name:a}`. */
function isMember(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text
  if (before === '.' || before === '?.') return true
  return (before === '{' || before === ',') && tokens[index + 1]?.text === ':'
}

/** Whether a name is both that of a variable and that of a member: `{name}`. */
function isShorthand(tokens: readonly Token[], index: number): boolean {
  const { parent } = tokens[index] as Token
  return (
    /^[{,]$/.test(tokens[index - 1]?.text ?? '') &&
    /^[},=]$/.test(tokens[index + 1]?.text ?? '') &&
    tokens[parent]?.text === '{' &&
    !beforeBlock.test(tokens[parent - 1]?.text ?? ';')
  )
}

/** Whether the parentheses that end here belong to a statement such as `if`, not to a function. */
function isControlled(tokens: readonly Token[], closing: number): boolean {
  const opening = tokens[closing]?.open ?? 0
  return control.test(tokens[opening - 1]?.text ?? '')
}
