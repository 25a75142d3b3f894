import type { Replog } from '#client/index.ts'

/** The client's collections by kind of resource. */
export const collections = {
  workout: 'workouts',
  exercise: 'exercises',
  measurement: 'measurements',
  program: 'programs',
  run: 'runs',
} as const

export type Kind = keyof typeof collections

export const kinds: readonly Kind[] = ['workout', 'exercise', 'measurement', 'program', 'run']

/** The content of a resource: the text of each field that schedules change, and `exists` for each item that exists. */
export type Registers = ReadonlyMap<string, string>

/** The text for an item that exists. */
export const exists = 'exists'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = {
  workout: ['name', 'notes'],
  exercise: ['name', 'cues'],
  measurement: ['value', 'notes'],
  program: ['name', 'notes'],
  run: [],
  entry: ['notes'],
  set: ['notes', 'reps', 'weight', 'in'],
} as const

/** The registers of a resource as a client or the server returns it; empty if it doesn't exist. */
export function registersOf(kind: Kind, value: object | undefined): Registers {
  const registers = new Map<string, string>()
  if (!value) return registers
  const resource: Fields = { ...value }
  if (resource.deletedAt !== undefined) return registers
  addItem(registers, '', fieldsOf[kind], resource)
  for (const entry of listOf(resource.exercises)) {
    addItem(registers, `entry ${entry.id}`, fieldsOf.entry, entry)
    for (const set of listOf(entry.sets))
      addItem(registers, `set ${set.id}`, fieldsOf.set, { ...set, in: entry.id })
  }
  for (const decision of listOf(resource.decisions))
    addItem(registers, `decision ${decision.id}`, [], decision)
  return registers
}

function addItem(
  registers: Map<string, string>,
  item: string,
  names: readonly string[],
  fields: Fields,
): void {
  if (registers.has(item)) throw new Error(`${item} occurs twice`)
  registers.set(item, exists)
  for (const name of names) {
    const value = fields[name]
    if (value !== undefined) registers.set(`${item}.${name}`, JSON.stringify(value))
  }
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value : []
}

/** The item that a register belongs to. It is empty for the resource itself. */
export function itemOf(register: string): string {
  return register.split('.')[0] ?? ''
}

/** The registers of all resources that a page shows, by keys such as `workout <id>`. */
export function shownBy(replog: Replog): Map<string, Registers> {
  const byResource = new Map<string, Registers>()
  for (const kind of kinds) {
    for (const item of replog[collections[kind]].list())
      byResource.set(`${kind} ${item.id}`, registersOf(kind, item))
  }
  return byResource
}
