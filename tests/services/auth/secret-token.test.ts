import { expect, test } from 'bun:test'
import { newId } from '#lib/new-id.ts'
import { newSecretToken, secretTokenHash, successorOf, userOfToken } from '#services/auth/secret-token.ts'

const key = new Uint8Array(32).fill(1)
const tokenPattern = /^[A-Za-z0-9_-]{43}$/
const ada = newId()

test('tokens and their successors are 256 bits in base64url', () => {
  const token = newSecretToken(ada)
  expect(token).toMatch(tokenPattern)
  expect(successorOf(token, ada, key)).toMatch(tokenPattern)
})

test('tokens are unique', () => {
  const tokens = Array.from({ length: 1000 }, () => newSecretToken(ada))
  expect(new Set(tokens).size).toBe(1000)
})

test('equal tokens and keys have equal successors, different ones different successors', () => {
  const token = newSecretToken(ada)
  expect(successorOf(token, ada, key)).toBe(successorOf(token, ada, key))
  expect(successorOf(newSecretToken(ada), ada, key)).not.toBe(successorOf(token, ada, key))
  expect(successorOf(token, ada, new Uint8Array(32).fill(2))).not.toBe(successorOf(token, ada, key))
})

test('a token and its successors contain the user id', () => {
  const token = newSecretToken(ada)
  expect(userOfToken(token)).toBe(ada)
  expect(userOfToken(successorOf(token, ada, key))).toBe(ada)
})

test('the hash of a token is SHA-256', () => {
  const digest = Buffer.from(secretTokenHash('abc')).toString('hex')
  expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
