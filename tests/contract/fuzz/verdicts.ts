import { expect } from 'bun:test'
import { nodeOf } from '#tests/support/contract.ts'
import type { Received } from '#tests/support/request.ts'
import { fieldProblemsOf, type Problem } from '../expect-rejected.ts'
import type { ContractRequest } from './request.ts'

/** Rules that no schema expresses, by the codes of their field problems. */
const beyondSchemas = new Set([
  'unknown_exercise',
  'unknown_program',
  'unknown_workout',
  'unknown_step',
  'unknown_lift',
  'unknown_slot',
  'unknown_revision',
  'unknown_key',
  'duplicate_key',
  'slot_source',
  'slot_exercise',
  'base_missing',
  'file_malformed_json',
  'file_unknown_format',
  'use_assistance',
  'end_before_start',
  'duplicate_id',
  'id_mismatch',
  'exclusive',
  'range',
  'requires',
  'unique',
  'weak_password',
  'invalid_cursor',
  'reused',
])

/** Possible failures of a valid request, depending on existing data and on the caller. */
const beyondContracts = new Set([401, 403, 404, 409, 410, 412, 428])

const bodyLimit = 1024 * 1024

/** Asserts that a corrupted request was rejected only for its corruption. */
export function expectFault(
  { pointer, code }: NonNullable<ContractRequest['fault']>,
  response: Received,
  raw: string,
): void {
  if (response.status === 401) return
  if (response.status === 413 && Buffer.byteLength(raw) > bodyLimit) return
  const failure = `pointer ${pointer} ${code}`
  if (/^\/mutations\/\d/.test(pointer)) {
    // Reported in the mutation's own result, unless the push was for another database.
    if (response.status === 410) return
    expect(response.status, response.text).toBe(200)
    expect(fieldProblemsOf(response)).toContain(failure)
  } else expect([response.status, fieldProblemsOf(response)], response.text).toEqual([422, [failure]])
}

/** Operations whose response differs from the body that was sent: a report, or more members than were set. */
const answersMore: ReadonlySet<string> = new Set([
  'chooseProgression',
  'commitImport',
  'convertProgram',
  'createProgramFromWorkout',
  'createRun',
  'decideRun',
  'planProgram',
  'previewProgram',
  'pushMutations',
  'recommendWorkout',
  'replaceLandmarks',
  'replaceRun',
  'reportSoreness',
  'simulateWorkout',
  'startRunWorkout',
])

/**
 * Asserts that a valid request succeeded and returned what was sent, or violated a rule that no schema
 * expresses.
 */
export function expectServed(id: string, response: Received, raw: string | undefined): void {
  const { status, text } = response
  if ((status >= 300 && status < 400) || beyondContracts.has(status)) return
  if (status < 300) {
    if (raw !== undefined && text !== '' && !answersMore.has(id))
      expectKept(JSON.parse(raw), JSON.parse(text), '')
    return
  }
  const { code, errors = [] }: Problem = JSON.parse(text)
  const excused =
    code === 'idempotency_key_reused' ||
    (errors.length > 0 && errors.every((error) => beyondSchemas.has(error.code)))
  expect(status === 422 && excused, `${status} to ${raw}: ${text}`).toBe(true)
}

/**
 * Parts of the body that a response omits or changes: tokens instead of passwords, muscles in a different
 * order.
 */
const notGivenBack = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'device',
  'refreshToken',
  'email',
  'engagement',
])

/** Asserts that the response contains what was sent: every number and text, instants to the millisecond. */
function expectKept(sent: unknown, got: unknown, place: string): void {
  if (Array.isArray(sent)) {
    expect(Array.isArray(got) && got.length, place).toBe(sent.length)
    if (Array.isArray(got))
      sent.forEach((item, index) => {
        expectKept(item, got[index], `${place}/${index}`)
      })
  } else if (typeof sent === 'object' && sent !== null) {
    const members = nodeOf(got)
    // Responses to registrations and the like contain tokens, not what was sent.
    if ('accessToken' in members) return
    for (const [name, member] of Object.entries(sent)) {
      if (notGivenBack.has(name) || (name === 'revision' && place === '')) continue
      expectKept(member, members[name], `${place}/${name}`)
    }
  } else if (typeof sent === 'string' && /^\d{4}-\d\d-\d\dT/.test(sent)) {
    expect(Date.parse(String(got)), place).toBe(Date.parse(sent))
  } else expect(got, place).toBe(isLeftOut(sent, place) ? undefined : sent)
}

/** Null removes a member, and `confirmed: false` is omitted. */
function isLeftOut(sent: unknown, place: string): boolean {
  return sent === null || (sent === false && place.endsWith('/confirmed'))
}
