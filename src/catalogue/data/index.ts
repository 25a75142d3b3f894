import type { CatalogueExercise } from '../exercise.ts'
import { barbellCurls } from './barbell-curls.ts'
import { barbellRows } from './barbell-rows.ts'
import { benchPress } from './bench-press.ts'
import { bicepsCables } from './biceps-cables.ts'
import { calfRaises } from './calves.ts'
import { cardio } from './cardio.ts'
import { cardioClasses } from './cardio-classes.ts'
import { carries } from './carries.ts'
import { chestFlies } from './chest-fly.ts'
import { chestMachines } from './chest-machines.ts'
import { chinUps } from './chin-ups.ts'
import { conditioning } from './conditioning.ts'
import { coreCrunches } from './core-crunches.ts'
import { coreLeversAndKicks } from './core-levers-and-kicks.ts'
import { corePlanks } from './core-planks.ts'
import { coreRotation } from './core-rotation.ts'
import { coreSitUpsAndRaises } from './core-sit-ups-and-raises.ts'
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
import { legCurlsAndExtensions } from './leg-curls-and-extensions.ts'
import { lunges } from './lunges.ts'
import { mobilityPractice } from './mobility-practice.ts'
import { olympicCleans } from './olympic-cleans.ts'
import { olympicSnatches } from './olympic-snatches.ts'
import { overheadPress } from './overhead-press.ts'
import { overheadPressMachines } from './overhead-press-machines.ts'
import { plyometrics } from './plyometrics.ts'
import { pullUps } from './pull-ups.ts'
import { pulldowns } from './pulldowns.ts'
import { pushUps } from './push-up.ts'
import { rearDelts } from './rear-delts.ts'
import { rowMachines } from './row-machines.ts'
import { shoulderRaises } from './shoulder-raises.ts'
import { shoulderRotation } from './shoulder-rotation.ts'
import { splitSquatsAndStepUps } from './split-squats-and-step-ups.ts'
import { squatMachines } from './squat-machines.ts'
import { barbellSquats } from './squats-barbell.ts'
import { freeSquats } from './squats-free.ts'
import { legStretches } from './stretches-legs.ts'
import { calfAndTrunkStretches } from './stretches-lower-leg-and-trunk.ts'
import { upperBodyStretches } from './stretches-upper-body.ts'
import { trapsAndNeck } from './traps-and-neck.ts'
import { tricepsExtensions } from './triceps-extensions.ts'
import { tricepsPushdowns } from './triceps-pushdowns.ts'
import { uprightRows } from './upright-rows.ts'
import { yRaises } from './y-raises.ts'

/** Every built-in exercise, as the files of this folder have them. */
export const catalogueData: readonly CatalogueExercise[] = [
  ...barbellCurls,
  ...barbellRows,
  ...benchPress,
  ...bicepsCables,
  ...calfRaises,
  ...cardioClasses,
  ...cardio,
  ...carries,
  ...chestFlies,
  ...chestMachines,
  ...chinUps,
  ...conditioning,
  ...coreCrunches,
  ...coreLeversAndKicks,
  ...corePlanks,
  ...coreRotation,
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
  ...legCurlsAndExtensions,
  ...lunges,
  ...mobilityPractice,
  ...olympicCleans,
  ...olympicSnatches,
  ...overheadPressMachines,
  ...overheadPress,
  ...plyometrics,
  ...pullUps,
  ...pulldowns,
  ...pushUps,
  ...rearDelts,
  ...rowMachines,
  ...shoulderRaises,
  ...shoulderRotation,
  ...splitSquatsAndStepUps,
  ...squatMachines,
  ...barbellSquats,
  ...freeSquats,
  ...legStretches,
  ...calfAndTrunkStretches,
  ...upperBodyStretches,
  ...trapsAndNeck,
  ...tricepsExtensions,
  ...tricepsPushdowns,
  ...uprightRows,
  ...yRaises,
]
