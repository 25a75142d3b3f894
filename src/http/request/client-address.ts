import { BlockList, isIP } from 'node:net'

/** A hop in brackets, with a port, or both: some proxies, such as Azure's, add a port. */
const bracketsOrPort = /^(?:\[(?<ipv6>[^\]]*)\](?::\d+)?|(?<ipv4>[\d.]+):\d+)$/

/** The eight groups of an IPv6 address, whose last two may be written as an IPv4 address. */
function groupsOf(address: string): number[] {
  const hex = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [left = [], right = []] = hex
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))))
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right]
}

/** The IPv4 address in an IPv4-mapped IPv6 address, however it is written; any other address unchanged. */
function unmapIpv4(address: string): string {
  if (isIP(address) !== 6) return address
  const groups = groupsOf(address)
  if (groups[5] !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return address
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

/** The address in an item of `X-Forwarded-For`. */
function addressOfHop(hop: string): string {
  const { ipv4, ipv6 } = bracketsOrPort.exec(hop)?.groups ?? {}
  return unmapIpv4(ipv4 ?? ipv6 ?? hop)
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
      const hop = addressOfHop(hops.pop()?.trim() ?? '')
      if (isIP(hop) === 0) break
      client = hop
    }
    return client
  }
}

/** The key for rate limits: an IPv4 address, or the /64 network of one IPv6 client. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const network = groupsOf(address).slice(0, 4)
  return `${network.map((group) => group.toString(16)).join(':')}::/64`
}
