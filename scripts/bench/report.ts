import { cpus, loadavg } from 'node:os'
import { type Figure, meetsTarget } from './figure.ts'

/** The client's CPU share above which a figure measures the client instead of the server. */
const clientLimit = 0.9

const columns = ['', 'figure', 'measured', 'target', 'parts'] as const

/** All figures as a human-readable table, with those that miss their target marked and first. */
export function figureTable(figures: readonly Figure[]): string {
  const sorted = figures.toSorted((a, b) => Number(meetsTarget(a)) - Number(meetsTarget(b)))
  const rows: (readonly string[])[] = [columns, ...sorted.map(rowOf)]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf(figure: Figure): readonly string[] {
  const { name, unit, value, target, parts } = figure
  const suffix = unit === 'ratio' ? '' : ` ${unit}`
  const amounts = Object.entries(parts).map(([part, amount]) => `${part} ${formatNumber(amount)}`)
  if (Math.max(parts.clientBusy ?? 0, parts.floorClientBusy ?? 0) > clientLimit)
    amounts.push('(the client is the limit)')
  return [
    meetsTarget(figure) ? 'ok' : 'MISSED',
    name,
    formatNumber(value) + suffix,
    target === undefined
      ? ''
      : 'atLeast' in target
        ? `≥ ${target.atLeast}${suffix}`
        : `≤ ${target.atMost}${suffix}`,
    amounts.join(', '),
  ]
}

/** A number with three significant digits, because more would be meaningless. */
function formatNumber(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3)
}

/** The machine on which the figures were measured. */
export function machineInfo() {
  return {
    processors: cpus().length,
    model: cpus()[0]?.model,
    loadAverage: loadavg()[0],
    bun: Bun.version,
    platform: `${process.platform} ${process.arch}`,
  }
}
