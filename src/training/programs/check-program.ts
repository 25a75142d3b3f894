import type { BaseRule, PlannedLoad, Program, ProgramLift, ProgramSet, ProgramSlot } from './program.ts'

/** An error in a program, and its location. */
export interface ProgramFault {
  /** A JSON Pointer into the program. */
  readonly pointer: string
  readonly code: 'requires' | 'duplicate_key' | 'unknown_key' | 'slot_source' | 'slot_exercise' | 'range'
  readonly message: string
}

/** The keys that a part of a program may refer to. */
interface Keys {
  readonly lift: ReadonlySet<string>
  readonly wave: ReadonlySet<string>
  readonly day: ReadonlySet<string>
  readonly week: ReadonlySet<string>
  readonly slot: ReadonlySet<string>
}

/** Checks what a schema can't express: duplicate and unknown keys, or slots without exactly one source of sets. */
export function checkProgram(program: Program): readonly ProgramFault[] {
  const { lifts = [], waves = [], days, weeks } = program
  const keys: Keys = {
    lift: new Set(lifts.map(({ key }) => key)),
    wave: new Set(waves.map(({ key }) => key)),
    day: new Set(days.map(({ key }) => key)),
    week: new Set(weeks.map(({ key }) => key)),
    slot: new Set(days.flatMap(({ slots }) => slots.map(({ key }) => key))),
  }
  return [
    ...repeatedKeyFaults(lifts, '/lifts'),
    ...lifts.flatMap((lift, l) => liftFaults(program, lift, keys, `/lifts/${l}`)),
    ...repeatedKeyFaults(waves, '/waves'),
    ...waves.flatMap((wave, w) => [
      ...duplicateFaults(
        wave.weeks.map(({ week }) => week),
        (index) => `/waves/${w}/weeks/${index}/week`,
      ),
      ...wave.weeks.flatMap(({ week, sets }, index) => [
        ...unknownKeyFaults('week', week, keys, `/waves/${w}/weeks/${index}/week`),
        ...setFaults(sets, keys, `/waves/${w}/weeks/${index}/sets`),
      ]),
    ]),
    ...repeatedKeyFaults(days, '/days'),
    ...days.flatMap(({ slots }, d) => [
      ...repeatedKeyFaults(slots, `/days/${d}/slots`),
      ...slots.flatMap((slot, s) => slotFaults(program, slot, keys, `/days/${d}/slots/${s}`)),
    ]),
    ...repeatedKeyFaults(weeks, '/weeks'),
    ...weeks.flatMap((week, w) => allUnknownKeyFaults('day', week.days, keys, `/weeks/${w}/days`)),
  ]
}

function liftFaults(program: Program, lift: ProgramLift, keys: Keys, pointer: string): ProgramFault[] {
  const setKeys = new Set(setsOfLift(program, lift.key).flatMap(({ key }) => key ?? []))
  return (lift.rules ?? []).flatMap((rule, r) => {
    const { weeks, days, set } = rule
    const rulePointer = `${pointer}/rules/${r}`
    const faults = [
      ...allUnknownKeyFaults('week', weeks, keys, `${rulePointer}/weeks`),
      ...allUnknownKeyFaults('day', days, keys, `${rulePointer}/days`),
      ...idleFaults(rule, rulePointer),
    ]
    if (set === undefined || setKeys.has(set)) return faults
    const message = `No set of a slot of this lift has this key. ${choicesText('Their keys', setKeys)}`
    return [...faults, { pointer: `${rulePointer}/set`, code: 'unknown_key', message } as const]
  })
}

/** Reports a rule, or a part of one, that can never change anything. */
function idleFaults(
  { made, afterMade, missed, afterMissed, steps, bonus }: BaseRule,
  pointer: string,
): ProgramFault[] {
  if (!made && !missed && !steps && !bonus) {
    const message = 'Specify made, missed, steps or bonus: a rule without any of them changes nothing.'
    return [{ pointer, code: 'requires', message }]
  }
  return [
    ...(afterMade !== undefined && !made
      ? [{ pointer: `${pointer}/made`, code: 'requires', message: 'Is required with afterMade.' } as const]
      : []),
    ...(afterMissed !== undefined && !missed
      ? [
          {
            pointer: `${pointer}/missed`,
            code: 'requires',
            message: 'Is required with afterMissed.',
          } as const,
        ]
      : []),
  ]
}

/** Every set that a lift is trained with, in any week. */
function setsOfLift({ waves = [], days }: Program, lift: string): readonly ProgramSet[] {
  const slots = days.flatMap((day) => day.slots.filter((slot) => slot.lift === lift))
  return slots.flatMap(({ sets, wave }) => [
    ...(sets ?? []),
    ...waves.filter(({ key }) => key === wave).flatMap(({ weeks }) => weeks.flatMap((week) => week.sets)),
  ])
}

