import { expect, test } from 'bun:test'
import { Contract } from '#scripts/generate/contract.ts'
import { withUsualResponses } from '#scripts/generate/conventions/usual-responses.ts'

const text = await Bun.file(new URL('../../../openapi.yaml', import.meta.url)).text()
const complete = (yaml: string) => withUsualResponses(new Contract('openapi.yaml', yaml))

/** The contract without the responses and headers that `bun run generate` can add. */
function withoutUsualResponses(): string {
  const [start, end] = [text.indexOf('\npaths:'), text.indexOf('\ncomponents:')]
  const paths = text
    .slice(start, end)
    .replaceAll(/^ {8}'(?:304|400|401|404|405|412|413|415|422|428|429|500|503)': \{ \$ref.*\n/gm, '')
    .replaceAll(/^ {10}headers:\n(?: {12}.*\n)+/gm, '')
  return text.slice(0, start) + paths + text.slice(end)
}

const stripped = withoutUsualResponses()
const completed = operationsIn(complete(stripped))

/** The lines of each operation, by operationId. */
function operationsIn(yaml: string): Map<string, string> {
  const paths = yaml.slice(yaml.indexOf('\npaths:'), yaml.indexOf('\ncomponents:'))
  return new Map(
    paths.split(/\n {6}operationId: /).map((lines) => [lines.slice(0, lines.indexOf('\n')), lines] as const),
  )
}

test('a complete contract stays as it is', () => {
  expect(complete(text)).toBe(text)
})

test('the usual errors and headers are added where they were, in the same order', () => {
  expect(text.split('\n').length - stripped.split('\n').length).toBeGreaterThan(1500)
  const written = operationsIn(text)
  const ids = ['Workout', 'Program', 'Run', 'Measurement'].flatMap((name) => [
    `list${name}s`,
    ...['create', 'get', 'replace', 'delete'].map((verb) => `${verb}${name}`),
  ])
  for (const id of ids) {
    expect(written.get(id)).toBeString()
    expect(completed.get(id)).toBe(written.get(id))
  }
})

test('a response that can’t be derived is kept, in order', () => {
  const create = completed.get('createMeasurement')
  expect(create).toContain("'405': { $ref: '#/components/responses/MethodNotAllowed' }\n        '409':")
})
