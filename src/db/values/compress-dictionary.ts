/**
 * Frequent text in workouts' JSON, most frequent last, where references are shortest. Compressed bytes
 * can only be read with the dictionary they were written with, so it must never change. A better
 * dictionary needs a new constant.
 */
export const dictionary1 = Buffer.from(
  [
    'stretch-curl-extension-raise-fly-lunge-pulldown-pull-up-push-up-chin-up-dip-plank-crunch-carry-kickback',
    '-leg-press-calf-raise-hip-thrust-face-pull-lateral-raise-front-squat-romanian-deadlift-bulgarian-split-squat',
    'kettlebell-machine-seated-standing-incline-decline-close-grip-wide-grip-one-arm-single-leg-weighted-assisted-',
    'smith-machine-ez-bar-trap-bar-cable-dumbbell-barbell-overhead-press-barbell-row-barbell-deadlift-barbell-squat',
    'barbell-bench-press","notes":"","supersetGroup":1,"sets":[{"id":"',
    '{"id":"0193","name":"Push Pull Legs Upper Lower Full Body A B","notes":"felt strong","energy":3,"exertion":7.5,',
    '"bodyweight":{"value":82.5,"unit":"kg"},"startedAt":"2026-11-20T17:00:00.000Z","endedAt":"2026-11-20T18:00:00.000Z",',
    '"exercises":[{"id":"0","exerciseId":"',
    '"type":"drop","type":"failure","side":"left"},"side":"right"},"side":"both"},"rir":2,"assistance":{"value":20,',
    '"distance":{"value":5,"unit":"km"},"distance":{"value":400,"unit":"m"},"unit":"mi"},"durationSeconds":60,',
    '"weight":{"value":225,"unit":"lb"},"reps":1,"rpe":9.5,"rpe":7.5,"rpe":9,"rpe":8,"rpe":7,"rpe":10,',
    '"target":{"reps":{"min":8,"max":12},"weight":{"value":100,"unit":"kg"},"rpe":8}},',
    '"target":{"reps":{"min":5,"max":8}}}]},{"id":"0193","type":"warmup","weight":{"value":60,"unit":"kg"},"reps":10},',
    '{"id":"0193","type":"normal","weight":{"value":102.5,"unit":"kg"},"reps":12,"rpe":8.5,"restSeconds":90,',
    '"completedAt":"2027-01-01T18:20:00.000Z"},{"id":"019","type":"normal","weight":{"value":100,"unit":"kg"},"reps":5,',
    '"rpe":8,"restSeconds":180,"completedAt":"2026-11-20T17:20:00.000Z"},{"id":"0193a5c2-7c1e-7d10-9f6e-',
  ].join(''),
)
