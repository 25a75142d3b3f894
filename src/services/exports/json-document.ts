import { jsonOf } from '#lib/json-text.ts'

/** A member of a JSON document: a value in memory, or a list that is read page by page. */
export type Member =
  | { readonly name: string; readonly value: unknown }
  | { readonly name: string; readonly pages: AsyncIterable<readonly unknown[]> }

/** The text of a JSON object in pieces, each generated on demand. Omits members whose value is undefined. */
export async function* jsonDocument(members: AsyncIterable<Member>): AsyncGenerator<string> {
  let separator = '{'
  for await (const member of members) {
    const start = `${separator}${JSON.stringify(member.name)}:`
    if ('value' in member) {
      if (member.value === undefined) continue
      yield start + JSON.stringify(member.value)
    } else {
      yield `${start}[`
      yield* itemsText(member.pages)
      yield ']'
    }
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}

/** The items of all pages, as the contents of one JSON array. */
async function* itemsText(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = ''
  for await (const items of pages) {
    if (items.length === 0) continue
    yield separator + items.map(jsonOf).join(',')
    separator = ','
  }
}
