import { exists, itemOf, type Registers } from './registers.ts'

/** A change that someone made to a resource. */
export interface Write {
  readonly id: number
  /** The user and device, or another author. A guest's writes become those of the user who logs in. */
  by: string
  /** For example `workout <id>`. */
  readonly resource: string
  /** The register values that it wrote. */
  readonly puts: Registers
  /** The items that it removed. The empty item stands for the resource itself. */
  readonly drops: ReadonlySet<string>
  /** The writes of this resource that its author had seen. */
  readonly past: ReadonlySet<number>
  /**
   * - `open`: not settled yet
   * - `acknowledged`: stored on the device
   * - `unknown`: may be lost, because the page died or unsent changes were discarded
   * - `failed`: the client threw, so nobody may ever see any of it
   */
  state: 'open' | 'acknowledged' | 'unknown' | 'failed'
}

/** The register values and removed items of a write. */
export function changesBetween(before: Registers, after: Registers): Pick<Write, 'puts' | 'drops'> {
  const puts = new Map([...after].filter(([register, text]) => before.get(register) !== text))
  const drops = [...before].filter(([register, text]) => text === exists && !after.has(register))
  return { puts, drops: new Set(drops.map(([item]) => item)) }
}

/**
 * Whether a write created or changed an item. Any write that doesn't remove the resource changes the resource itself.
 */
export function touches({ puts, drops }: Write, item: string): boolean {
  return item === '' ? !drops.has('') : [...puts.keys()].some((register) => itemOf(register) === item)
}

/**
 * Whether a write created an item, or changed it in a way that others can recognize. Such an item must not be lost. A
 * change doesn't count if someone who had seen it removed it again, because then nothing shows that it existed.
 */
export function claims(write: Write, item: string, writes: readonly Write[]): boolean {
  return [...write.puts].some(([register, text]) => {
    const registerItem = itemOf(register)
    const isIn = item === '' || registerItem === item
    const isMark = isSigned(register, text) || register === item
    return (
      isIn &&
      isMark &&
      !writes.some((drop) => registerItem !== item && removesAfterSeeing(drop, registerItem, write))
    )
  })
}

/** Whether a write may have removed the item that a register belongs to. */
export function mayDrop({ state, drops }: Write, register: string): boolean {
  return state !== 'failed' && (drops.has('') || drops.has(itemOf(register)))
}

/** Whether a write removed an item after its author had seen another write. */
export function removesAfterSeeing(drop: Write, item: string, { id }: Write): boolean {
  return drop.state !== 'failed' && drop.drops.has(item) && drop.past.has(id)
}

/**
 * Whether a write removed an item after its author had seen values that may have replaced all values that another write
 * put into the item.
 */
export function removesAfterReplacing(
  drop: Write,
  item: string,
  lost: Write,
  writes: readonly Write[],
): boolean {
  if (drop.state === 'failed' || !drop.drops.has(item)) return false
  const registers = [...lost.puts.keys()].filter((register) => item === '' || itemOf(register) === item)
  const isReplaced = (register: string) =>
    writes.some((write) => write !== lost && drop.past.has(write.id) && write.puts.has(register))
  return registers.every(isReplaced)
}

/**
 * Whether a register's text identifies its author. The existence of an item and the exercise of a set don't, because
 * many authors can write the same.
 */
export function isSigned(register: string, text: string): boolean {
  return text !== exists && text !== '[]' && !register.endsWith('.in')
}

/**
 * Whether a register stands for an item of a workout. Its id is unique, so seeing it means having seen its creation.
 */
export function isItem(register: string, text: string): boolean {
  return text === exists && register !== ''
}
