import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { schemeIds } from '#training/progression/schemes.ts'
import { backtest } from './backtest.ts'
import { readLifter } from './sessions.ts'

const usage = `usage: bun run backtest FILE... [--scheme NAME]...
Compares what each scheme prescribes with what the lifter did next. Schemes: ${schemeIds.join(', ')}; the default is memory and double.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scheme: { type: 'string', multiple: true } },
})
const chosen = schemeIds.filter((id) => (values.scheme ?? ['memory', 'double']).includes(id))
const unknown = (values.scheme ?? []).filter((name) => !schemeIds.some((id) => id === name))
if (positionals.length === 0 || unknown.length > 0) {
  process.stderr.write(`${unknown.map((name) => `unknown scheme: ${name}\n`).join('')}${usage}\n`)
  process.exit(2)
}

const result = backtest(await Promise.all(positionals.map(readLifter)), chosen)
const text = (values: readonly number[]) =>
  values
    .map((value, index) =>
      (index === 0 ? String(value) : Number.isNaN(value) ? '–' : value.toFixed(index === 1 ? 2 : 1)).padStart(
        9,
      ),
    )
    .join('')
const lines = [
  `${positionals.map((path) => basename(path)).join(', ')}`,
  '',
  `${'rule'.padEnd(16)}${['sessions', 'mean %', 'median %', 'cuts %', 'ignored %', 'too hard', 'too easy', 'raises %'].map((head) => head.padStart(9)).join('')}`,
  ...[...result.rules].map(([name, tally]) => name.padEnd(16) + text(tally.row())),
  '',
  `${'80 % interval'.padEnd(16)}${['sessions', 'held %', 'error %'].map((head) => head.padStart(9)).join('')}`,
  ...[...result.coverage].map(([name, coverage]) => name.padEnd(16) + text(coverage.row())),
  '',
  `sets that look like typing errors: ${result.doubts} of ${result.sets}`,
]
process.stdout.write(`${lines.join('\n')}\n`)
