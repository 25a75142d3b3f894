/**
 * The names of months, January first, as apps write them in English, Portuguese, Spanish, German, French and
 * Italian: lowercase, without accents and dots, in full and abbreviated. No name stands for two months.
 */
const namesByMonth: readonly string[] = [
  'jan january janeiro ene enero januar janner janv janvier gen genn gennaio',
  'feb february fev fevereiro febr febrero februar fevr fevrier febbraio febb',
  'mar march marco marzo marz maerz mrz mars',
  'apr april abr abril avr avril aprile',
  'may mai maio mayo mag maggio',
  'jun june junho junio juni juin giu giugno',
  'jul july julho julio juli juil juillet lug luglio',
  'aug august ago agosto aout aou',
  'sep sept september set setembro septiembre setiembre septembre sett settembre',
  'oct october out outubro octubre okt oktober octobre ott ottobre',
  'nov november novembro noviembre novembre',
  'dec december dez dezembro dic diciembre dezember decembre dicembre',
]

const monthByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** The month, 1–12, of a name in lowercase without accents and dots; undefined for none. */
export function monthOf(name: string): number | undefined {
  return monthByName.get(name)
}
