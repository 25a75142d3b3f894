import type { ImportedLog, ReadOptions } from '#interchange/model.ts'
import { readLog } from '#interchange/read-log.ts'

/** Reads the text of a file, by default in the time zone of Berlin. */
export function read(text: string, options: Partial<ReadOptions> = {}): Promise<ImportedLog> {
  return readLog(new TextEncoder().encode(text), { timeZone: 'Europe/Berlin', ...options })
}

/** Strong without units, the oldest variant. */
export const strongPlain = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2021-07-09 18:00:00,"Legs - Squat",1h 5m,"Squat (Barbell) ",1,225,5,0,0,"",,
2021-07-09 18:00:00,"Legs - Squat",1h 5m,"Squat (Barbell)",2,225,5,0,0,"",,8.5
2021-07-09 18:00:00,"Legs - Squat",1h 5m,"Leg Extension (Machine)",1,149.99999999999997,8,0,0,"slow, ""very"" slow",,0
2021-07-09 18:00:00,"Legs - Squat",1h 5m,"Running",1,0,0,3.1,1800,"",,
2021-07-11 09:30:00,"Pull",44m,"Pull Up",1,0,8,0,0,"","felt; fine",
`

/** Strong with a column for each unit, and decimal commas. */
export const strongUnits = `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2023-07-30 16:49:28;"Arms";"Bench Press (Dumbbell)";1;14,5;kg;8;;;;0;"";"";44m
2023-07-30 16:49:28;"Arms";"Bench Press (Dumbbell)";2;35;lbs;8;;;;0;"";"";44m
2023-07-30 16:49:28;"Arms";"Running";1;;;;;5;km;1500;"";"";44m
`

/** Strong with numbered workouts, letters for sets, rests and notes. */
export const strongNumbered = `"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"Note";"";"";"";"";"";"elbows in";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"W";"40.0";"15";"";"";"";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"W";"40.0";"15";"";"";"";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"1";"61.23492";"8";"8.0";"";"";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"Rest Timer";"";"";"";"";"120.0";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"F";"61.23492";"6";"10";"";"";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Incline Bench Press (Barbell)";"D";"40";"12";"";"";"";"";""
"1";"2020-05-28 12:58:47";"Day 3";"4195";"Plank";"1";"";"";"";"";"60.0";"";""
`

/** Hevy in kilometers and kilograms, newest first, with German and Spanish months. */
export const hevyKg = `"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
"Lower // Ramp","15 Dez. 2025, 07:48","15 Dez. 2025, 09:13","","Seated Leg Curl (Machine)",0,"seat 4\\nslow",0,"warmup",40,10,,0,
"Lower // Ramp","15 Dez. 2025, 07:48","15 Dez. 2025, 09:13","","Seated Leg Curl (Machine)",0,"seat 4\\nslow",1,"failure",78,10,,0,9.5
"Lower // Ramp","15 Dez. 2025, 07:48","15 Dez. 2025, 09:13","","Leg Extension (Machine)",0,"",0,"dropset",62.5,12,,,
"Lower // Ramp","15 Dez. 2025, 07:48","15 Dez. 2025, 09:13","","Rowing Machine",,"",0,"normal",,,2.5,600,
"Upper","3 ago 2024, 18:00","3 ago 2024, 19:00","two
lines","Bench Press (Barbell)",,"",0,"normal",100,5,,,7
`

/** Hevy in pounds, with miles. */
export const hevyLbs = `"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_lbs","reps","distance_miles","duration_seconds","rpe"
"Push","Sep 15, 2025, 7:48 PM","Sep 15, 2025, 9:13 PM","","Bench Press (Barbell)",,"",0,"normal",135,10,,,
"Push","Sep 15, 2025, 7:48 PM","Sep 15, 2025, 9:13 PM","","Running",,"",0,"normal",,,3.1,1800,
`

export const fitNotesNew = `Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2026-08-04,Lat Pulldown,Back,35.0,kgs,10,,,,""
2026-08-04,Lat Pulldown,Back,37.5,kgs,8,,,,"easy"
2026-08-04,Running (Outdoor),Cardio,,,,5.0,km,0:25:30,""
2026-08-06,Cable Thing,Triceps,20.0,lbs,12,,,,""
`

export const fitNotesOld = `Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time,Comment
2016-01-04,Barbell Squat,Legs,135.0,5,,,,
2016-01-04,Plank,Abs,0.0,0,,,01:30,
`

export const fitNotesIos = `Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Kind,Comment
2026-08-04,Barbell Squat,Legs,60.0,132.28,5,,,,weightReps,
2026-08-04,Barbell Squat,Legs,61.23,135.0,5,,,,weightReps,
`

export const fitNotesBody = `Date,Time,Measurement,Value,Unit,Comment
2026-08-04,07:30:00,Bodyweight,82.4,kgs,"after ""run"""
2026-08-04,07:30:00,Body Fat,17.5,%,
2026-08-04,,Waist,84,cm,
2026-08-04,,Left Bicep,15.5,in,
2026-08-04,,Mood,7,,
`
