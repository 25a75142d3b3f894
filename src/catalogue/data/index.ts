import type { CatalogueExercise } from '../exercise.ts'
import { anyEquipment } from './any-equipment.ts'
import { barbellCurls } from './barbell-curls.ts'
import { barbellRows } from './barbell-rows.ts'
import { benchPress } from './bench-press.ts'
import { bicepsCables } from './biceps-cables.ts'
import { calfRaises } from './calves.ts'
import { cardioClasses } from './cardio-classes.ts'
import { cardioMachines } from './cardio-machines.ts'
import { cardioOnFoot } from './cardio-on-foot.ts'
import { cardioSports } from './cardio-sports.ts'
import { carries } from './carries.ts'
import { chestFlies } from './chest-fly.ts'
import { chestMachines } from './chest-machines.ts'
import { chinUps } from './chin-ups.ts'
import { conditioning } from './conditioning.ts'
import { bodyweightConditioning } from './conditioning-bodyweight.ts'
import { coreCrunches } from './core-crunches.ts'
import { coreLeversAndKicks } from './core-levers-and-kicks.ts'
import { corePlanks } from './core-planks.ts'
import { coreRotation } from './core-rotation.ts'
import { coreSideBends } from './core-side-bends.ts'
import { coreSitUpsAndRaises } from './core-sit-ups-and-raises.ts'
import { deadliftVariations } from './deadlift-variations.ts'
import { deadlifts } from './deadlifts.ts'
import { dips } from './dips.ts'
import { dumbbellCurls } from './dumbbell-curls.ts'
import { dumbbellOverheadPress } from './dumbbell-overhead-press.ts'
import { dumbbellPress } from './dumbbell-press.ts'
import { dumbbellRows } from './dumbbell-rows.ts'
import { forearms } from './forearms.ts'
import { hangsAndLevers } from './hangs-and-levers.ts'
import { hinges } from './hinges.ts'
import { hipAbductionAdduction } from './hip-abduction-adduction.ts'
import { hipExtensions } from './hip-extensions.ts'
import { kettlebellBallistics } from './kettlebell-ballistics.ts'
import { kettlebellPressesAndGetUps } from './kettlebell-presses-and-get-ups.ts'
import { legCurlsAndExtensions } from './leg-curls-and-extensions.ts'
import { legVariations } from './leg-variations.ts'
import { lunges } from './lunges.ts'
import { mobilityPractice } from './mobility-practice.ts'
import { olympicCleans } from './olympic-cleans.ts'
import { olympicComplexes } from './olympic-complexes.ts'
import { olympicJerks } from './olympic-jerks.ts'
import { olympicSnatches } from './olympic-snatches.ts'
import { olympicVariations } from './olympic-variations.ts'
import { overheadPress } from './overhead-press.ts'
import { overheadPressMachines } from './overhead-press-machines.ts'
import { plyometrics } from './plyometrics.ts'
import { pressVariations } from './press-variations.ts'
import { pullUps } from './pull-ups.ts'
import { pulldowns } from './pulldowns.ts'
import { pushUps } from './push-up.ts'
import { rearDelts } from './rear-delts.ts'
import { romanianDeadlifts } from './romanian-deadlifts.ts'
import { rowMachines } from './row-machines.ts'
import { shoulderRaises } from './shoulder-raises.ts'
import { shoulderRotation } from './shoulder-rotation.ts'
import { sledsAndOddObjects } from './sleds-and-odd-objects.ts'
import { splitSquats } from './split-squats.ts'
import { sportsAndDance } from './sports-and-dance.ts'
import { squatMachines } from './squat-machines.ts'
import { barbellSquats } from './squats-barbell.ts'
import { bodyweightSquats } from './squats-bodyweight.ts'
import { freeSquats } from './squats-free.ts'
import { stepUps } from './step-ups.ts'
import { legStretches } from './stretches-legs.ts'
import { calfAndTrunkStretches } from './stretches-lower-leg-and-trunk.ts'
import { upperBodyStretches } from './stretches-upper-body.ts'
import { trapsAndNeck } from './traps-and-neck.ts'
import { tricepsExtensions } from './triceps-extensions.ts'
import { tricepsPushdowns } from './triceps-pushdowns.ts'
import { uprightRows } from './upright-rows.ts'
import { yRaises } from './y-raises.ts'

/** Every built-in exercise, from the files of this folder. */
export const catalogueData: readonly CatalogueExercise[] = [
  ...anyEquipment,
  ...barbellCurls,
  ...barbellRows,
  ...benchPress,
  ...bicepsCables,
  ...calfRaises,
  ...cardioClasses,
  ...cardioMachines,
  ...cardioOnFoot,
  ...cardioSports,
  ...carries,
  ...chestFlies,
  ...chestMachines,
  ...chinUps,
  ...bodyweightConditioning,
  ...conditioning,
  ...coreCrunches,
  ...coreLeversAndKicks,
  ...corePlanks,
  ...coreRotation,
  ...coreSideBends,
  ...coreSitUpsAndRaises,
  ...deadlifts,
  ...dips,
  ...dumbbellCurls,
  ...dumbbellOverheadPress,
  ...dumbbellPress,
  ...dumbbellRows,
  ...forearms,
  ...hangsAndLevers,
  ...hinges,
  ...hipAbductionAdduction,
  ...hipExtensions,
  ...kettlebellBallistics,
  ...kettlebellPressesAndGetUps,
  ...legCurlsAndExtensions,
  ...lunges,
  ...mobilityPractice,
  ...olympicCleans,
  ...olympicComplexes,
  ...olympicJerks,
  ...olympicSnatches,
  ...overheadPressMachines,
  ...overheadPress,
  ...plyometrics,
  ...pullUps,
  ...pulldowns,
  ...pushUps,
  ...rearDelts,
  ...romanianDeadlifts,
  ...rowMachines,
  ...shoulderRaises,
  ...shoulderRotation,
  ...sledsAndOddObjects,
  ...splitSquats,
  ...squatMachines,
  ...barbellSquats,
  ...bodyweightSquats,
  ...freeSquats,
  ...stepUps,
  ...legStretches,
  ...calfAndTrunkStretches,
  ...upperBodyStretches,
  ...trapsAndNeck,
  ...tricepsExtensions,
  ...tricepsPushdowns,
  ...uprightRows,
  ...yRaises,
  ...olympicVariations,
  ...deadliftVariations,
  ...legVariations,
  ...pressVariations,
  ...sportsAndDance,
]
