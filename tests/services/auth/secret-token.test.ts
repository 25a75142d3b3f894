import { expect, test } from 'bun:test'
import { newSecretToken, secretTokenHash, successorOf } from '#services/auth/secret-token.ts'

const key = new Uint8Array(32).fill(1)
const shape = /^[A-Za-z0-9_-]{43}$/

test('tokens and their successors are 256 bits in base64url', () => {
  const token = newSecretToken()
  expect(token).toMatch(shape)
  expect(successorOf(token, key)).toMatch(shape)
})

test('no two tokens are the same', () => {
  const tokens = Array.from({ length: 1000 }, newSecretToken)
  expect(new Set(tokens).size).toBe(1000)
})

test('the successor depends only on the token and the key', () => {
  const token = newSecretToken()
  expect(successorOf(token, key)).toBe(successorOf(token, key))
  expect(successorOf(newSecretToken(), key)).not.toBe(successorOf(token, key))
  expect(successorOf(token, new Uint8Array(32).fill(2))).not.toBe(successorOf(token, key))
})

test('the hash is SHA-256', () => {
  const digest = Buffer.from(secretTokenHash('abc')).toString('hex')
  expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
