import { itemOf, type Registers, there } from './registers.ts'

/** Somebody changed a resource. */
export interface Write {
  readonly id: number
  /** The device and the user, or whoever else it was. */
  readonly by: string
  /** As in `workout <id>`. */
  readonly resource: string
  /** What it put into registers. */
  readonly puts: Registers
  /** Items that it took away; the empty one is the resource itself. */
  readonly drops: ReadonlySet<string>
  /** The writes of this resource that its author had seen. */
  readonly past: ReadonlySet<number>
  /**
   * - `open`: not answered yet
   * - `kept`: acknowledged
   * - `maybe`: nobody knows: the page died, or what was not sent was given up
   * - `failed`: refused, so that nothing of it may ever be seen
   */
  state: 'open' | 'kept' | 'maybe' | 'failed'
}

/** What a write changed. */
export function difference(before: Registers, after: Registers): Pick<Write, 'puts' | 'drops'> {
  const puts = new Map([...after].filter(([register, text]) => before.get(register) !== text))
  const drops = [...before].filter(([register, text]) => text === there && !after.has(register))
  return { puts, drops: new Set(drops.map(([item]) => item)) }
}

/** Whether it made or changed an item; the resource itself is changed by all that doesn't take it away. */
export function touches({ puts, drops }: Write, item: string): boolean {
  return item === '' ? !drops.has('') : [...puts.keys()].some((register) => itemOf(register) === item)
}

/**
 * Whether it made an item, or changed it such that others can tell that they have seen it: then the item may not be lost. What was taken away
 * again, knowingly, holds nothing: nobody can tell any more that it was there.
 */
export function claims(write: Write, item: string, all: readonly Write[]): boolean {
  return [...write.puts].some(([register, text]) => {
    const own = itemOf(register)
    const isIn = item === '' || own === item
    const isMark = isSigned(register, text) || register === item
    return isIn && isMark && !all.some((drop) => own !== item && dropsKnowing(drop, own, write))
  })
}

/** Whether it may have taken away what a register is of. */
export function mayDrop({ state, drops }: Write, register: string): boolean {
  return state !== 'failed' && (drops.has('') || drops.has(itemOf(register)))
}

/** Whether it took away an item after it had seen another write. */
export function dropsKnowing(drop: Write, item: string, { id }: Write): boolean {
  return drop.state !== 'failed' && drop.drops.has(item) && drop.past.has(id)
}

/** Whether it took away an item of which it had seen a text that may have won against what another write made of it. */
export function dropsKnowingLater(drop: Write, item: string, lost: Write, all: readonly Write[]): boolean {
  if (drop.state === 'failed' || !drop.drops.has(item)) return false
  const made = [...lost.puts.keys()].filter((register) => item === '' || itemOf(register) === item)
  const isBeaten = (register: string) =>
    all.some((one) => one !== lost && drop.past.has(one.id) && one.puts.has(register))
  return made.every(isBeaten)
}

/** Whether the text of a register tells who wrote it: an item that exists, or a set's place, is the same for many. */
export function isSigned(register: string, text: string): boolean {
  return text !== there && text !== '[]' && !register.endsWith('.in')
}
