import { isIP } from 'node:net'

/** The log levels, from the most to the least verbose. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A TCP port, 0–65535, where 0 picks a free one. Undefined for text that isn't a port. */
export function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined
  const value = Number(text)
  return value <= 65535 ? value : undefined
}

/** An IP address or a host name to listen on (no scheme, no port), or undefined. */
export function parseHost(text: string): string | undefined {
  if (isIP(text) !== 0) return text
  const labels = text.split('.')
  const isHostName = labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i.test(label))
  // Names of only digits and dots (`127.0.0`) are mistyped addresses: resolvers complete them in surprising ways.
  return isHostName && text.length <= 253 && !/^[\d.]+$/.test(text) ? text : undefined
}

/** Origins as browsers send them in `Origin`, separated by commas, or undefined if one isn't exact. */
export function parseOrigins(text: string): readonly string[] | undefined {
  return parseList(text, parseOrigin)
}

/** One origin, or undefined if it isn't exact. */
function parseOrigin(text: string): string | undefined {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text ? text : undefined
}

/** An absolute `http` or `https` URL without credentials, query or fragment, and without a trailing slash. */
export function parsePublicUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  if (url.username !== '' || url.password !== '' || /[?#]/.test(text)) return undefined
  return url.href.replace(/\/+$/, '')
}

/** Addresses and CIDR blocks of IPv4 and IPv6, separated by commas, or undefined if one is neither. */
export function parseNetworks(text: string): readonly string[] | undefined {
  return parseList(text, (item) => {
    const [address = '', bits, ...excess] = item.split('/')
    const version = address.includes('%') ? 0 : isIP(address)
    if (version === 0 || excess.length > 0) return undefined
    if (bits === undefined) return item
    return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128) ? item : undefined
  })
}

/** Creates a parser for one of these words, in any letter case. It returns undefined for any other text. */
export function wordParser<const W extends string>(words: readonly W[]): (text: string) => W | undefined {
  return (text) => words.find((candidate) => candidate === text.toLowerCase())
}

function parseList(text: string, parse: (item: string) => string | undefined): readonly string[] | undefined {
  const items: string[] = []
  for (const part of text.split(',')) {
    const trimmed = part.trim()
    if (trimmed === '') continue
    const item = parse(trimmed)
    if (item === undefined) return undefined
    if (!items.includes(item)) items.push(item)
  }
  return items
}
