import { expect } from 'bun:test'
import { nodeOf } from '#tests/support/contract.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { fieldProblemsOf, type Problem } from '../expect-rejected.ts'
import type { ContractRequest } from './request.ts'

/** The field problems of rules that no schema can express. */
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

/** The errors of a valid request that depend on existing data or on the caller. */
const beyondContracts = new Set([401, 403, 404, 409, 410, 412, 428])

const maxBodyBytes = 1024 * 1024

/** Asserts that a corrupted request was rejected only for its corruption. */
export function expectFault(
  { pointer, code }: NonNullable<ContractRequest['fault']>,
  response: TestResponse,
  raw: string,
): void {
  if (response.status === 401) return
  if (response.status === 413 && Buffer.byteLength(raw) > maxBodyBytes) return
  const failure = `pointer ${pointer} ${code}`
  if (/^\/mutations\/\d/.test(pointer)) {
    // Reported in the mutation's own result, unless the push was for another database.
    if (response.status === 410) return
    expect(response.status, response.text).toBe(200)
    expect(fieldProblemsOf(response)).toContain(failure)
  } else expect([response.status, fieldProblemsOf(response)], response.text).toEqual([422, [failure]])
}

/** Operations whose response differs from the body that was sent: a report, or more members than were set. */
const returnsMore: ReadonlySet<string> = new Set([
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
export function expectServed(id: string, response: TestResponse, raw: string | undefined): void {
  const { status, text } = response
  if ((status >= 300 && status < 400) || beyondContracts.has(status)) return
  if (status < 300) {
    if (raw !== undefined && text !== '' && !returnsMore.has(id))
      expectReturned(JSON.parse(raw), JSON.parse(text), '')
    return
  }
  const { code, errors = [] }: Problem = JSON.parse(text)
  const isAllowed =
    code === 'idempotency_key_reused' ||
    (errors.length > 0 && errors.every((error) => beyondSchemas.has(error.code)))
  expect(status === 422 && isAllowed, `${status} to ${raw}: ${text}`).toBe(true)
}

/**
 * Parts of the body that a response omits or changes: tokens instead of passwords, muscles in a different
 * order.
 */
const notReturned = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'device',
  'refreshToken',
  'email',
  'engagement',
])

/** Asserts that the response contains what was sent: every number and string, and instants to the millisecond. */
function expectReturned(sent: unknown, received: unknown, place: string): void {
  if (Array.isArray(sent)) {
    expect(Array.isArray(received) && received.length, place).toBe(sent.length)
    if (Array.isArray(received))
      sent.forEach((item, index) => {
        expectReturned(item, received[index], `${place}/${index}`)
      })
  } else if (typeof sent === 'object' && sent !== null) {
    const members = nodeOf(received)
    // Some responses, such as that to a registration, contain tokens instead of what was sent.
    if ('accessToken' in members) return
    for (const [name, member] of Object.entries(sent)) {
      if (notReturned.has(name) || (name === 'revision' && place === '')) continue
      expectReturned(member, members[name], `${place}/${name}`)
    }
  } else if (typeof sent === 'string' && /^\d{4}-\d\d-\d\dT/.test(sent)) {
    expect(Date.parse(String(received)), place).toBe(Date.parse(sent))
  } else expect(received, place).toBe(isOmitted(sent, place) ? undefined : sent)
}

/** Null removes a member, and `confirmed: false` is omitted. */
function isOmitted(sent: unknown, place: string): boolean {
  return sent === null || (sent === false && place.endsWith('/confirmed'))
}
