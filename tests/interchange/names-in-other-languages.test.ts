import { describe, expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { mapNames } from '#interchange/names/map-names.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

const names = new ExerciseNames(builtinExercises)

/** The id of the exercise that matches a name whose sets have weights; undefined if none does. */
function matchOf(name: string): string | undefined {
  const seenExercise = { name, sets: 1, weighted: 1, counted: 1, timed: 0, measured: 0 }
  const mapping = mapNames([seenExercise], names).get(name)
  return mapping?.kind === 'known' ? mapping.exerciseId : undefined
}

describe('a name matches the built-in exercise in', () => {
  test.each([
    ['Portuguese', 'Supino Inclinado (Halteres)', 'incline-dumbbell-bench-press'],
    ['Portuguese', 'Levantamento Terra Romeno (Barra)', 'barbell-romanian-deadlift'],
    ['Portuguese', 'Cadeira Extensora (Máquina)', 'leg-extension'],
    ['Spanish', 'Peso Muerto (Barra)', 'barbell-deadlift'],
    ['Spanish', 'Jalón al Pecho (Cable)', 'lat-pulldown'],
    ['Spanish', 'Plancha', 'plank'],
    ['German', 'Schrägbankdrücken (Kurzhantel)', 'incline-dumbbell-bench-press'],
    ['German', 'Rumänisches Kreuzheben (Langhantel)', 'barbell-romanian-deadlift'],
    ['German', 'Liegestütze', 'push-up'],
    ['French', 'Développé Couché (Barre)', 'barbell-bench-press'],
    ['French', 'Élévation Latérale (Haltère)', 'dumbbell-lateral-raise'],
    ['Italian', 'Stacco da Terra (Bilanciere)', 'barbell-deadlift'],
    ['Italian', 'Alzate Laterali (Manubri)', 'dumbbell-lateral-raise'],
    ['Dutch', 'Bankdrukken (halterstang)', 'barbell-bench-press'],
    ['Polish', 'Martwy ciąg (sztanga)', 'barbell-deadlift'],
    ['Swedish', 'Knäböj (skivstång)', 'barbell-back-squat'],
    ['Czech', 'Mrtvý tah (činka)', 'barbell-deadlift'],
    ['Turkish', 'Şınav', 'push-up'],
    ['Russian', 'Жим лежа (штанга)', 'barbell-bench-press'],
    ['Chinese', '卧推（杠铃）', 'barbell-bench-press'],
    ['Japanese', 'デッドリフト (バーベル)', 'barbell-deadlift'],
    ['Korean', '스쿼트 (바벨)', 'barbell-back-squat'],
  ])('%s: %s', (_, name, id) => {
    expect(matchOf(name)).toBe(id)
  })
})

describe('a name matches no built-in exercise', () => {
  test.each([
    ['with a word that is in no dictionary', 'Supino Voador Quântico (Barra)'],
    ['with words of two languages', 'Supino Langhantel Brustwarze'],
    ['of a stretch, if its sets have weights', 'Tríceps Overhead'],
  ])('%s: %s', (_, name) => {
    expect(matchOf(name)).toBeUndefined()
  })
})

test.each([
  ['Deadlift Old Data', 'barbell-deadlift'],
  ['Bench press Backup', 'barbell-bench-press'],
  ['Crunch Old #2', 'crunch'],
  ['Squat RPE6', 'barbell-back-squat'],
  ['Overhead Press (Each Side, Dumbbells)', 'standing-dumbbell-press'],
  ['Farmer´s Walk', 'farmers-walk'],
])('labels that people add to names are ignored: %s', (name, id) => {
  expect(matchOf(name)).toBe(id)
})
