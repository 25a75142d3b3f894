/** A value in its stored JSON form, which responses include without parsing or serializing it again. */
export class JsonText<Value extends object> {
  /** The text in pieces. Joining the pieces of all items of a list at once copies each character once. */
  readonly pieces: readonly string[]
  /** Members available without parsing the text. */
  readonly knownMembers: object
  #value: Value | undefined

  constructor(pieces: readonly string[], knownMembers: object) {
    this.pieces = pieces
    this.knownMembers = knownMembers
  }

  get text(): string {
    return this.pieces.join('')
  }

  /** Parsed from the text, once. */
  get value(): Value {
    this.#value ??= JSON.parse(this.text) as Value
    return this.#value
  }

  toJSON(): Value {
    return this.value
  }
}

/** A value or its JSON text. */
export type OrText<T extends object> = T | JsonText<T>

/** A `T` or its JSON. In a list, each item can also be JSON. */
export type WithJsonText<T> =
  | T
  | (T extends object ? JsonText<T> : never)
  | (T extends { items: (infer Item extends object)[] }
      ? Omit<T, 'items'> & { items: (Item | JsonText<Item>)[] }
      : never)

/** The value itself. */
export function plainValue<T extends object>(value: OrText<T>): T {
  return value instanceof JsonText ? value.value : value
}

/** The body with all of its stored JSON parsed: itself, or its items. */
export function withParsedTexts(body: unknown): unknown {
  if (body instanceof JsonText) return body.value
  return hasItems(body) ? { ...body, items: body.items.map(withParsedTexts) } : body
}

/** A member that is available without parsing the object. */
export function memberOf(value: unknown, name: string): unknown {
  if (value instanceof JsonText) return Reflect.get(value.knownMembers, name)
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** Serializes a value, reusing the text of a {@link JsonText} and of a list's {@link JsonText} items. */
export function jsonOf(value: unknown): string {
  if (value instanceof JsonText) return value.text
  if (!hasItems(value) || !value.items.some((item) => item instanceof JsonText)) return JSON.stringify(value)
  const pieces: string[] = []
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    pieces.push(`${pieces.length === 0 ? '{' : ','}${JSON.stringify(name)}:`)
    if (name === 'items') addItems(pieces, value.items)
    else pieces.push(JSON.stringify(member))
  }
  pieces.push('}')
  return pieces.join('')
}

function addItems(pieces: string[], items: readonly unknown[]): void {
  let separator = '['
  for (const item of items) {
    pieces.push(separator)
    for (const piece of piecesOf(item)) pieces.push(piece)
    separator = ','
  }
  pieces.push(items.length === 0 ? '[]' : ']')
}

/** The pieces of a value's JSON, to be joined. */
export function piecesOf(value: unknown): readonly string[] {
  return value instanceof JsonText ? value.pieces : [JSON.stringify(value)]
}

function hasItems(value: unknown): value is { readonly items: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
}
