import { expect, test } from 'bun:test'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { firstResults } from './judged-searches.ts'

const exercises = builtinExercises
const ownExercises: NameableExercise[] = ['ベンチプレス', 'Fußheben', 'Überzüge'].map((name, index) => ({
  id: `own-${index}`,
  name,
  aliases: [],
  equipment: 'other',
  source: 'custom',
}))

test('the bundle for browsers finds the same exercises as the server, and needs no runtime APIs', async () => {
  const bundle = await Bun.build({
    entrypoints: [resolve(import.meta.dir, '../../../src/catalogue/search/index.ts')],
    target: 'browser',
    format: 'cjs',
  })
  const context = createContext({ module: { exports: {} }, exports: {} })
  runInContext((await bundle.outputs[0]?.text()) ?? '', context)
  const layers = `[${[exercises, ownExercises].map((list) => `new module.exports.ExerciseNames(${JSON.stringify(list)})`)}]`
  const queries = [
    ...Object.keys(firstResults),
    'プレス',
    'Kniebeuge',
    'sentad',
    'fussheben',
    'ueberzuege',
    'zzzz',
  ]
  const usedIds = ['cable-curl', 'seal-row']
  const inBrowser: unknown = runInContext(
    `const layers = ${layers}
    JSON.stringify(${JSON.stringify(queries)}.map((q) =>
      module.exports.searchExercises(layers, q, ${JSON.stringify(usedIds)}).map(({ exercise }) => exercise.id)))`,
    context,
  )
  const names = [new ExerciseNames(exercises), new ExerciseNames(ownExercises)]
  const onServer = queries.map((q) => searchExercises(names, q, usedIds).map(({ exercise }) => exercise.id))
  expect(JSON.parse(String(inBrowser))).toEqual(onServer)
})
