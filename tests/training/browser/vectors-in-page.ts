import {
  acuteChronicLoads,
  dotsPoints,
  formulaIds,
  oneRepMaxBy,
  percentOfMax,
  recoveryHours,
  type Sex,
  weekLoad,
  wilksPoints,
} from 'replog/training'
import fatigue from '../vectors/fatigue.json'
import oneRepMax from '../vectors/one-rep-max.json'
import rpeChart from '../vectors/rpe-chart.json'
import strength from '../vectors/strength.json'
import trainingLoad from '../vectors/training-load.json'

// Runs in a page: the published rows, by the code that an app would import. Leaves what came out beside what should.

/** A figure beside the one that is published. */
export type Row = readonly [name: string, actual: number | undefined, expected: number | undefined]

declare global {
  interface Window {
    rows: readonly Row[]
  }
}

const sexOf = (sex: string): Sex => (sex === 'male' ? 'male' : 'female')

function* rows(): Generator<Row> {
  for (const { sex, expected, ...total } of strength.dots)
    if (expected !== undefined) yield ['dots', dotsPoints({ ...total, sex: sexOf(sex) }), expected]
  for (const { sex, expected, ...total } of strength.wilks)
    if (expected !== undefined) yield ['wilks', wilksPoints({ ...total, sex: sexOf(sex) }), expected]
  for (const { weight, n, expected } of oneRepMax.formulas)
    for (const id of formulaIds) yield [id, oneRepMaxBy(id, weight, n), expected[id]]
  for (const { reps, rpe, expected } of rpeChart.percent) yield ['rpe', percentOfMax(reps, rpe), expected]
  for (const { loads, monotony, strain } of trainingLoad.weeks) {
    yield ['monotony', weekLoad(loads).monotony, monotony]
    yield ['strain', weekLoad(loads).strain, strain]
  }
  for (const { loads, acute } of trainingLoad.ewma)
    yield ['acute', acuteChronicLoads(loads).at(-1)?.acute, acute]
  for (const { muscle, stimulus, expectedHours } of fatigue.recovery)
    if (muscle === 'biceps') yield ['recovery', recoveryHours('biceps', stimulus), expectedHours]
}

window.rows = [...rows()]
