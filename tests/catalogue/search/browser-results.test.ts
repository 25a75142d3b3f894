import { expect, test } from 'bun:test'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { first } from './judged-searches.ts'

const exercises = builtinExercises
const own: NameableExercise[] = ['ベンチプレス', 'Fußheben', 'Überzüge'].map((name, index) => ({
  id: `own-${index}`,
  name,
  aliases: [],
  equipment: 'other',
  source: 'custom',
}))

test('the bundle for browsers finds what the server finds, without any runtime APIs', async () => {
  const built = await Bun.build({
    entrypoints: [resolve(import.meta.dir, '../../../src/catalogue/search/index.ts')],
    target: 'browser',
    format: 'cjs',
  })
  const context = createContext({ module: { exports: {} }, exports: {} })
  runInContext((await built.outputs[0]?.text()) ?? '', context)
  const layers = `[${[exercises, own].map((each) => `new module.exports.ExerciseNames(${JSON.stringify(each)})`)}]`
  const queries = [...Object.keys(first), 'プレス', 'Kniebeuge', 'sentad', 'fussheben', 'ueberzuege', 'zzzz']
  const used = ['cable-curl', 'seal-row']
  const inBrowser: unknown = runInContext(
    `const layers = ${layers}
    JSON.stringify(${JSON.stringify(queries)}.map((q) =>
      module.exports.searchExercises(layers, q, ${JSON.stringify(used)}).map(({ exercise }) => exercise.id)))`,
    context,
  )
  const names = [new ExerciseNames(exercises), new ExerciseNames(own)]
  const onServer = queries.map((q) => searchExercises(names, q, used).map(({ exercise }) => exercise.id))
  expect(JSON.parse(String(inBrowser))).toEqual(onServer)
})
