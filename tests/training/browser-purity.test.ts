import { expect, test } from 'bun:test'
import { dirname, relative, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { Glob } from 'bun'

const folder = resolve(import.meta.dir, '../../src/training')
const everyFile = () => Array.fromAsync(new Glob('**/*.ts').scan(folder))

test('the training code imports nothing but itself and types, and names no platform', async () => {
  const files = await everyFile()
  expect(files.length).toBeGreaterThan(60)
  for (const file of files) {
    const source = await Bun.file(`${folder}/${file}`).text()
    for (const [statement, target = ''] of source.matchAll(/^(?:import|export) [^']*?from '([^']+)'/gm)) {
      const own = !relative(folder, resolve(folder, dirname(file), target)).startsWith('..')
      const allowed = (own && target.startsWith('.')) || statement.startsWith('import type ')
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
  const files = await everyFile()
  const built = await Bun.build({
    entrypoints: files.map((file) => `${folder}/${file}`),
    target: 'browser',
  })
  expect(built.success).toBe(true)
})

test('the bundle runs where there is nothing but the language', async () => {
  const built = await Bun.build({ entrypoints: [`${folder}/index.ts`], target: 'browser', format: 'cjs' })
  const code = await built.outputs[0]?.text()
  const context = createContext({ module: { exports: {} }, exports: {} })
  runInContext(code ?? '', context)
  const run = (expression: string): unknown => runInContext(`module.exports.${expression}`, context)
  expect(run(`dotsPoints({ sex: 'male', bodyweightKg: 100, totalKg: 1000 })`)).toBeCloseTo(615.52, 2)
  expect(run(`recoveryHours('biceps', 9)`)).toBeCloseTo(58.8, 1)
  expect(
    run(`plateRack(20000, [{ weight: { value: 10, unit: 'kg' }, pairs: 1 }]).atMost(45000).totalGrams`),
  ).toBe(40_000)
  expect(run(`userDays({ timeZone: 'Europe/Berlin' }).dayOf(0)`)).toBe(0)
})
