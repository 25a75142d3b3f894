import { freeDictionaries, isGuessable } from '#services/auth/password/strength.ts'

// `bun tests/services/auth/password/rate-twice.ts`: rates a password, frees the dictionaries, waits until the system
// has their memory back, and rates another one. Prints the ratings.

/** Less than what the dictionaries take, in bytes. */
const dictionaryBytes = 25 * 1024 * 1024

const first = await isGuessable('password1234', [])
const loaded = process.memoryUsage.rss()
freeDictionaries()
while (process.memoryUsage.rss() > loaded - dictionaryBytes) await new Promise(setImmediate)
process.stdout.write(`${first} ${await isGuessable('password1234', [])}`)
