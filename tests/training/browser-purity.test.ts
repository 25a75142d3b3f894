import { expect, test } from 'bun:test'
import { dirname, relative, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { Glob } from 'bun'
import fatigue from './vectors/fatigue.json'
import oneRepMax from './vectors/one-rep-max.json'
import plates from './vectors/plates.json'
import strength from './vectors/strength.json'
import trainingLoad from './vectors/training-load.json'

const folder = resolve(import.meta.dir, '../../src/training')
const sourceFiles = () => Array.fromAsync(new Glob('**/*.ts').scan(folder))

/** The only other code that it may import: pure functions that write counts and lists, for messages. */
const pureTexts: readonly string[] = ['#lib/count-text.ts', '#lib/list-text.ts']

test('the training code imports only itself, types and two pure functions, and uses no platform API', async () => {
  const files = await sourceFiles()
  expect(files.length).toBeGreaterThan(60)
  for (const file of files) {
    const source = await Bun.file(`${folder}/${file}`).text()
    for (const [statement, target = ''] of source.matchAll(/^(?:import|export) [^']*?from '([^']+)'/gm)) {
      const isInside = !relative(folder, resolve(folder, dirname(file), target)).startsWith('..')
      const isOwn = (isInside && target.startsWith('.')) || pureTexts.includes(target)
      const allowed = isOwn || statement.startsWith('import type ')
      expect({ file, target, allowed }).toEqual({ file, target, allowed: true })
    }
    expect({
      file,
      names: source.match(
        /\b(Bun|process|Temporal|require|fetch|localStorage|Math\.random|Date\.now)\b[.(]/g,
      ),
    }).toEqual({
      file,
      names: null,
    })
  }
})

test('the training code builds for a browser', async () => {
  const files = await sourceFiles()
  const built = await Bun.build({
    entrypoints: files.map((file) => `${folder}/${file}`),
    target: 'browser',
  })
  expect(built.success).toBe(true)
})

/** Loads the bundle into a realm that has only the language itself: no Bun, no process, no modules. */
async function loadBundle() {
  const built = await Bun.build({ entrypoints: [`${folder}/index.ts`], target: 'browser', format: 'cjs' })
  const context = createContext({ module: { exports: {} }, exports: {} })
  runInContext((await built.outputs[0]?.text()) ?? '', context)
  return (call: string, ...args: unknown[]): unknown =>
    runInContext(`module.exports.${call}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, context)
}

test('the bundle matches the vectors in a realm without platform APIs', async () => {
  const run = await loadBundle()
  for (const { weight, n, expected } of oneRepMax.formulas) {
    for (const [formula, value] of Object.entries(expected))
      expect(run('oneRepMaxBy', formula, weight, n)).toBeCloseTo(value, 2)
  }
  for (const { expected, sex, bodyweightKg, totalKg } of strength.dots)
    if (expected !== undefined)
      expect(run('dotsPoints', { sex, bodyweightKg, totalKg })).toBeCloseTo(expected, 2)
  for (const { muscle, stimulus, expectedHours } of fatigue.recovery)
    expect(run('recoveryHours', muscle, stimulus)).toBeCloseTo(expectedHours, 1)
  for (const { loads, sum } of trainingLoad.weeks) expect(run('weekLoad', loads)).toMatchObject({ sum })
  for (const { targetKg, barKg, pairs, expectedKg } of plates.loads) {
    const rack = JSON.stringify(
      pairs.map(([value, count]) => ({ weight: { value, unit: 'kg' }, pairs: count })),
    )
    const loaded = run(`plateRack(${barKg * 1000}, ${rack}).atMost`, targetKg * 1000)
    if (expectedKg !== undefined) expect(loaded).toMatchObject({ totalGrams: expectedKg * 1000 })
  }
  expect(run(`userDays({ timeZone: 'Europe/Berlin' }).dayOf`, 0)).toBe(0)
})
