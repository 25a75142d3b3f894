/** A token of a script, and where it starts. */
export interface Token {
  readonly text: string
  readonly start: number
  /** The index of the bracket that encloses it; −1 outside of all. */
  readonly parent: number
  /** The closing bracket's index, if this is an opening one. Text between two expressions of a template is both. */
  close: number | undefined
  /** The index of the opening bracket, if this is a closing one. */
  readonly open: number | undefined
}

/** Space, or a word, a number, a string, or something else. */
const usual = /(?:\s|\/\*.*?\*\/)+|[\w$#]+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|=>|\.{3}|\?\.(?!\d)|./sy
/** A template up to its end or to an expression in it; also what follows such an expression. */
const template = /[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)/sy
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y

/** After these, a slash begins a regular expression. */
const beforeRegex = /^(?:[^\w$#)\]}"'`].*|return|typeof|case|in|of|void|delete|do|else)$/

const isSpace = (text: string) => text.startsWith('/*') || text.trim() === ''
const isOpening = (text: string) =>
  text.length === 1 ? '([{'.includes(text) : text.endsWith('${') && '`}'.includes(text.charAt(0))
const isClosing = (text: string) => ')]}'.includes(text.charAt(0))

/** Splits a script into tokens, without the space between them. Throws if its brackets don't match. */
export function tokensOf(script: string): Token[] {
  const tokens: Token[] = []
  const open: number[] = []
  let at = 0
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at
    return pattern.exec(script)?.[0] ?? ''
  }
  for (let text = ''; at < script.length; at += text.length) {
    const isInTemplate = tokens[open.at(-1) ?? -1]?.text.endsWith('${') ?? false
    const first = script[at] ?? ''
    if (first === '`' || (first === '}' && isInTemplate)) text = match(template)
    else if (first === '/' && beforeRegex.test(tokens.at(-1)?.text ?? ';'))
      text = match(regex) || match(usual)
    else text = match(usual)
    if (text === '') throw new Error(`a template is not closed at ${at}`)
    if (isSpace(text)) continue
    const opening = isClosing(text) ? open.pop() : undefined
    const opened = tokens[opening ?? -1]
    if (opened) opened.close = tokens.length
    else if (isClosing(text)) throw new Error(`unmatched ${text} at ${at}`)
    const parent = open.at(-1) ?? -1
    if (isOpening(text)) open.push(tokens.length)
    tokens.push({ text, start: at, parent, close: undefined, open: opening })
  }
  if (open.length > 0) throw new Error('a bracket is not closed')
  return tokens
}
