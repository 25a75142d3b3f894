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
          description: 'Returns nothing.',
          responses: { '204': { description: 'It is.' } },
        },
      },
    },
    components: { schemas },
  })
}

/**
 * The keywords of a rule with two cases: `ifListed` constrains other properties if `member` is one of
 * `values`, and `otherwise` if it is not.
 */
export function casesOf(
  member: string,
  values: readonly string[],
  ifListed: object,
  otherwise: object,
): object {
  return Object.fromEntries([
    ['if', { properties: { [member]: { enum: values } } }],
    ['then', { properties: ifListed }],
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
