import { expect, test } from 'bun:test'
import { problemBody } from '#http/response/problem.ts'

test.each([
  ['not_found', 'Not found'],
  ['id_taken', 'ID taken'],
  ['malformed_json', 'Malformed JSON'],
  ['revision_mismatch', 'Revision mismatch'],
] as const)('the title of %s is "%s"', (code, title) => {
  expect(problemBody(400, { code, detail: '' }, '/api', 'request').title).toBe(title)
})
