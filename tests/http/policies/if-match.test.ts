import { beforeEach, expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { jsonBody, notesApp } from '../notes/serve.ts'

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const { send, notes } = notesApp()

beforeEach(() => {
  notes.clear()
  notes.set(id, { id, title: 'before', owner: 'ada', revision: 3 })
})

const putNote = (ifMatch?: string) =>
  send(
    `/api/notes/${id}`,
    jsonBody('PUT', { title: 'after' }, ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  )

const currentTag = async () => (await send(`/api/notes/${id}`)).headers.get('etag') ?? ''

test('428 without If-Match changes nothing', async () => {
  await expectProblem(await putNote(), 428, 'precondition_required')
  await expectProblem(await send(`/api/notes/${id}`, { method: 'DELETE' }), 428, 'precondition_required')
  expect(notes.get(id)?.title).toBe('before')
})

test('422 takes precedence over 428', async () => {
  const response = await send(`/api/notes/${id}`, jsonBody('PUT', {}))
  expect(fieldProblems(await expectProblem(response, 422, 'validation_failed'))).toEqual(['/title required'])
})

/** Replaces OBJECT with the object key of the note. */
const withObjectKey = async (template: string) => {
  const object = (await currentTag()).split('-')[1] ?? ''
  return template.replaceAll('OBJECT', object)
}

test.each([
  '"2-OBJECT-abc"',
  'W/"3-OBJECT-abc"',
  '"3"',
  '"abc"',
  '"3-abc"',
  '"3-OBJECT"',
  '"03-OBJECT-abc"',
  '"3-other-abc"',
  '"3-OBJECT-abc-d"',
  '"1-OBJECT-a", "2-OBJECT-b"',
  '"9007199254740993-OBJECT-a"',
])('412 for %s, with the current ETag', async (template) => {
  const response = await putNote(await withObjectKey(template))
  await expectProblem(response.clone(), 412, 'revision_mismatch')
  expect(response.headers.get('etag')).toBe(await currentTag())
  expect(notes.get(id)?.title).toBe('before')
})

test('412 for the ETag of another note at the same revision', async () => {
  const other = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02'
  notes.set(other, { id: other, title: 'before', owner: 'ada', revision: 3 })
  const tag = (await send(`/api/notes/${other}`)).headers.get('etag') ?? ''
  expect(tag).toStartWith('"3-')
  await expectProblem(await putNote(tag), 412, 'revision_mismatch')
  expect(notes.get(id)?.title).toBe('before')
})

test.each(['3-abc', '"3-abc', 'W/3', '"a" "b"', '*, "a"', 'w/"3-a"'])(
  '422 for the malformed If-Match %p',
  async (ifMatch) => {
    const problem = await expectProblem(await putNote(ifMatch), 422, 'validation_failed')
    expect(fieldProblems(problem)).toEqual(['If-Match format'])
  },
)

test.each([
  ['', 'min_length'],
  [`"${'x'.repeat(1023)}"`, 'max_length'],
])('422 for an If-Match that is too long or too short', async (ifMatch, code) => {
  expect(fieldProblems(await expectProblem(await putNote(ifMatch), 422, 'validation_failed'))).toEqual([
    `If-Match ${code}`,
  ])
})

test('200 for the ETag of GET, which is different afterward', async () => {
  const tagBefore = await currentTag()
  const response = await putNote(tagBefore)
  expect(response.status).toBe(200)
  const after = response.headers.get('etag')
  expect(after).toStartWith('"4-')
  expect(after).not.toBe(tagBefore)
  expect(await currentTag()).toBe(after ?? '')
  await expectProblem(await putNote(tagBefore), 412, 'revision_mismatch')
})

test.each(['*', ' * ', '"x", "3-OBJECT-abc"', ',"3-OBJECT-abc",'])('200 for %s', async (template) => {
  expect((await putNote(await withObjectKey(template))).status).toBe(200)
})

test('204 for a delete has no body and no Content-Type', async () => {
  const headers = { 'if-match': await currentTag() }
  const response = await send(`/api/notes/${id}`, { method: 'DELETE', headers })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(response.headers.get('content-type')).toBeNull()
  expect(notes.size).toBe(0)
})
