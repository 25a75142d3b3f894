import { describe, expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

const names = new ExerciseNames(builtinExercises)
const withoutTranslations = new ExerciseNames(
  builtinExercises.map(({ translations: _, ...exercise }) => exercise),
)

function searchIds(q: string, layer = names): string[] {
  return searchExercises([layer], q).map(({ exercise }) => exercise.id)
}

describe('a name in another language finds its exercise first', () => {
  test.each([
    ['Bankdrücken', 'barbell-bench-press'],
    ['bankdruecken', 'barbell-bench-press'],
    ['bankdrucken', 'barbell-bench-press'],
    ['Kurzhantel Bankdrücken', 'dumbbell-bench-press'],
    ['Kniebeuge', 'barbell-back-squat'],
    ['kniebeugen', 'barbell-back-squat'],
    ['Kreuzheben', 'barbell-deadlift'],
    ['Rumänisches Kreuzheben', 'barbell-romanian-deadlift'],
    ['Klimmzüge', 'pull-up'],
    ['Liegestütze', 'push-up'],
    ['Seitheben', 'dumbbell-lateral-raise'],
    ['développé couché', 'barbell-bench-press'],
    ['developpe couche', 'barbell-bench-press'],
    ['soulevé de terre', 'barbell-deadlift'],
    ['tractions', 'pull-up'],
    ['pompes', 'push-up'],
    ['tirage vertical', 'lat-pulldown'],
    ['sentadilla', 'barbell-back-squat'],
    ['press de banca', 'barbell-bench-press'],
    ['peso muerto', 'barbell-deadlift'],
    ['dominadas', 'pull-up'],
    ['zancadas', 'bodyweight-lunge'],
    ['panca piana', 'barbell-bench-press'],
    ['stacco da terra', 'barbell-deadlift'],
    ['trazioni', 'pull-up'],
    ['alzate laterali', 'dumbbell-lateral-raise'],
    ['supino reto', 'barbell-bench-press'],
    ['agachamento', 'barbell-back-squat'],
    ['levantamento terra', 'barbell-deadlift'],
    ['rosca martelo', 'hammer-curl'],
    ['bankdrukken', 'barbell-bench-press'],
    ['kruisheffen', 'barbell-deadlift'],
    ['przysiad', 'barbell-back-squat'],
    ['martwy ciąg', 'barbell-deadlift'],
    ['martwy ciag', 'barbell-deadlift'],
    ['podciąganie', 'pull-up'],
    ['жим лёжа', 'barbell-bench-press'],
    ['жим лежа', 'barbell-bench-press'],
    ['приседания', 'barbell-back-squat'],
    ['становая тяга', 'barbell-deadlift'],
    ['подтягивания', 'pull-up'],
    ['卧推', 'barbell-bench-press'],
    ['深蹲', 'barbell-back-squat'],
    ['硬拉', 'barbell-deadlift'],
    ['引体向上', 'pull-up'],
    ['ベンチプレス', 'barbell-bench-press'],
    ['べんちぷれす', 'barbell-bench-press'],
    ['スクワット', 'barbell-back-squat'],
    ['デッドリフト', 'barbell-deadlift'],
    ['懸垂', 'pull-up'],
    ['スクワット', 'barbell-back-squat'],
    ['스쿼트', 'barbell-back-squat'],
    ['벤치프레스', 'barbell-bench-press'],
    ['벤치 프레스', 'barbell-bench-press'],
    ['데드리프트', 'barbell-deadlift'],
    ['턱걸이', 'pull-up'],
  ])('%s', (q, id) => {
    expect(searchIds(q)[0]).toBe(id)
  })
})

describe('the beginning of a translated name, or a typing error in it, finds the exercise among the first three', () => {
  test.each([
    ['bankdr', 'barbell-bench-press'],
    ['kniebe', 'barbell-back-squat'],
    ['kreuzh', 'barbell-deadlift'],
    ['sentad', 'barbell-back-squat'],
    ['agacham', 'barbell-back-squat'],
    ['przysi', 'barbell-back-squat'],
    ['присед', 'barbell-back-squat'],
    ['スクワ', 'barbell-back-squat'],
    ['Bankdrükcen', 'barbell-bench-press'],
    ['Kniebuege', 'barbell-back-squat'],
    ['sentadila', 'barbell-back-squat'],
    ['agachamemto', 'barbell-back-squat'],
    ['становая тяша', 'barbell-deadlift'],
  ])('%s', (q, id) => {
    expect(searchIds(q).slice(0, 3)).toContain(id)
  })
})

describe('matches of English names come first, in the same order as without translations', () => {
  const queries = [
    'press',
    'squat',
    'bench',
    'curl',
    'row',
    'pull',
    'dip',
    'fly',
    'run',
    'walk',
    'lat',
    'pr',
    'p',
    'bar',
  ]
  const typingErrors = [
    'benhc',
    'sqaut',
    'dealift',
    'lat puldown',
    'cruch',
    'plnak',
    'shoulder pres',
    'bicep crul',
  ]
  test.each([...queries, ...typingErrors])('%s', (q) => {
    const englishMatches = searchIds(q, withoutTranslations)
    expect(searchIds(q).slice(0, englishMatches.length)).toEqual(englishMatches)
  })
})
