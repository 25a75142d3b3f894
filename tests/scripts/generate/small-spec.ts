import { stringify } from 'yaml'

/** A contract with these schemas, and one operation without a response body. */
export function specOf(schemas: object): string {
  return stringify({
    openapi: '3.1.1',
    info: { title: 'Small', version: '1' },
    security: [],
    tags: [{ name: 'Things' }],
    paths: {
      '/things': {
        get: {
          operationId: 'ping',
          tags: ['Things'],
          summary: 'Is it there?',
          description: 'Answers nothing.',
          responses: { '204': { description: 'It is.' } },
        },
      },
    },
    components: { schemas },
  })
}

/**
 * The keywords of two cases: constraints on other properties if `member` is one of `values`, and
 * otherwise.
 */
export function casesOf(member: string, values: readonly string[], then: object, otherwise: object): object {
  return Object.fromEntries([
    ['if', { properties: { [member]: { enum: values } } }],
    ['then', { properties: then }],
    ['else', 'if' in otherwise ? otherwise : { properties: otherwise }],
  ])
}

/** The keywords of the rule that an object has exactly one of two properties. */
export function exactlyOne(a: string, b: string): object {
  // As entries, because linters mistake an object literal with `then` for a promise.
  return Object.fromEntries([
    ['if', { required: [a] }],
    ['then', { not: { required: [b] } }],
    ['else', { required: [b] }],
  ])
}
