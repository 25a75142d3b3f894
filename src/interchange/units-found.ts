import type { UnitFinding } from './model.ts'

/** The common unit of a set of units, or that there are several or none. */
function unitOfAll<Unit extends string>(units: ReadonlySet<Unit>): Unit | 'mixed' | undefined {
  if (units.size > 1) return 'mixed'
  const [unit] = units
  return unit
}

/** Each row names its unit, in the column `name`. */
export function unitInColumn<Unit extends string>(units: ReadonlySet<Unit>, name: string): UnitFinding<Unit> {
  const unit = unitOfAll(units)
  if (unit === undefined) return noUnit()
  const evidence = [`The column "${name}" says ${[...units].sort().join(' and ')}.`]
  return { unit, basis: 'column', ask: false, evidence }
}

/** The header names it. */
export function unitInHeader<Unit extends string>(
  units: ReadonlySet<Unit>,
  names: readonly string[],
): UnitFinding<Unit> {
  const unit = unitOfAll(units)
  if (unit === undefined) return noUnit()
  const evidence = names.map((name) => `The header has "${name}".`)
  return { unit, basis: 'header', ask: false, evidence }
}

/** The file has no such figure. */
export function noUnit<Unit extends string>(): UnitFinding<Unit> {
  return { unit: undefined, basis: 'none', ask: false, evidence: [] }
}
