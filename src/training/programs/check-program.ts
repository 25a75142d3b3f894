import type { Program, ProgramSet, ProgramSlot } from './program.ts'

/** What is wrong with a program, and where. */
export interface ProgramFault {
  /** A JSON Pointer into the program. */
  readonly pointer: string
  readonly code: 'duplicate_key' | 'unknown_key' | 'slot_source' | 'slot_exercise' | 'range'
  readonly message: string
}

/** What a schema can't express: keys that are used twice or lead nowhere, and slots without one source of sets. */
export function checkProgram(program: Program): readonly ProgramFault[] {
  const faults: ProgramFault[] = []
  const { lifts = [], waves = [], days, weeks } = program
  const liftKeys = uniqueKeys(lifts, '/lifts', faults)
  const waveKeys = uniqueKeys(waves, '/waves', faults)
  const dayKeys = uniqueKeys(days, '/days', faults)
  const weekKeys = uniqueKeys(weeks, '/weeks', faults)
  const allSlots = new Set(days.flatMap(({ slots }) => slots.map(({ key }) => key)))
  const known = (key: string | undefined, keys: ReadonlySet<string>, pointer: string, what: string) => {
    if (key === undefined || keys.has(key)) return
    faults.push({ pointer, code: 'unknown_key', message: `The program has no ${what} of this key.` })
  }
  const knownAll = (
    all: readonly string[] | undefined,
    keys: ReadonlySet<string>,
    pointer: string,
    what: string,
  ) => {
    all?.forEach((key, index) => {
      known(key, keys, `${pointer}/${index}`, what)
    })
  }
  lifts.forEach(({ rules = [] }, l) => {
    rules.forEach(({ weeks: ruleWeeks, days: ruleDays }, r) => {
      knownAll(ruleWeeks, weekKeys, `/lifts/${l}/rules/${r}/weeks`, 'week')
      knownAll(ruleDays, dayKeys, `/lifts/${l}/rules/${r}/days`, 'day')
    })
  })
  waves.forEach((wave, w) => {
    wave.weeks.forEach(({ week, sets }, index) => {
      const pointer = `/waves/${w}/weeks/${index}`
      known(week, weekKeys, `${pointer}/week`, 'week')
      checkSets(sets, `${pointer}/sets`, faults)
      sets.forEach(({ load }, s) => {
        if (load?.of === 'base') known(load.lift, liftKeys, `${pointer}/sets/${s}/load/lift`, 'lift')
        if (load?.of === 'slot') known(load.slot, allSlots, `${pointer}/sets/${s}/load/slot`, 'slot')
      })
    })
  })
  const needsLift = new Set(
    waves
      .filter(({ weeks: of }) =>
        of.some(({ sets }) => sets.some(({ load }) => load?.of === 'base' && load.lift === undefined)),
      )
      .map(({ key }) => key),
  )
  days.forEach(({ slots }, d) => {
    uniqueKeys(slots, `/days/${d}/slots`, faults)
    slots.forEach((slot, s) => {
      const pointer = `/days/${d}/slots/${s}`
      checkSlot(slot, pointer, faults)
      known(slot.lift, liftKeys, `${pointer}/lift`, 'lift')
      known(slot.wave, waveKeys, `${pointer}/wave`, 'wave')
      if (slot.lift === undefined && needsLift.has(slot.wave ?? '')) {
        const message = 'Give lift: the wave has percentages of its base.'
        faults.push({ pointer, code: 'slot_exercise', message })
      }
      knownAll(slot.weeks, weekKeys, `${pointer}/weeks`, 'week')
      slot.sets?.forEach(({ load }, index) => {
        const place = `${pointer}/sets/${index}/load`
        if (load?.of === 'base') known(load.lift ?? slot.lift ?? '', liftKeys, `${place}/lift`, 'lift')
        if (load?.of === 'slot') known(load.slot, allSlots, `${place}/slot`, 'slot')
      })
    })
  })
  weeks.forEach(({ days: listed }, index) => {
    knownAll(listed, dayKeys, `/weeks/${index}/days`, 'day')
  })
  return faults
}

function uniqueKeys(
  items: readonly { readonly key: string }[],
  pointer: string,
  faults: ProgramFault[],
): ReadonlySet<string> {
  const seen = new Set<string>()
  items.forEach(({ key }, index) => {
    if (seen.has(key)) {
      const message = 'This key is used twice; every key is used once.'
      faults.push({ pointer: `${pointer}/${index}/key`, code: 'duplicate_key', message })
    }
    seen.add(key)
  })
  return seen
}

function checkSlot(slot: ProgramSlot, pointer: string, faults: ProgramFault[]): void {
  const sources = [slot.sets, slot.wave, slot.progression].filter((source) => source !== undefined)
  if (sources.length !== 1) {
    const message = 'Give exactly one of sets, wave and progression.'
    faults.push({ pointer, code: 'slot_source', message })
  }
  if (slot.lift === undefined && slot.exerciseId === undefined) {
    faults.push({ pointer, code: 'slot_exercise', message: 'Give lift, exerciseId, or both.' })
  }
  if (slot.sets) checkSets(slot.sets, `${pointer}/sets`, faults)
}

function checkSets(sets: readonly ProgramSet[], pointer: string, faults: ProgramFault[]): void {
  const keys = new Set<string>()
  sets.forEach(({ key, reps, load }, index) => {
    if (reps && reps.min > reps.max) {
      faults.push({
        pointer: `${pointer}/${index}/reps`,
        code: 'range',
        message: 'min must not be above max.',
      })
    }
    if (load?.of === 'set' && !keys.has(load.set)) {
      const message = 'No earlier set of this slot has this key.'
      faults.push({ pointer: `${pointer}/${index}/load/set`, code: 'unknown_key', message })
    }
    if (key !== undefined) {
      if (keys.has(key)) {
        const message = 'This key is used twice; every key is used once.'
        faults.push({ pointer: `${pointer}/${index}/key`, code: 'duplicate_key', message })
      }
      keys.add(key)
    }
  })
}
