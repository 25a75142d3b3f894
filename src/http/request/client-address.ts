import { BlockList, isIP } from 'node:net'

const ipv4Mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** The IPv4 address in an IPv4-mapped IPv6 address; any other address unchanged. */
function unmapIpv4(address: string): string {
  return ipv4Mapped.exec(address)?.[1] ?? address
}

function blockListOf(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const version = isIP(address)
    const maxBits = version === 4 ? 32 : 128
    const bits = prefix === undefined ? maxBits : Number(prefix)
    if (version === 0 || prefix === '' || !Number.isInteger(bits) || bits < 0 || bits > maxBits) {
      throw new Error(`A trusted proxy must be an IP address or a network in CIDR notation, not ${proxy}`)
    }
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/**
 * Finds the address that a request comes from: the socket's or, behind trusted proxies (addresses or CIDR
 * networks), the right-most address in `X-Forwarded-For` that isn't one of them. Addresses further left
 * may be forged.
 */
export function clientAddressReader(
  trustedProxies: readonly string[],
): (peer: string, forwardedFor: string | null) => string {
  if (trustedProxies.length === 0) return (peer) => unmapIpv4(peer)
  const trusted = blockListOf(trustedProxies)
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
  return (peer, forwardedFor) => {
    let client = unmapIpv4(peer)
    const hops = forwardedFor === null ? [] : forwardedFor.split(',')
    while (isIP(client) !== 0 && isTrusted(client)) {
      const hop = unmapIpv4(hops.pop()?.trim() ?? '')
      if (isIP(hop) === 0) break
      client = hop
    }
    return client
  }
}

/** The key for rate limits: an IPv4 address, or the /64 network of one IPv6 client. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = new Array(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = tail === undefined ? left : [...left, ...zeros, ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
