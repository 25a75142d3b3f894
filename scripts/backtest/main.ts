import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { schemeIds } from '#training/progression/schemes.ts'
import { backtest } from './backtest.ts'
import { readLifter } from './sessions.ts'

const usage = `usage: bun run backtest FILE... [--scheme NAME]...
Compares what each scheme prescribes with what the lifter did next. Schemes: ${schemeIds.join(', ')}; the defaults are memory and double.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scheme: { type: 'string', multiple: true } },
})
const schemes = schemeIds.filter((id) => (values.scheme ?? ['memory', 'double']).includes(id))
const unknown = (values.scheme ?? []).filter((name) => !schemeIds.some((id) => id === name))
if (positionals.length === 0 || unknown.length > 0) {
  process.stderr.write(`${unknown.map((name) => `unknown scheme: ${name}\n`).join('')}${usage}\n`)
  process.exit(2)
}

const result = backtest(await Promise.all(positionals.map(readLifter)), schemes)
/** The number of sessions is whole; the mean has two decimals, everything else one. */
const formatCell = (value: number, column: number) => {
  if (column === 0) return String(value)
  return Number.isNaN(value) ? '–' : value.toFixed(column === 1 ? 2 : 1)
}
const alignRight = (cells: readonly string[]) => cells.map((cell) => cell.padStart(9)).join('')
const formatRow = (values: readonly number[]) => alignRight(values.map(formatCell))
const lines = [
  `${positionals.map((path) => basename(path)).join(', ')}`,
  '',
  `${'rule'.padEnd(16)}${alignRight(['sessions', 'mean %', 'median %', 'cuts %', 'ignored %', 'too hard', 'too easy', 'raises %'])}`,
  ...[...result.rules].map(([name, tally]) => name.padEnd(16) + formatRow(tally.row())),
  '',
  `${'80% interval'.padEnd(16)}${alignRight(['sessions', 'held %', 'error %'])}`,
  ...[...result.coverage].map(([name, coverage]) => name.padEnd(16) + formatRow(coverage.row())),
  '',
  `${'chance'.padEnd(24)}${alignRight(['sessions', 'stated %', 'made %'])}`,
  ...[...result.chances].sort().map(([rule, chances]) => rule.padEnd(24) + formatRow(chances.row())),
  '',
  `sets that look like typing errors: ${result.doubts} of ${result.sets}`,
]
process.stdout.write(`${lines.join('\n')}\n`)
