import { expect, test } from 'bun:test'
import { cyclesOf } from './cycles.ts'
import { knownViolations } from './known-violations.ts'
import { type Import, imports } from './source-files.ts'

/**
 * The layers that each layer may import in addition to itself. A layer is a folder or a file directly in
 * src. Two subfolders are separate layers: `db/engine`, and `http/validation`, which is independent of
 * requests. Of the generated files, the contract's types are a layer (`types`) that almost all others may
 * import; the operations belong to `http`, the client to `client`, and the schemas to `http/validation`.
 */
const allowedImports: Readonly<Record<string, readonly string[]>> = {
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

/** Whether a layer may import the contract's types; `allowedImports` does not list them. */
const mayImportTypes = (layer: string) => !['lib', 'config', 'db/engine', 'types'].includes(layer)

function layerOf(file: string): string {
  if (file === 'generated/types.ts') return 'types'
  if (file === 'generated/client.ts') return 'client'
  if (file === 'generated/schemas.ts' || file.startsWith('src/http/validation/')) return 'http/validation'
  if (file.startsWith('generated/')) return 'http'
  if (file.startsWith('src/db/engine/')) return 'db/engine'
  return file.split('/')[1]?.replace(/\.tsx?$/, '') ?? file
}

function isAllowed({ from, to }: Import): boolean {
  const [layer, other] = [layerOf(from), layerOf(to)]
  if (layer === other || (other === 'types' && mayImportTypes(layer))) return true
  return allowedImports[layer]?.includes(other) ?? false
}

const describeImport = ({ from, to }: Import) => `${from} -> ${to}`
const isKnown = (violation: string) => knownViolations.includes(violation)

test('a file imports only from its own layer and the layers that its layer may import', () => {
  const violations = imports.filter((imported) => !isAllowed(imported)).map(describeImport)
  expect(violations.filter((violation) => !isKnown(violation))).toEqual([])
})

test('files have no import cycles', () => {
  const cycles = cyclesOf(imports).map((files) => files.join(' <-> '))
  expect(cycles.filter((cycle) => !isKnown(cycle))).toEqual([])
})

test('the allowed imports of layers have no cycles', () => {
  const allowed = Object.entries(allowedImports).flatMap(([from, others]) =>
    others.map((to) => ({ from, to })),
  )
  expect(cyclesOf(allowed)).toEqual([])
})

test('cyclesOf finds cycles of any length', () => {
  const chain = (...files: string[]) => files.slice(1).map((to, index) => ({ from: files[index] ?? '', to }))
  expect(cyclesOf(chain('a', 'b', 'c'))).toEqual([])
  expect(cyclesOf(chain('a', 'b', 'a'))).toEqual([['a', 'b']])
  expect(cyclesOf([...chain('a', 'b', 'c', 'd', 'b'), ...chain('x', 'y', 'x')])).toEqual([
    ['b', 'c', 'd'],
    ['x', 'y'],
  ])
})
