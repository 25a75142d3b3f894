/** A value in its stored JSON form, which responses include without parsing and serializing it again. */
export class JsonText<Value extends object> {
  readonly text: string
  /** Members available without parsing the text. */
  readonly knownMembers: object
  #value: Value | undefined

  constructor(text: string, knownMembers: object) {
    this.text = text
    this.knownMembers = knownMembers
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

/** The body with all of its JSON texts parsed: itself, or its items. */
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
  let text = ''
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:`
    text += name === 'items' ? listOf(value.items) : JSON.stringify(member)
  }
  return `${text}}`
}

/** Concatenated, because `join` would copy the texts twice more. */
function listOf(items: readonly unknown[]): string {
  let text = '['
  for (const [index, item] of items.entries()) text += index === 0 ? jsonOf(item) : `,${jsonOf(item)}`
  return `${text}]`
}

function hasItems(value: unknown): value is { readonly items: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
}
