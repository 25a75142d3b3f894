import { ProblemError } from '../response/problem-error.ts'

/** A name and its value as written in the query: the name decoded, the value not yet. */
export type QueryPair = readonly [name: string, value: string]

/**
 * Decodes form-encoded text: `+` is a space, `%` must be followed by two hex digits, and the decoded bytes must be
 * UTF-8 (https://url.spec.whatwg.org/#urlencoded-parsing, without its replacement characters). Otherwise 400.
 */
export function decodeForm(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

/** Decodes percent-encoded UTF-8, once; 400 for anything that isn't. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw ProblemError.of(400, 'malformed_request', 'The URL is not valid percent-encoded UTF-8.')
  }
}

/**
 * Splits a query into its pairs, in order and including duplicates. Values stay encoded, because lists
 * are split at their commas first.
 */
export function queryPairs(query: string): QueryPair[] {
  const pairs: QueryPair[] = []
  if (query === '') return pairs
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals === -1) pairs.push([decodeForm(part), ''])
    else pairs.push([decodeForm(part.slice(0, equals)), part.slice(equals + 1)])
  }
  return pairs
}
