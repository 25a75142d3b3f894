import type { Equipment } from '../vocabulary.ts'
import { nameWords, plainWords } from './name-words.ts'

/** The words that apps put in brackets for each kind of equipment, in several languages: lowercase, without accents. */
const wordsByEquipment: Readonly<Record<Equipment, string>> = {
  barbell: 'barbell, bb, barra, langhantel, barre, bilanciere, olympic bar',
  ez_bar: 'ez bar, ez, curl bar, barra ez, barra w, sz stange, barre ez',
  trap_bar: 'trap bar, hex bar, barra hexagonal',
  dumbbell:
    'dumbbell, dumbbells, db, halter, halteres, mancuerna, mancuernas, kurzhantel, kurzhanteln, haltere, manubri, manubrio',
  kettlebell: 'kettlebell, kettlebells, kb, pesa rusa',
  machine:
    'machine, machine plates, plate loaded, plates machine, lever, selectorized, maquina, maschine, macchina, hammer strength',
  cable: 'cable, cables, pulley, cabo, polia, polea, kabel, kabelzug, poulie, cavo, cavi',
  smith_machine: 'smith, smith machine, maquina smith, multipower, multipresse, barre guidee',
  band: 'band, bands, resistance band, elastico, banda, miniband, elastique, elastici, widerstandsband',
  bodyweight:
    'bodyweight, body weight, bw, peso corporal, peso corporeo, korpergewicht, poids du corps, corpo libero, calisthenics',
  plate: 'plate, weight plate, disco, anilha, scheibe, disque',
  medicine_ball: 'medicine ball, med ball, medizinball, balon medicinal',
  suspension: 'suspension, trx, rings, suspensao, suspension trainer',
  cardio_machine: 'cardio machine, treadmill, erg, ergometer',
  sled: 'sled, prowler, trineo, schlitten',
  landmine: 'landmine, land mine',
  other: 'other, sandbag, stability ball, swiss ball, weighted, log, axle',
}

/** The word that the catalogue's names use for each kind of equipment. */
export const catalogueWord: Readonly<Partial<Record<Equipment, string>>> = {
  barbell: 'Barbell',
  ez_bar: 'EZ Bar',
  trap_bar: 'Trap Bar',
  dumbbell: 'Dumbbell',
  kettlebell: 'Kettlebell',
  machine: 'Machine',
  cable: 'Cable',
  smith_machine: 'Smith Machine',
  band: 'Band',
  bodyweight: 'Bodyweight',
  plate: 'Plate',
  medicine_ball: 'Medicine Ball',
  suspension: 'Suspension',
  landmine: 'Landmine',
}

/** The words of {@link catalogueWord} in the normal form of names. */
export const equipmentNameWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(catalogueWord).map(([equipment, word]) => [equipment, new Set(nameWords(word))]),
)

function isEquipment(word: string): word is Equipment {
  return Object.hasOwn(wordsByEquipment, word)
}

const equipmentByWords: ReadonlyMap<string, Equipment> = new Map(
  Object.entries(wordsByEquipment).flatMap(([equipment, words]) =>
    isEquipment(equipment) ? words.split(', ').map((word): [string, Equipment] => [word, equipment]) : [],
  ),
)

/** A name split at its last brackets. */
export interface BracketedName {
  readonly base: string
  readonly bracket: string
  readonly equipment: Equipment | undefined
}

const bracketForm = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*$/

/** `Bench Press (Barbell)` split into its parts; undefined for a name without brackets at its end. */
export function splitBrackets(name: string): BracketedName | undefined {
  const [, base, bracket] = bracketForm.exec(name) ?? []
  if (base === undefined || bracket === undefined) return undefined
  return { base, bracket, equipment: equipmentByWords.get(plainWords(bracket).join(' ')) }
}

/** Words that mean equipment only in brackets: a Back Lever is not a machine. */
const ambiguousWords = new Set([
  'lever',
  'weighted',
  'log',
  'other',
  'machines',
  'plates',
  'rings',
  'barre',
  'disco',
])

/** The equipment in a name: from its brackets, or else from one or two words anywhere. */
export function equipmentIn(name: string): Equipment | undefined {
  const bracketEquipment = splitBrackets(name)?.equipment
  if (bracketEquipment) return bracketEquipment
  const words = plainWords(name).filter((word) => !ambiguousWords.has(word))
  // Two words are more specific than one: `smith machine` than `machine`, `ez bar` than `bar`.
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
  for (const text of [...pairs, ...words]) {
    const equipment = equipmentByWords.get(text)
    if (equipment) return equipment
  }
  return undefined
}
