import { type Fault, faults } from './network.ts'
import { type Random, randomOf } from './random.ts'
import type { Kind } from './registers.ts'
import type { StorageKind } from './storage.ts'

/** The properties of a device. */
export interface DeviceSpec {
  readonly storage: StorageKind
  /** Whether it syncs by itself. */
  readonly auto: boolean
  readonly hasLocks: boolean
  /** The days that its clock is ahead. */
  readonly skewDays: number
  readonly hasSmallPages: boolean
  /** Whether it can be used without an account. */
  readonly hasGuests?: boolean
}

/** The possible changes to a workout. */
const changes = [
  'name',
  'notes',
  'add_set',
  'reps',
  'weight',
  'set_notes',
  'drop_set',
  'swap_sets',
  'move_set',
  'add_entry',
  'entry_notes',
  'drop_entry',
  'swap_entries',
] as const

export type Change = (typeof changes)[number]

type Bit = 0 | 1
interface OnPage {
  readonly device: number
  readonly tab: Bit
}

type Step<Name extends string, Fields> = Name extends unknown
  ? { readonly do: Name } & Readonly<Fields>
  : never

/**
 * One step of a schedule. Its numbers choose among the existing pages and resources, so that the step can be performed
 * even if earlier steps are removed.
 */
export type Command =
  | Step<'edit' | 'put_held', OnPage & { workout: number; change: Change; at: number }>
  | Step<'hold' | 'put_invalid', OnPage & { workout: number }>
  | Step<'use', OnPage & { workout: number; exercise: number }>
  | Step<'exercise' | 'measure' | 'program', OnPage & { at: number; field: Bit }>
  | Step<'decide', OnPage & { at: number; field: Bit; choice?: number }>
  | Step<'train', OnPage & { at: number; day: Bit }>
  | Step<'delete', OnPage & { kind: Kind; at: number }>
  | Step<'sync' | 'discard' | 'retry' | 'open' | 'close', OnPage>
  | Step<'kill', OnPage & { writes: number }>
  | Step<'log_in', OnPage & { user: Bit }>
  | Step<'log_out', OnPage & { discard: boolean }>
  | Step<'online' | 'offline' | 'make_room' | 'forge', { device: number }>
  | Step<'fill', { device: number; room: number }>
  | Step<'corrupt', { device: number; at: number }>
  | Step<'clock', { device: number; days: number }>
  | Step<'fault', { device: number; fault: Fault }>
  | Step<'step', { choices: readonly number[]; atOnce: boolean }>
  | Step<'rest' | 'restart' | 'backup' | 'restore' | 'collect', unknown>
  | Step<'wait', { seconds: number }>
  | Step<'revoke', { user: Bit }>
  | Step<'plain_edit', { workout: number; change: Change; at: number }>
  | Step<'plain_delete', { workout: number }>

/** The steps of a run of the model, and the devices that perform them. */
export interface Schedule {
  readonly devices: readonly DeviceSpec[]
  readonly commands: readonly Command[]
}

type Name = Command['do']

/**
 * The relative frequency of each kind of step. A schedule excludes some kinds at random, so that the remaining ones
 * coincide more often.
 */
const weights: readonly (readonly [Name, number])[] = [
  ['edit', 40],
  ['hold', 4],
  ['put_held', 5],
  ['use', 4],
  ['put_invalid', 1],
  ['exercise', 5],
  ['measure', 6],
  ['program', 5],
  ['decide', 8],
  ['train', 5],
  ['delete', 5],
  ['sync', 14],
  ['step', 30],
  ['rest', 8],
  ['discard', 1],
  ['retry', 1],
  ['open', 4],
  ['close', 2],
  ['kill', 4],
  ['log_in', 3],
  ['log_out', 2],
  ['online', 5],
  ['offline', 4],
  ['fill', 2],
  ['make_room', 2],
  ['corrupt', 1],
  ['clock', 3],
  ['fault', 14],
  ['forge', 1],
  ['wait', 4],
  ['revoke', 1],
  ['plain_edit', 4],
  ['plain_delete', 1],
]

/** Steps that need a database file. */
const fileSteps: readonly Name[] = ['backup', 'restore']
/** Steps that affect every user of the server. */
const serverSteps: readonly Name[] = ['restart', 'backup', 'restore', 'collect']

/**
 * Sequences of steps that random schedules rarely contain, but that are needed to observe restarts, restores and
 * expiry. Other steps may come in between.
 */
const sequences: readonly (readonly Name[])[] = [
  ['restart', 'restart'],
  ['backup', 'edit', 'sync', 'rest', 'restore'],
  ['edit', 'sync', 'backup', 'sync', 'delete', 'sync', 'rest', 'restore', 'sync', 'restore'],
  ['sync', 'rest', 'offline', 'delete', 'sync', 'rest', 'collect'],
  ['edit', 'sync', 'rest', 'collect'],
]

/** The steps that every schedule includes. */
const alwaysIncluded: readonly Name[] = ['edit', 'sync', 'step', 'rest']

/** Whether a schedule can't share a server with others. */
export function needsOwnServer({ commands }: Schedule): boolean {
  return commands.some((command) => serverSteps.includes(command.do))
}

