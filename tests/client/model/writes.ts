import { itemOf, type Registers, there } from './registers.ts'

/** A change that someone made to a resource. */
export interface Write {
  readonly id: number
  /** The user and device, or another author. A guest's writes become those of the user who signs in. */
  by: string
  /** For example `workout <id>`. */
  readonly resource: string
  /** The register values that it wrote. */
  readonly puts: Registers
  /** Items that it removed; the empty one is the resource itself. */
  readonly drops: ReadonlySet<string>
  /** The writes of this resource that its author had seen. */
  readonly past: ReadonlySet<number>
  /**
   * - `open`: not settled yet
   * - `kept`: acknowledged
   * - `maybe`: unknown, because the page died or unsent changes were discarded
   * - `failed`: refused, so nobody may ever see any of it
   */
  state: 'open' | 'kept' | 'maybe' | 'failed'
}

/** What a write changed. */
export function difference(before: Registers, after: Registers): Pick<Write, 'puts' | 'drops'> {
  const puts = new Map([...after].filter(([register, text]) => before.get(register) !== text))
  const drops = [...before].filter(([register, text]) => text === there && !after.has(register))
  return { puts, drops: new Set(drops.map(([item]) => item)) }
}

/**
 * Whether it created or changed an item. Any change to a resource that doesn't remove it changes the resource
 * itself.
 */
export function touches({ puts, drops }: Write, item: string): boolean {
  return item === '' ? !drops.has('') : [...puts.keys()].some((register) => itemOf(register) === item)
}

/**
 * Whether it created an item, or changed it in a way that others can recognize: then the item
 * must not be lost. It doesn't count if someone who knew of the change removed it again, because then nothing
 * shows that it existed.
 */
export function claims(write: Write, item: string, all: readonly Write[]): boolean {
  return [...write.puts].some(([register, text]) => {
    const own = itemOf(register)
    const isIn = item === '' || own === item
    const isMark = isSigned(register, text) || register === item
    return isIn && isMark && !all.some((drop) => own !== item && dropsKnowing(drop, own, write))
  })
}

/** Whether it may have removed the item that a register belongs to. */
export function mayDrop({ state, drops }: Write, register: string): boolean {
  return state !== 'failed' && (drops.has('') || drops.has(itemOf(register)))
}

/** Whether it removed an item after seeing another write. */
export function dropsKnowing(drop: Write, item: string, { id }: Write): boolean {
  return drop.state !== 'failed' && drop.drops.has(item) && drop.past.has(id)
}

/**
 * Whether it removed an item after seeing texts that may have replaced everything that another write put into
 * it.
 */
export function dropsKnowingLater(drop: Write, item: string, lost: Write, all: readonly Write[]): boolean {
  if (drop.state === 'failed' || !drop.drops.has(item)) return false
  const made = [...lost.puts.keys()].filter((register) => item === '' || itemOf(register) === item)
  const isBeaten = (register: string) =>
    all.some((one) => one !== lost && drop.past.has(one.id) && one.puts.has(register))
  return made.every(isBeaten)
}

/**
 * Whether a register's text identifies its author. Many authors can write the same existence of an item, or the
 * same exercise of a set.
 */
export function isSigned(register: string, text: string): boolean {
  return text !== there && text !== '[]' && !register.endsWith('.in')
}

/** Whether a register stands for an item of a workout. Its id is unique, so seeing it means having seen its creation. */
export function isItem(register: string, text: string): boolean {
  return text === there && register !== ''
}
