import { stringify } from 'yaml'

/** A contract with these schemas, and one operation that answers nothing. */
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