function slotFaults(program: Program, slot: ProgramSlot, keys: Keys, pointer: string): ProgramFault[] {
  const { lift, exerciseId, wave, weeks, sets = [], progression } = slot
  const faults = [
    ...unknownKeyFaults('lift', lift, keys, `${pointer}/lift`),
    ...unknownKeyFaults('wave', wave, keys, `${pointer}/wave`),
    ...allUnknownKeyFaults('week', weeks, keys, `${pointer}/weeks`),
    ...setFaults(sets, keys, `${pointer}/sets`),
  ]
  const sources = [slot.sets, wave, progression].filter((source) => source !== undefined)
  if (sources.length !== 1) {
    const message = 'Specify exactly one of sets, wave and progression.'
    faults.push({ pointer, code: 'slot_source', message })
  }
  if (lift === undefined && exerciseId === undefined) {
    faults.push({ pointer, code: 'slot_exercise', message: 'Specify lift, exerciseId, or both.' })
  } else if (lift === undefined && loadsOf(program, slot).some(usesSlotBase)) {
    const message = 'Specify lift: the sets use percentages of a lift’s base.'
    faults.push({ pointer, code: 'slot_exercise', message })
  }
  return faults
}

function loadsOf({ waves = [] }: Program, { sets = [], wave }: ProgramSlot): (PlannedLoad | undefined)[] {
  const weeks = waves.find(({ key }) => key === wave)?.weeks ?? []
  return [...sets, ...weeks.flatMap((week) => week.sets)].map(({ load }) => load)
}

function usesSlotBase(load: PlannedLoad | undefined): boolean {
  return load?.of === 'base' && load.lift === undefined
}

function setFaults(sets: readonly ProgramSet[], keys: Keys, pointer: string): ProgramFault[] {
  const earlier = new Set<string>()
  return [
    ...repeatedKeyFaults(sets, pointer),
    ...sets.flatMap(({ key, reps, openEnded, load }, index): ProgramFault[] => {
      const setPointer = `${pointer}/${index}`
      const faults = [
        ...(load?.of === 'base' ? unknownKeyFaults('lift', load.lift, keys, `${setPointer}/load/lift`) : []),
        ...(load?.of === 'slot' ? unknownKeyFaults('slot', load.slot, keys, `${setPointer}/load/slot`) : []),
      ]
      if (reps && reps.min > reps.max) {
        faults.push({ pointer: `${setPointer}/reps`, code: 'range', message: 'min must not be above max.' })
      }
      if (openEnded && !reps) {
        faults.push({
          pointer: `${setPointer}/reps`,
          code: 'requires',
          message: 'Is required with openEnded.',
        })
      }
      if (load?.of === 'set' && !earlier.has(load.set)) {
        const message = `No earlier set has this key. ${choicesText('Their keys', earlier)}`
        faults.push({ pointer: `${setPointer}/load/set`, code: 'unknown_key', message })
      }
      if (key !== undefined) earlier.add(key)
      return faults
    }),
  ]
}

/** Reports each key that an earlier item already uses. */
function repeatedKeyFaults(
  items: readonly { readonly key?: string | undefined }[],
  pointer: string,
): ProgramFault[] {
  return duplicateFaults(
    items.map(({ key }) => key),
    (index) => `${pointer}/${index}/key`,
  )
}

function duplicateFaults(
  keys: readonly (string | undefined)[],
  pointerTo: (index: number) => string,
): ProgramFault[] {
  return keys.flatMap((key, index) => {
    if (key === undefined || keys.indexOf(key) === index) return []
    const message = 'This key is already used; keys must be unique.'
    return { pointer: pointerTo(index), code: 'duplicate_key', message } as const
  })
}

function allUnknownKeyFaults(
  kind: keyof Keys,
  names: readonly string[] | undefined,
  keys: Keys,
  pointer: string,
): ProgramFault[] {
  return (names ?? []).flatMap((key, index) => unknownKeyFaults(kind, key, keys, `${pointer}/${index}`))
}

function unknownKeyFaults(
  kind: keyof Keys,
  key: string | undefined,
  keys: Keys,
  pointer: string,
): ProgramFault[] {
  if (key === undefined || keys[kind].has(key)) return []
  const message = `The program has no ${kind} with this key. ${choicesText(`Its ${kind}s`, keys[kind])}`
  return [{ pointer, code: 'unknown_key', message }]
}

/** The maximum number of keys that a message lists. */
const maxListed = 12

/** Lists the keys to choose from: `Its days: heavy, light.` */
export function choicesText(what: string, keys: ReadonlySet<string>): string {
  const listed = [...keys].slice(0, maxListed).join(', ')
  return `${what}: ${keys.size === 0 ? 'none' : listed}${keys.size > maxListed ? ', …' : ''}.`
}
