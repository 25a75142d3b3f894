import { afterAll, expect, test } from 'bun:test'
import { Runner } from './run.ts'
import { parse, print, type Schedule, scheduleOf } from './schedule.ts'
import { shorten } from './shorten.ts'

// MODEL=20000 runs this many schedules, from a seed that differs each time, MODEL_SEED=7 runs the one of this seed, and
// MODEL_SCHEDULE=file runs the schedule that a failure has printed.
const { MODEL, MODEL_SEED, MODEL_SCHEDULE } = process.env
const count = Number(MODEL ?? (MODEL_SEED ? 1 : 60))
const firstSeed = Number(MODEL_SEED ?? Date.now() % 2 ** 31)

const runner = new Runner()
afterAll(() => runner.close())

/** A failure without the parts that differ each time: ids, numbers and the step. */
function kindOf(failure: string): string {
  const [line = ''] = failure.split('\n')
  return line.replace(/^after .*?: (?=\D)/, '').replaceAll(/[0-9a-f-]{36}|\d+/g, '#')
}

/** Describes the failure of the shortest schedule that fails in the same way. */
async function shortestFailure(schedule: Schedule, failure: string): Promise<string> {
  const fails = async (shorter: Schedule) => {
    const other = await runner.run(shorter)
    return other !== undefined && kindOf(other) === kindOf(failure)
  }
  const shortest = await shorten(schedule, fails)
  return `${await runner.run(shortest)}\nThe shortest schedule (MODEL_SCHEDULE=file runs it):\n${print(shortest)}`
}

async function runSeeds(): Promise<void> {
  process.stdout.write(`schedules of the seeds ${firstSeed} to ${firstSeed + count - 1}\n`)
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const schedule = scheduleOf(seed)
    const failure = await runner.run(schedule)
    if (failure !== undefined)
      throw new Error(`MODEL_SEED=${seed}: ${await shortestFailure(schedule, failure)}`)
  }
}

async function runFile(file: string): Promise<void> {
  const schedule = parse(await Bun.file(file).text())
  expect(await runner.run(schedule, (line) => process.stdout.write(`${line}\n`))).toBeUndefined()
}

test(
  `${MODEL_SCHEDULE ?? `${count} random schedules`} of edits and faults: no invariant is violated`,
  () => (MODEL_SCHEDULE === undefined ? runSeeds() : runFile(MODEL_SCHEDULE)),
  60_000 + count * 2000,
)
