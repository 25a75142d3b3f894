import type { UnitFinding } from './model.ts'

/** The only unit in a set; `mixed` if there are several, undefined if there is none. */
function unitOfAll<Unit extends string>(units: ReadonlySet<Unit>): Unit | 'mixed' | undefined {
  if (units.size > 1) return 'mixed'
  const [unit] = units
  return unit
}

/** The finding for rows that name their own unit in the column `name`. */
export function unitInColumn<Unit extends string>(units: ReadonlySet<Unit>, name: string): UnitFinding<Unit> {
  const unit = unitOfAll(units)
  if (unit === undefined) return noUnit()
  const evidence = [`The column "${name}" says ${[...units].sort().join(' and ')}.`]
  return { unit, basis: 'column', ask: false, evidence }
}

/** The finding for units in the names of columns. */
export function unitInHeader<Unit extends string>(
  units: ReadonlySet<Unit>,
  names: readonly string[],
): UnitFinding<Unit> {
  const unit = unitOfAll(units)
  if (unit === undefined) return noUnit()
  const evidence = names.map((name) => `The header has "${name}".`)
  return { unit, basis: 'header', ask: false, evidence }
}

/** The finding for a unit that no row needs. */
export function noUnit<Unit extends string>(): UnitFinding<Unit> {
  return { unit: undefined, basis: 'none', ask: false, evidence: [] }
}