/** The schedule without backups or restores, which nodes with a shared database don't support. */
export function withoutBackups(schedule: Schedule): Schedule {
  return { ...schedule, commands: schedule.commands.filter((command) => !fileSteps.includes(command.do)) }
}

/** The schedule of a seed. */
export function scheduleOf(seed: number): Schedule {
  const random = randomOf(seed)
  const sequence = random.chance(0.12) ? random.of(sequences) : []
  const included = weights.filter(
    ([name]) => alwaysIncluded.includes(name) || random.chance(sequence.length > 0 ? 0.3 : 0.55),
  )
  const total = included.reduce((sum, [, weight]) => sum + weight, 0)
  const choose = (): Name => {
    let remaining = random.below(total)
    for (const [name, weight] of included) {
      remaining -= weight
      if (remaining < 0) return name
    }
    return 'rest'
  }
  const devices = Array.from({ length: random.of([1, 2, 2, 2, 3, 3]) }, () => deviceOf(random))
  const size: Size = {
    devices: devices.length,
    workouts: random.of([1, 1, 2, 3]),
    hasTabs: random.chance(0.4),
  }
  const length = 3 + random.below(random.of([10, 25, 45]))
  const commands = Array.from({ length }, () => commandOf(choose(), random, size))
  let position = 0
  for (const name of sequence) {
    position += random.below(commands.length - position + 1)
    commands.splice(position++, 0, commandOf(name, random, size))
  }
  return { devices, commands }
}

function deviceOf(random: Random): DeviceSpec {
  const storage = random.of<StorageKind>(['web', 'slow'])
  return {
    storage,
    auto: random.chance(0.3),
    // Without locks the client uses leases, which need a storage that writes immediately.
    hasLocks: storage === 'slow' || random.chance(0.75),
    skewDays: random.of([0, 0, 0, 0.001, 3650, -3650, 1, -1]),
    hasSmallPages: random.chance(0.4),
    hasGuests: random.chance(0.35),
  }
}

interface Size {
  readonly devices: number
  readonly workouts: number
  readonly hasTabs: boolean
}

function commandOf(name: Name, random: Random, { devices, workouts, hasTabs }: Size): Command {
  const device = random.below(devices)
  const tab: Bit = hasTabs && random.chance(0.4) ? 1 : 0
  const page = { device, tab }
  const workout = random.below(workouts)
  const at = random.below(12)
  const bit = (): Bit => (random.chance(0.5) ? 1 : 0)
  switch (name) {
    case 'edit':
    case 'put_held':
      return { do: name, ...page, workout, change: random.of(changes), at }
    case 'hold':
    case 'put_invalid':
      return { do: name, ...page, workout }
    case 'use':
      return { do: name, ...page, workout, exercise: random.below(2) }
    case 'exercise':
    case 'measure':
    case 'program':
      return { do: name, ...page, at: random.below(2), field: bit() }
    case 'decide':
      return { do: name, ...page, at: random.below(2), field: bit(), choice: random.below(12) }
    case 'train':
      return { do: name, ...page, at: random.below(2), day: bit() }
    case 'delete':
      return {
        do: name,
        ...page,
        kind: random.of<Kind>(['workout', 'workout', 'exercise', 'measurement', 'program', 'run']),
        at: random.below(2),
      }
    case 'kill':
      return { do: name, ...page, writes: random.below(6) }
    case 'log_in':
      return { do: name, ...page, user: bit() }
    case 'log_out':
      return { do: name, ...page, discard: random.chance(0.3) }
    case 'fill':
      return { do: name, device, room: random.below(1500) }
    case 'corrupt':
      return { do: name, device, at: random.below(30) }
    case 'clock':
      return { do: name, device, days: random.of([3650, -3650, 0, 1, -1, 0.01]) }
    case 'fault':
      return { do: name, device, fault: random.of(faults) }
    case 'step':
      return {
        do: name,
        choices: Array.from({ length: 1 + random.below(5) }, () => random.below(6)),
        atOnce: random.chance(0.2),
      }
    case 'wait':
      return { do: name, seconds: random.of([1, 60, 1000, 86_400, 7_776_000, 31_536_000]) }
    case 'revoke':
      return { do: name, user: bit() }
    case 'plain_edit':
      return { do: name, workout, change: random.of(changes), at }
    case 'plain_delete':
      return { do: name, workout }
    case 'rest':
    case 'restart':
    case 'backup':
    case 'restore':
    case 'collect':
      return { do: name }
    case 'online':
    case 'offline':
    case 'make_room':
    case 'forge':
      return { do: name, device }
    default:
      return { do: name, ...page }
  }
}

/** A schedule as text, one line per step, which {@link parse} reads. */
export function print({ devices, commands }: Schedule): string {
  const lines = (items: readonly object[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
  return `{ "devices": [\n${lines(devices)}\n  ], "commands": [\n${lines(commands)}\n  ] }`
}

/** Reads what {@link print} wrote. */
export function parse(text: string): Schedule {
  return JSON.parse(text)
}
