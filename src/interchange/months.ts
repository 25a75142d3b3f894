/**
 * The names of months, January first, as apps write them in English, Portuguese, Spanish, German, French,
 * Italian, Dutch, Swedish, Polish, Czech, Turkish and Russian: lowercase, without accents, in full and
 * abbreviated. No name stands for more than one month.
 */
const namesByMonth: readonly string[] = [
  'jan january janeiro ene enero januar janner janv janvier gen genn gennaio januari sty stycznia styczen led leden ledna oca ocak янв января январь',
  'feb february fev fevereiro febr febrero februar fevr fevrier febbraio febb februari lut lutego luty uno unor unora sub subat фев февр февраля февраль',
  'mar march marco marzo marz maerz mrz mars mrt maart marca marzec bre brezen brezna mart мар марта март',
  'apr april abr abril avr avril aprile kwi kwietnia kwiecien dub duben dubna nis nisan апр апреля апрель',
  'may mai maio mayo mag maggio mei maj maja kve kveten kvetna mayis мая май',
  'jun june junho junio juni juin giu giugno cze czerwca czerwiec cvn cerven cervna haz haziran июн июня июнь',
  'jul july julho julio juli juil juillet lug luglio lip lipca lipiec cvc cervenec cervence tem temmuz июл июля июль',
  'aug august ago agosto aout aou augustus augusti sie sierpnia sierpien srp srpen srpna agu agustos авг августа август',
  'sep sept september set setembro septiembre setiembre septembre sett settembre wrz wrzesnia wrzesien zar zari eyl eylul сен сент сентября сентябрь',
  'oct october out outubro octubre okt oktober octobre ott ottobre paz pazdziernika pazdziernik rij rijen rijna eki ekim окт октября октябрь',
  'nov november novembro noviembre novembre lis listopada listopad kas kasim ноя нояб ноября ноябрь',
  'dec december dez dezembro dic diciembre dezember decembre dicembre gru grudnia grudzien pro prosinec prosince ara aralik дек декабря декабрь',
]

/** Removes accents, and all other marks: й becomes и. */
function removeAccents(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '')
}

const monthByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [removeAccents(name), index + 1]),
  ),
)

/** The month, 1–12, of a name in lowercase without accents or dots; undefined for none. */
export function monthOf(name: string): number | undefined {
  return monthByName.get(name.replaceAll('ı', 'i'))
}
