/**
 * The names of Strong's and FitNotes' columns in other languages, by their English names: German, French, Spanish,
 * Portuguese, Italian, Dutch, Swedish, Polish, Czech, Turkish, Russian, Chinese, Japanese and Korean. In Strong's first
 * files, the name of a number column was just its unit.
 */
const wordsByColumn: Readonly<Record<string, string>> = {
  'weight (kg)': 'kg',
  'weight (lb)': 'lb, lbs',
  'distance (km)': 'km',
  'distance (mi)': 'mi, miles',
  date: 'datum, fecha, data, tarih, дата, 日期, 日付, 날짜',
  'workout name':
    "workout-name, trainingsname, name des workouts, nom de l'entraînement, nombre del entrenamiento, nombre de entrenamiento, nome do treino, nome dell'allenamento, nome allenamento, naam van de workout, workoutnaam, trainingsnaam, träningspassets namn, passnamn, nazwa treningu, název tréninku, antrenman adı, название тренировки, 锻炼名称, 训练名称, ワークアウト名, 운동 세션 이름, 운동명",
  duration:
    'dauer, durée, duración, duração, durata, duur, varaktighet, längd, czas trwania, doba trvání, trvání, süre, длительность, продолжительность, 时长, 時間, 所要時間, 시간, 소요 시간',
  'workout duration':
    "workout-dauer, durée de l'entraînement, duración del entrenamiento, duração do treino, durata dell'allenamento, 锻炼时长",
  'exercise name':
    "name der übung, übungsname, nom de l'exercice, nombre del ejercicio, nombre de ejercicio, nome do exercício, nome dell'esercizio, nome esercizio, naam van de oefening, oefeningnaam, naam oefening, övningens namn, övningsnamn, nazwa ćwiczenia, název cviku, egzersiz adı, название упражнения, 运动名称, 动作名称, 种目名, 種目名, エクササイズ名, 운동 이름",
  'set order':
    'reihenfolge festlegen, satzreihenfolge, satz, ordre de la série, orden de la serie, orden de series, ordem da série, ordem das séries, ordine serie, ordine della serie, setvolgorde, volgorde van de set, setordning, kolejność serii, pořadí série, pořadí sérií, set sırası, порядок подходов, порядок подхода, 设置顺序, 组序, セット順, セットの順序, 세트 순서',
  weight:
    'gewicht, poids, peso, carga, vikt, waga, ciężar, obciążenie, váha, hmotnost, ağırlık, вес, 重量, 무게, 중량',
  'weight unit':
    'gewichtseinheit, unité de poids, unidad de peso, unidade de peso, unità di peso, gewichtseenheid, viktenhet, jednostka wagi, jednotka hmotnosti, ağırlık birimi, единица веса, 重量单位, 重量単位, 무게 단위',
  reps: 'wiederh., wiederholungen, réps, répétitions, repeticiones, repetições, ripetizioni, herhalingen, repetitioner, powtórzenia, opakování, tekrar, tekrarlar, повторения, повторы, 次, 次数, 回数, レップ, 반복, 횟수',
  distance:
    'entfernung, distanz, distancia, distância, distanza, afstand, avstånd, sträcka, dystans, vzdálenost, mesafe, расстояние, дистанция, 距离, 距離, 거리',
  'distance unit':
    'entfernungseinheit, unité de distance, unidad de distancia, unidade de distância, unità di distanza, afstandseenheid, distansenhet, jednostka dystansu, jednotka vzdálenosti, mesafe birimi, единица расстояния, 距离单位, 距離単位, 거리 단위',
  seconds:
    'sekunden, secondes, segundos, secondi, seconden, sekunder, sekundy, saniye, секунды, 秒, 秒数, 초',
  notes:
    'notizen, notas, note, notities, opmerkingen, anteckningar, notatki, uwagi, poznámky, notlar, заметки, примечания, 备注, メモ, 메모',
  'workout notes':
    "workout-notizen, notes d'entraînement, notes de l'entraînement, notas del entrenamiento, notas do treino, note allenamento, note dell'allenamento, workoutnotities, träningsanteckningar, notatki treningu, notatki z treningu, poznámky k tréninku, antrenman notları, заметки к тренировке, 锻炼备注, ワークアウトメモ, 운동 메모",
  exercise:
    'übung, exercice, ejercicio, exercício, esercizio, oefening, övning, ćwiczenie, cvik, egzersiz, упражнение, 动作, 种目, 種目, エクササイズ, 운동',
  category:
    'kategorie, catégorie, categoría, categoria, categorie, kategori, kategoria, категория, 类别, カテゴリ, カテゴリー, 카테고리, 분류',
  time: 'zeit, temps, tiempo, tempo, tijd, tid, czas, čas, время, 用时',
  comment:
    'kommentar, commentaire, comentario, comentário, commento, komentarz, komentář, yorum, комментарий',
  rpe: 'поу',
}

const columnByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(wordsByColumn).flatMap(([column, words]) =>
    words.split(', ').map((word): [string, string] => [word.normalize('NFC'), column]),
  ),
)

const unitSuffix = /^(.*?)( ?[(（].+[)）])?$/

/** The English name of a column in lowercase, with its unit in parentheses, if any; an unknown name unchanged. */
export function englishColumn(name: string): string {
  const [, base = '', unit = ''] = unitSuffix.exec(name) ?? []
  const column = columnByWord.get(base.replaceAll('’', "'"))
  const suffix = unit === '' ? '' : ` (${unit.replace(/^ ?[(（]|[)）]$/g, '')})`
  return column === undefined ? name : `${column}${suffix}`
}

const restWords = new Set([
  'rest timer',
  'rest',
  'ruhezeit',
  'pausentimer',
  'minuteur de repos',
  'repos',
  'temporizador de descanso',
  'descanso',
  'timer di recupero',
  'recupero',
  'rusttimer',
  'vila',
  'vilotimer',
  'przerwa',
  'odpočinek',
  'dinlenme',
  'отдых',
  'таймер отдыха',
  '休息计时器',
  '休息',
  '休憩タイマー',
  '휴식 타이머',
])

/** Whether the word means a rest between sets. */
export function isRest(word: string): boolean {
  return restWords.has(word.normalize('NFC').toLowerCase())
}
