import { expect, test } from 'bun:test'
import { cyclesOf } from './cycles.ts'
import { knownViolations } from './known-violations.ts'
import { type Import, imports } from './source-files.ts'

/**
 * What each room may import in addition to itself. A room is a folder or a file directly in src. Two
 * subfolders are separate rooms: `db/engine`, and `http/validation`, which validates values and knows
 * nothing about requests. Of the generated files, the contract's types are a room that almost everything
 * may import; the operations belong to `http`, the client to `client`, and the schemas to
 * `http/validation`.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  main: ['app', 'config', 'server', 'events', 'services', 'db', 'db/engine', 'lib'],
  app: ['config', 'server', 'handlers', 'http', 'events', 'services', 'db', 'db/engine', 'lib'],
  server: ['config', 'http', 'services', 'lib'],
  handlers: ['http', 'events', 'services', 'training', 'interchange', 'catalogue', 'db', 'db/engine', 'lib'],
  commands: ['config', 'services', 'catalogue', 'http/validation', 'db', 'db/engine', 'lib'],
  events: ['services', 'db', 'db/engine', 'lib'],
  services: ['training', 'interchange', 'catalogue', 'db', 'db/engine', 'lib'],
  db: ['training', 'catalogue', 'db/engine', 'lib'],
  interchange: ['training', 'catalogue', 'http/validation', 'lib'],
  catalogue: ['training', 'lib'],
  training: ['lib'],
  http: ['http/validation', 'lib'],
  'http/validation': ['lib'],
  client: ['training', 'catalogue', 'lib'],
  web: ['client', 'training', 'catalogue', 'lib'],
  'db/engine': ['lib'],
  config: ['lib'],
  lib: [],
  types: [],
}

/** The rooms whose imports of the contract's types aren't listed above. */
const knowsTypes = (room: string) => !['lib', 'config', 'db/engine', 'types'].includes(room)

function roomOf(file: string): string {
  if (file === 'generated/types.ts') return 'types'
  if (file === 'generated/client.ts') return 'client'
  if (file === 'generated/schemas.ts' || file.startsWith('src/http/validation/')) return 'http/validation'
  if (file.startsWith('generated/')) return 'http'
  if (file.startsWith('src/db/engine/')) return 'db/engine'
  return file.split('/')[1]?.replace(/\.tsx?$/, '') ?? file
}

function isAllowed({ from, to }: Import): boolean {
  const [room, other] = [roomOf(from), roomOf(to)]
  if (room === other || (other === 'types' && knowsTypes(room))) return true
  return arrows[room]?.includes(other) ?? false
}

const textOf = ({ from, to }: Import) => `${from} -> ${to}`
const isKnown = (violation: string) => knownViolations.includes(violation)

test('a file imports only from folders that its own may import', () => {
  const violations = imports.filter((one) => !isAllowed(one)).map(textOf)
  expect(violations.filter((violation) => !isKnown(violation))).toEqual([])
})

test('files have no import cycles', () => {
  const cycles = cyclesOf(imports).map((files) => files.join(' <-> '))
  expect(cycles.filter((cycle) => !isKnown(cycle))).toEqual([])
})

test('folders have no import cycles', () => {
  const between = Object.entries(arrows).flatMap(([from, others]) => others.map((to) => ({ from, to })))
  expect(cyclesOf(between)).toEqual([])
})

test('cycles of any length are found', () => {
  const chain = (...files: string[]) => files.slice(1).map((to, place) => ({ from: files[place] ?? '', to }))
  expect(cyclesOf(chain('a', 'b', 'c'))).toEqual([])
  expect(cyclesOf(chain('a', 'b', 'a'))).toEqual([['a', 'b']])
  expect(cyclesOf([...chain('a', 'b', 'c', 'd', 'b'), ...chain('x', 'y', 'x')])).toEqual([
    ['b', 'c', 'd'],
    ['x', 'y'],
  ])
})
