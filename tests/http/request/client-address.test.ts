import { expect, test } from 'bun:test'
import { clientAddressReader, networkOf } from '#http/request/client-address.ts'

const table: [name: string, trusted: string[], peer: string, forwarded: string | null, client: string][] = [
  ['the socket, without proxies', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['the socket, if it is not a proxy', ['10.0.0.0/8'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['the address from the proxy', ['10.0.0.1'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['not the address forged by the client', ['10.0.0.1'], '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  [
    'the address before a chain of proxies',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '1.1.1.1, 198.51.100.1, 10.2.3.4',
    '198.51.100.1',
  ],
  ['the proxy, if it sends no address', ['10.0.0.1'], '10.0.0.1', null, '10.0.0.1'],
  ['the proxy, if it sends no valid address', ['10.0.0.1'], '10.0.0.1', 'unknown', '10.0.0.1'],
  ['the first proxy, if all addresses are proxies', ['10.0.0.0/8'], '10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ['an IPv6 address', ['fd00::/8'], 'fd00::1', '2001:db8::7', '2001:db8::7'],
  [
    'an IPv4 address on an IPv6 socket',
    ['127.0.0.1'],
    '::ffff:127.0.0.1',
    '::ffff:198.51.100.1',
    '198.51.100.1',
  ],
  [
    'an IPv4 address in hexadecimal IPv6',
    ['10.0.0.1'],
    '::ffff:a00:1',
    '0:0::FFFF:c633:6401',
    '198.51.100.1',
  ],
  [
    'an IPv6 address that only looks mapped',
    ['10.0.0.1'],
    '10.0.0.1',
    '1::ffff:c633:6401',
    '1::ffff:c633:6401',
  ],
  ['an IPv4 address, without its port', ['10.0.0.1'], '10.0.0.1', '198.51.100.1:51234', '198.51.100.1'],
  ['an IPv6 address, without its port', ['10.0.0.1'], '10.0.0.1', '[2001:db8::7]:51234', '2001:db8::7'],
  ['an IPv6 address, without brackets', ['10.0.0.1'], '10.0.0.1', '[2001:db8::7]', '2001:db8::7'],
  ['the proxy, if it sends no valid address in brackets', ['10.0.0.1'], '10.0.0.1', '[x]:1', '10.0.0.1'],
  ['local, without a socket', ['127.0.0.1'], 'local', '198.51.100.1', 'local'],
]

test.each(table)('the client address is %s', (_, trusted, peer, forwarded, client) => {
  expect(clientAddressReader(trusted)(peer, forwarded)).toBe(client)
})

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', '::/129', ''])(
  'the proxy %p is rejected',
  (proxy) => {
    expect(() => clientAddressReader([proxy])).toThrow('CIDR')
  },
)

const networks: [address: string, network: string][] = [
  ['198.51.100.1', '198.51.100.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
  ['1::3:4:5:6:7:8', '1:0:3:4::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8:1:2:3:4:198.51.100.1', '2001:db8:1:2::/64'],
  ['local', 'local'],
]

test.each(networks)('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
