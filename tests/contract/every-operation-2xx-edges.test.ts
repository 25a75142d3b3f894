import { describe, expect, test } from 'bun:test'
import { mismatch } from '#tests/support/contract.ts'
import { bodySchema } from './body-schema.ts'
import { edgesIn, withEdge } from './bounds.ts'
import { isAmong, postsThatStoreNothing } from './exceptions.ts'
import type { Problem } from './expect-rejected.ts'
import { createRepeats, howToRepeat } from './repeats.ts'
import { hasJsonBody, prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const { app } = await startWorld()
const repeatsOf = createRepeats()

/** The field problems of rules that no schema can express, which a body may violate. */
const beyondSchemas = new Set([
  'unknown_exercise',
  'end_before_start',
  'duplicate_id',
  'id_mismatch',
  'exclusive',
  'range',
  'requires',
  'unique',
  'weak_password',
  'duplicate_key',
  'unknown_key',
  'slot_exercise',
  'slot_source',
  'unknown_program',
  'unknown_revision',
  'unknown_workout',
  'unknown_step',
  'unknown_lift',
  'unknown_slot',
  'base_missing',
  'file_malformed_json',
  'file_unknown_format',
])

/** The problems that depend on existing data or on the caller. */
const beyondBodies = new Set([
  'invalid_credentials',
  'session_ended',
  'id_taken',
  'name_taken',
  'email_taken',
  'not_found',
  'epoch_changed',
])

/** Fails if a body that satisfies its schema is rejected for a reason that a schema could express. */
function expectAccepted(status: number, text: string, description: string): void {
  if (status < 300) return
  const { code, errors: fieldProblems = [] }: Problem = JSON.parse(text)
  // The contract limits the bytes of a password only in a description.
  const errors = fieldProblems.filter(({ message }) => !message.includes('1024 bytes'))
  const isAllowed =
    code === 'validation_failed'
      ? errors.every((error) => beyondSchemas.has(error.code))
      : beyondBodies.has(code)
  expect(isAllowed, `${description}: ${text}`).toBe(true)
}

describe('a body at the limits of its schema is accepted, unless it breaks a rule that no schema can express', () => {
  test.each(rowsOf(hasJsonBody))('%s', async (id, operation) => {
    const first = await prepare({ app, ada: await app.register() }, operation)
    const { bodies } = first
    const schema = bodySchema(id)
    const repeats = repeatsOf(id, schema)
    let sent = 0
    let accepted = 0
    for (const [index, sample] of bodies.entries()) {
      for (const edge of edgesIn(schema, sample)) {
        // Other members may rule a value out: a unit is only valid for some kinds of measurements.
        const isPossible = () => mismatch(schema, JSON.parse(withEdge(sample, edge))) === undefined
        if (!repeats.includes(edge, `${edge.copies} ${edge.text}`, isPossible)) continue
        // The previous sample may be used up, and stored training slows down analyses, so each request that
        // stores something gets a new sample and a new user.
        const prepared = isAmong(postsThatStoreNothing, id)
          ? first
          : await prepare({ app, ada: await app.register() }, operation)
        const raw = withEdge(prepared.bodies[index], edge)
        const response = await sendPrepared(app, prepared, { raw })
        expectAccepted(
          response.status,
          response.text,
          `${edge.pointer} = ${edge.text?.slice(0, 100)} (${howToRepeat})`,
        )
        sent++
        if (response.status < 300) accepted++
      }
    }
    if (sent > 0) expect(accepted).toBeGreaterThan(0)
  })
})
