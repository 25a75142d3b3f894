/**
 * Strong's column names elsewhere: in German and French, the languages in which its files were seen, and in
 * its first years.
 */
const englishNames: Readonly<Record<string, string>> = {
  // Until 2017 the name was just the unit.
  kg: 'weight (kg)',
  lb: 'weight (lb)',
  lbs: 'weight (lb)',
  km: 'distance (km)',
  mi: 'distance (mi)',
  miles: 'distance (mi)',
  datum: 'date',
  'workout-name': 'workout name',
  dauer: 'duration',
  'workout-dauer': 'workout duration',
  'name der übung': 'exercise name',
  'reihenfolge festlegen': 'set order',
  gewicht: 'weight',
  gewichtseinheit: 'weight unit',
  'wiederh.': 'reps',
  wiederholungen: 'reps',
  entfernung: 'distance',
  entfernungseinheit: 'distance unit',
  sekunden: 'seconds',
  notizen: 'notes',
  'workout-notizen': 'workout notes',
  "nom de l'entraînement": 'workout name',
  durée: 'duration',
  "durée de l'entraînement": 'workout duration',
  "nom de l'exercice": 'exercise name',
  'ordre de la série': 'set order',
  poids: 'weight',
  'unité de poids': 'weight unit',
  réps: 'reps',
  'unité de distance': 'distance unit',
  secondes: 'seconds',
  "notes d'entraînement": 'workout notes',
}

const unitSuffix = /^(.*?)( \(.+\))?$/

/** The English name of a column in lowercase, with its unit in brackets, if any; an unknown name as it is. */
export function englishColumn(name: string): string {
  const [, base = '', unit = ''] = unitSuffix.exec(name) ?? []
  const plain = base.replaceAll('’', "'")
  return Object.hasOwn(englishNames, plain) ? `${englishNames[plain]}${unit}` : name
}

const restWords = new Set(['rest timer', 'rest', 'ruhezeit'])

/** Whether the word means a rest between sets. */
export function isRest(word: string): boolean {
  return restWords.has(word.toLowerCase())
}
