// Written by `bun run generate` from openapi.yaml. Do not edit: change the contract and run it again.

import { type Static, Type } from '@sinclair/typebox'
import { distinct, file, openObject, text } from '../src/http/validation/json-schema.ts'
import { withCases, withRules } from '../src/http/validation/member-rules.ts'
import '../src/http/validation/formats.ts'
import type { Equal, Expect } from '../src/http/validation/type-equality.ts'
import type { Schemas } from './types.ts'

/** A lowercase UUID; version 7 keeps IDs in order of creation. */
export const Id = Type.String({ format: 'uuid' })

/** The slug of a built-in exercise, or the UUID of a custom one. */
export const ExerciseId = text({ minLength: 1, maxLength: 100, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

/**
 * RFC 3339, in the years 1 to 9999. Responses are in UTC with milliseconds; requests may use another
 * offset, and are stored to the millisecond.
 */
export const Instant = Type.String({ format: 'date-time' })

/** A calendar day, in the years 1 to 9999. */
export const Day = Type.String({ format: 'date' })

/**
 * A line of text with at least one visible character: one other than whitespace, control characters, those
 * up to U+FFFF that Unicode calls Default_Ignorable_Code_Point, such as zero-width spaces, and U+2800. The
 * pattern lists them, because few languages know that property.
 */
export const Name = text({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8][^\\u0000-\\u001f]*$',
  requirement: 'have a visible character and no control characters, such as line breaks',
})

/** Free text; may contain line breaks. No U+0000. */
export const Notes = text({ maxLength: 10000, pattern: '^[^\\u0000]*$' })

/** 1 when created (higher if an expired tombstone may have had the same ID), incremented by each change. */
export const Revision = Type.Integer({ minimum: 1, maximum: 9007199254740991 })

/** Present if there are more items. Opaque. */
export const NextCursor = text({ minLength: 1, maxLength: 1024 })

export const WeightUnit = Type.Union([Type.Literal('kg'), Type.Literal('lb')])

export const DistanceUnit = Type.Union([Type.Literal('m'), Type.Literal('km'), Type.Literal('mi')])

/** The unit that a user prefers for distances. */
export const PreferredDistanceUnit = Type.Union([Type.Literal('km'), Type.Literal('mi')])

/** A weight as entered. It is returned unchanged; figures are computed in whole grams. */
export const Weight = Type.Object(
  { value: Type.Number({ minimum: 0, maximum: 5000 }), unit: WeightUnit },
  { additionalProperties: false },
)

/** A distance as entered. Figures are computed in whole millimeters. */
export const Distance = Type.Object(
  { value: Type.Number({ minimum: 0, maximum: 1000000 }), unit: DistanceUnit },
  { additionalProperties: false },
)

/** A weight computed by the server. */
export const Load = Type.Object(
  { value: Type.Number({ minimum: 0 }), unit: WeightUnit },
  { additionalProperties: false },
)

/** A distance computed by the server. */
export const DistanceCovered = Type.Object(
  { value: Type.Number({ minimum: 0 }), unit: DistanceUnit },
  { additionalProperties: false },
)

/** The method that a figure was computed with. */
export const Method = Type.Object(
  {
    id: text({ pattern: '^[a-z0-9]+([._-][a-z0-9]+)*$' }),
    parameters: Type.Optional(Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown())),
  },
  { additionalProperties: false },
)

/** A stable, machine-readable error code. */
export const ProblemCode = Type.Union([
  Type.Literal('malformed_request'),
  Type.Literal('malformed_json'),
  Type.Literal('unauthorized'),
  Type.Literal('invalid_token'),
  Type.Literal('token_expired'),
  Type.Literal('session_ended'),
  Type.Literal('invalid_credentials'),
  Type.Literal('account_disabled'),
  Type.Literal('forbidden'),
  Type.Literal('registration_closed'),
  Type.Literal('invalid_reset_token'),
  Type.Literal('not_found'),
  Type.Literal('workout_deleted'),
  Type.Literal('exercise_deleted'),
  Type.Literal('measurement_deleted'),
  Type.Literal('program_deleted'),
  Type.Literal('run_deleted'),
  Type.Literal('cursor_expired'),
  Type.Literal('epoch_changed'),
  Type.Literal('method_not_allowed'),
  Type.Literal('conflict'),
  Type.Literal('id_taken'),
  Type.Literal('email_taken'),
  Type.Literal('name_taken'),
  Type.Literal('read_only'),
  Type.Literal('run_ended'),
  Type.Literal('run_paused'),
  Type.Literal('already_started'),
  Type.Literal('revision_mismatch'),
  Type.Literal('revision_unknown'),
  Type.Literal('mutation_id_reused'),
  Type.Literal('content_too_large'),
  Type.Literal('unsupported_media_type'),
  Type.Literal('validation_failed'),
  Type.Literal('idempotency_key_reused'),
  Type.Literal('precondition_required'),
  Type.Literal('too_many_requests'),
  Type.Literal('internal_error'),
  Type.Literal('unavailable'),
])

/** A stable, machine-readable code for one error. */
export const FieldProblemCode = Type.Union([
  Type.Literal('required'),
  Type.Literal('unknown_field'),
  Type.Literal('type'),
  Type.Literal('format'),
  Type.Literal('pattern'),
  Type.Literal('enum'),
  Type.Literal('minimum'),
  Type.Literal('maximum'),
  Type.Literal('min_length'),
  Type.Literal('max_length'),
  Type.Literal('min_items'),
  Type.Literal('max_items'),
  Type.Literal('unique'),
  Type.Literal('multiple_of'),
  Type.Literal('unknown_parameter'),
  Type.Literal('repeated_parameter'),
  Type.Literal('unstorable_text'),
  Type.Literal('unsafe_integer'),
  Type.Literal('unknown_exercise'),
  Type.Literal('unknown_program'),
  Type.Literal('unknown_workout'),
  Type.Literal('unknown_step'),
  Type.Literal('unknown_lift'),
  Type.Literal('unknown_slot'),
  Type.Literal('unknown_revision'),
  Type.Literal('unknown_key'),
  Type.Literal('duplicate_key'),
  Type.Literal('slot_source'),
  Type.Literal('slot_exercise'),
  Type.Literal('base_missing'),
  Type.Literal('end_before_start'),
  Type.Literal('use_assistance'),
  Type.Literal('duplicate_id'),
  Type.Literal('id_mismatch'),
  Type.Literal('exclusive'),
  Type.Literal('range'),
  Type.Literal('requires'),
  Type.Literal('weak_password'),
  Type.Literal('invalid_cursor'),
  Type.Literal('reused'),
  Type.Literal('file_empty'),
  Type.Literal('file_binary'),
  Type.Literal('file_unknown_format'),
  Type.Literal('file_malformed_json'),
  Type.Literal('file_unsupported_version'),
  Type.Literal('file_too_many_rows'),
  Type.Literal('file_too_many_exercises'),
  Type.Literal('file_too_many_workouts'),
  Type.Literal('file_ambiguous_dates'),
])

/** One error and its location: one of `pointer`, `parameter` and `header`. */
export const FieldProblem = Type.Object(
  {
    pointer: Type.Optional(Type.String()),
    parameter: Type.Optional(Type.String()),
    header: Type.Optional(Type.String()),
    code: FieldProblemCode,
    message: Type.String(),
  },
  { additionalProperties: false },
)

/** An error in the format of RFC 9457. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String(),
    instance: Type.String(),
    code: ProblemCode,
    requestId: Type.String(),
    existingId: Type.Optional(Id),
    errors: Type.Optional(Type.Array(FieldProblem, { maxItems: 50 })),
  },
  { additionalProperties: false },
)

/**
 * An email address. Addresses that differ only in letter case or compatibility forms, such as full-width
 * letters, belong to the same account.
 */
export const Email = text({ minLength: 3, maxLength: 254, format: 'idn-email' })

/**
 * The email address of a new account, in ASCII, because letters of other scripts could imitate another
 * address. Write an international domain in Punycode (`xn--…`).
 */
export const NewEmail = text({ minLength: 3, maxLength: 254, format: 'email' })

/**
 * At least 12 characters of any kind, at most 1024 bytes in UTF-8. One that zxcvbn estimates to take fewer
 * than 10^10 guesses gets 422 `weak_password`.
 */
export const NewPassword = text({ minLength: 12, maxLength: 1024, pattern: '^[^\\u0000]*$' })

/** A password as the user enters it, at most 1024 bytes in UTF-8. */
export const EnteredPassword = text({ minLength: 1, maxLength: 1024, pattern: '^[^\\u0000]*$' })

/** 256 bits in base64url, 128 of them random. Opaque, single use. */
export const RefreshToken = text({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** An IANA time zone. */
export const TimeZone = text({ minLength: 1, maxLength: 64, pattern: '^[A-Z][A-Za-z0-9_+/-]*$', format: 'time-zone' })

/** The hour at which the user's day starts, for people who train past midnight. */
export const DayStartHour = Type.Integer({ minimum: 0, maximum: 23 })

/** The day on which the user's week starts. */
export const WeekStart = Type.Union([Type.Literal('monday'), Type.Literal('saturday'), Type.Literal('sunday')])

/** A new account. */
export const Registration = Type.Object(
  {
    email: NewEmail,
    password: NewPassword,
    displayName: Type.Optional(Name),
    unit: Type.Optional(WeightUnit),
    distanceUnit: Type.Optional(PreferredDistanceUnit),
    timeZone: Type.Optional(TimeZone),
    dayStartHour: Type.Optional(DayStartHour),
    weekStart: Type.Optional(WeekStart),
    device: Type.Optional(Name),
  },
  { additionalProperties: false },
)

/** An email address and password to log in with. */
export const Credentials = Type.Object(
  { email: Email, password: EnteredPassword, device: Type.Optional(Name) },
  { additionalProperties: false },
)

/** The refresh token to exchange. */
export const RefreshInput = Type.Object({ refreshToken: RefreshToken }, { additionalProperties: false })

export const BirthYear = Type.Integer({ minimum: 1900, maximum: 2100 })

/** For scores that depend on sex. */
export const Sex = Type.Union([Type.Literal('female'), Type.Literal('male')])

export const TrainingExperience = Type.Union([Type.Literal('beginner'), Type.Literal('intermediate'), Type.Literal('advanced')])

/**
 * The user's training goal. It shifts the rep range, sets and weekly volume of recommended workouts, and
 * the reps of `memory` if the user's own are far outside that range: `strength` 3–6 reps, `size` 6–12,
 * `health` 8–15 with fewer sets, `sport` 4–8 with no more volume than necessary.
 */
export const TrainingGoal = Type.Union(
  [Type.Literal('strength'), Type.Literal('size'), Type.Literal('health'), Type.Literal('sport')],
)

/**
 * How often the user trains, or plans to. Until the log shows a habit, it decides what a recommended
 * workout trains: the whole body with up to three workouts a week, otherwise a part of it. Recommendations
 * also aim for no more weekly sets than that many workouts have room for.
 */
export const WorkoutsPerWeek = Type.Integer({ minimum: 1, maximum: 14 })

/**
 * What the user wants their bodyweight to do. With `lose`, maintaining strength counts as progress. If left
 * out, a bodyweight that falls steadily in the log counts as `lose`.
 */
export const BodyweightGoal = Type.Union([Type.Literal('lose'), Type.Literal('maintain'), Type.Literal('gain')])

/**
 * The day of the next lifting competition. In the three weeks before it, recommended workouts have one
 * heavy lift a day and no new exercises; in the last week, half the sets; on the two days before it, none.
 */
export const CompetitionDay = Type.String({ format: 'date' })

export const Equipment = Type.Union([
  Type.Literal('barbell'),
  Type.Literal('ez_bar'),
  Type.Literal('trap_bar'),
  Type.Literal('dumbbell'),
  Type.Literal('kettlebell'),
  Type.Literal('machine'),
  Type.Literal('cable'),
  Type.Literal('smith_machine'),
  Type.Literal('band'),
  Type.Literal('bodyweight'),
  Type.Literal('plate'),
  Type.Literal('medicine_ball'),
  Type.Literal('suspension'),
  Type.Literal('cardio_machine'),
  Type.Literal('sled'),
  Type.Literal('landmine'),
  Type.Literal('other'),
])

/**
 * The equipment available to the user. If left out, any. `machine` includes the stations for lat pulldowns
 * and seated rows, although the catalogue lists those exercises under `cable`.
 */
export const AvailableEquipment = Type.Intersect([Type.Array(Equipment, { maxItems: 50 }), distinct])

/** The number of pairs of one plate that the user has. */
export const PlatePairs = Type.Object(
  { weight: Weight, pairs: Type.Integer({ minimum: 1, maximum: 50 }) },
  { additionalProperties: false },
)

/** The plates that the user has. */
export const Plates = Type.Array(PlatePairs, { maxItems: 50 })

/** A profile. */
export const User = Type.Object(
  {
    id: Id,
    email: Email,
    displayName: Type.Optional(Name),
    unit: WeightUnit,
    distanceUnit: PreferredDistanceUnit,
    timeZone: TimeZone,
    dayStartHour: DayStartHour,
    weekStart: WeekStart,
    birthYear: Type.Optional(BirthYear),
    sex: Type.Optional(Sex),
    experience: Type.Optional(TrainingExperience),
    goal: Type.Optional(TrainingGoal),
    workoutsPerWeek: Type.Optional(WorkoutsPerWeek),
    bodyweightGoal: Type.Optional(BodyweightGoal),
    competitionDay: Type.Optional(CompetitionDay),
    equipment: Type.Optional(AvailableEquipment),
    plates: Type.Optional(Plates),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** A session's tokens and its user. */
export const Tokens = Type.Object(
  {
    tokenType: Type.Literal('Bearer'),
    accessToken: Type.String(),
    expiresIn: Type.Integer({ minimum: 1, maximum: 86400 }),
    refreshToken: RefreshToken,
    user: User,
  },
  { additionalProperties: false },
)

/** A login on one device. */
export const Session = Type.Object(
  {
    id: Id,
    current: Type.Boolean(),
    device: Type.Optional(Name),
    userAgent: Type.Optional(text({ maxLength: 500 })),
    createdAt: Instant,
    lastUsedAt: Instant,
    expiresAt: Instant,
  },
  { additionalProperties: false },
)

/** A page of sessions. */
export const SessionList = Type.Object(
  { items: Type.Array(Session, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** A valid session. */
export const SessionValidity = Type.Object(
  { valid: Type.Boolean(), user: User, session: Session },
  { additionalProperties: false },
)

export const Muscle = Type.Union([
  Type.Literal('neck'),
  Type.Literal('traps'),
  Type.Literal('front_delts'),
  Type.Literal('side_delts'),
  Type.Literal('rear_delts'),
  Type.Literal('rotator_cuff'),
  Type.Literal('chest'),
  Type.Literal('serratus'),
  Type.Literal('upper_back'),
  Type.Literal('lats'),
  Type.Literal('lower_back'),
  Type.Literal('biceps'),
  Type.Literal('triceps'),
  Type.Literal('forearms'),
  Type.Literal('abs'),
  Type.Literal('obliques'),
  Type.Literal('hip_flexors'),
  Type.Literal('glutes'),
  Type.Literal('abductors'),
  Type.Literal('adductors'),
  Type.Literal('quads'),
  Type.Literal('hamstrings'),
  Type.Literal('calves'),
  Type.Literal('tibialis'),
])

export const MuscleGroup = Type.Union([
  Type.Literal('neck'),
  Type.Literal('shoulders'),
  Type.Literal('chest'),
  Type.Literal('back'),
  Type.Literal('arms'),
  Type.Literal('core'),
  Type.Literal('legs'),
])

/** A muscle of the taxonomy. */
export const MuscleInfo = Type.Object(
  { muscle: Muscle, group: MuscleGroup, name: Type.String() },
  { additionalProperties: false },
)

/** The muscle taxonomy. */
export const MuscleList = Type.Object({ items: Type.Array(MuscleInfo) }, { additionalProperties: false })

export const ExerciseCategory = Type.Union([
  Type.Literal('push'),
  Type.Literal('pull'),
  Type.Literal('legs'),
  Type.Literal('core'),
  Type.Literal('cardio'),
  Type.Literal('mobility'),
])

export const MovementPattern = Type.Union([
  Type.Literal('squat'),
  Type.Literal('lunge'),
  Type.Literal('hinge'),
  Type.Literal('hip_extension'),
  Type.Literal('hip_abduction'),
  Type.Literal('hip_adduction'),
  Type.Literal('knee_extension'),
  Type.Literal('knee_flexion'),
  Type.Literal('ankle'),
  Type.Literal('horizontal_push'),
  Type.Literal('vertical_push'),
  Type.Literal('horizontal_pull'),
  Type.Literal('vertical_pull'),
  Type.Literal('chest_fly'),
  Type.Literal('shoulder_raise'),
  Type.Literal('shrug'),
  Type.Literal('shoulder_rotation'),
  Type.Literal('elbow_flexion'),
  Type.Literal('elbow_extension'),
  Type.Literal('wrist'),
  Type.Literal('neck'),
  Type.Literal('trunk_flexion'),
  Type.Literal('trunk_extension'),
  Type.Literal('trunk_rotation'),
  Type.Literal('bracing'),
  Type.Literal('carry'),
  Type.Literal('olympic'),
  Type.Literal('jump'),
  Type.Literal('locomotion'),
  Type.Literal('stretch'),
])

export const Mechanic = Type.Union([Type.Literal('compound'), Type.Literal('isolation')])

export const Force = Type.Union([Type.Literal('push'), Type.Literal('pull'), Type.Literal('hold')])

export const Difficulty = Type.Union([Type.Literal('beginner'), Type.Literal('intermediate'), Type.Literal('advanced')])

/** How sets of the exercise are measured. */
export const Tracking = Type.Union([
  Type.Literal('weight_reps'),
  Type.Literal('bodyweight_reps'),
  Type.Literal('reps'),
  Type.Literal('duration'),
  Type.Literal('distance_duration'),
])

export const ExerciseSource = Type.Union([Type.Literal('builtin'), Type.Literal('custom')])

/** Primary at 50 percent or more, secondary at 20 or more, otherwise stabilizer. */
export const EngagementRole = Type.Union([Type.Literal('primary'), Type.Literal('secondary'), Type.Literal('stabilizer')])

/** How much the exercise works a muscle. */
export const EngagementInput = Type.Object(
  { muscle: Muscle, percent: Type.Integer({ minimum: 0, maximum: 100 }) },
  { additionalProperties: false },
)

/** How much the exercise works a muscle, and the resulting role. */
export const Engagement = Type.Object(
  { muscle: Muscle, percent: Type.Integer({ minimum: 0, maximum: 100 }), role: EngagementRole },
  { additionalProperties: false },
)

/** A custom exercise. */
export const ExerciseInput = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
    aliases: Type.Optional(Type.Array(Name, { maxItems: 50 })),
    category: ExerciseCategory,
    pattern: Type.Optional(MovementPattern),
    mechanic: Type.Optional(Mechanic),
    force: Type.Optional(Force),
    equipment: Equipment,
    difficulty: Type.Optional(Difficulty),
    tracking: Tracking,
    unilateral: Type.Optional(Type.Boolean({ default: false })),
    perHand: Type.Optional(Type.Boolean({ default: false })),
    bodyweightShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    cues: Type.Optional(Type.Array(Name, { maxItems: 20 })),
    engagement: Type.Optional(Type.Array(EngagementInput, { maxItems: 24 })),
  },
  { additionalProperties: false },
)

/** A language in which exercises have names, besides English: ISO 639-1. */
export const NameLanguage = Type.Union([
  Type.Literal('de'),
  Type.Literal('es'),
  Type.Literal('fr'),
  Type.Literal('it'),
  Type.Literal('ja'),
  Type.Literal('ko'),
  Type.Literal('nl'),
  Type.Literal('pl'),
  Type.Literal('pt'),
  Type.Literal('ru'),
  Type.Literal('zh'),
])

/** A name of an exercise in another language. */
export const ExerciseTranslation = Type.Object({ language: NameLanguage, name: Name }, { additionalProperties: false })

/** An exercise. */
export const Exercise = Type.Object(
  {
    id: ExerciseId,
    source: ExerciseSource,
    derived: Type.Optional(Type.Boolean()),
    name: Name,
    aliases: Type.Array(Name),
    translations: Type.Optional(Type.Array(ExerciseTranslation)),
    category: ExerciseCategory,
    pattern: Type.Optional(MovementPattern),
    mechanic: Type.Optional(Mechanic),
    force: Type.Optional(Force),
    equipment: Equipment,
    difficulty: Type.Optional(Difficulty),
    tracking: Tracking,
    unilateral: Type.Boolean(),
    perHand: Type.Boolean(),
    bodyweightShare: Type.Number({ minimum: 0, maximum: 1 }),
    cues: Type.Array(Name),
    engagement: Type.Array(Engagement),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
    deletedAt: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

/** A page of exercises. */
export const ExerciseList = Type.Object(
  { items: Type.Array(Exercise, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

export const WorkoutStatus = Type.Union([Type.Literal('in_progress'), Type.Literal('completed')])

/**
 * Warm-ups are listed but don't count toward any figure. Each drop counts as a set of its own, so log
 * every drop (Coleman 2022: drop sets are no less effective than straight sets).
 */
export const SetType = Type.Union(
  [Type.Literal('warmup'), Type.Literal('normal'), Type.Literal('drop'), Type.Literal('failure')],
)

/**
 * For a set done one side at a time. `both` means that it was done with each side.
 *
 * For a `unilateral` exercise, a set without `side` stands for both sides: log one line for both. Reps and
 * volume load count each side. Sets are counted once for both sides: the number of left sets or of right
 * sets of the exercise in the workout, whichever is larger.
 */
export const Side = Type.Union([Type.Literal('left'), Type.Literal('right'), Type.Literal('both')])

/** Rate of perceived exertion, in steps of 0.5 (Zourdos 2016). */
export const Rpe = Type.Number({ minimum: 6, maximum: 10, multipleOf: 0.5 })

/** The target range of reps. */
export const RepRange = Type.Object(
  {
    min: Type.Integer({ minimum: 1, maximum: 1000 }),
    max: Type.Integer({ minimum: 1, maximum: 1000 }),
  },
  { additionalProperties: false },
)

/** The identifier of a part of a program. It stays the same when the program is edited. */
export const ProgramKey = text({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

/** Seconds of lowering, pausing, lifting and pausing; X means explosively. */
export const Tempo = text({ pattern: '^[0-9X](-[0-9X]){3}$' })

/** The planned target of a set. */
export const SetTarget = Type.Object(
  {
    reps: Type.Optional(RepRange),
    openEnded: Type.Optional(Type.Boolean()),
    weight: Type.Optional(Weight),
    rpe: Type.Optional(Rpe),
    key: Type.Optional(ProgramKey),
    rir: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    tempo: Type.Optional(Tempo),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86400 })),
    distance: Type.Optional(Distance),
  },
  { additionalProperties: false },
)

/**
 * One set. It counts as done when it has reps, a duration or a distance. `assistance` is the weight that a
 * band or machine removes; an assisted built-in exercise can't have a `weight` (422 `use_assistance`).
 */
export const WorkoutSetInput = withRules(
  Type.Object(
    {
      id: Type.Optional(Id),
      type: SetType,
      weight: Type.Optional(Weight),
      assistance: Type.Optional(Weight),
      reps: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
      durationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
      distance: Type.Optional(Distance),
      rpe: Type.Optional(Rpe),
      rir: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
      side: Type.Optional(Side),
      restSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
      completedAt: Type.Optional(Instant),
      notes: Type.Optional(Notes),
      target: Type.Optional(SetTarget),
      confirmed: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  [{ rule: 'exclusive', names: ['rpe', 'rir'] }],
)

/** One set, as stored. */
export const WorkoutSet = withRules(
  Type.Object(
    {
      id: Id,
      type: SetType,
      weight: Type.Optional(Weight),
      assistance: Type.Optional(Weight),
      reps: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
      durationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
      distance: Type.Optional(Distance),
      rpe: Type.Optional(Rpe),
      rir: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
      side: Type.Optional(Side),
      restSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
      completedAt: Type.Optional(Instant),
      notes: Type.Optional(Notes),
      target: Type.Optional(SetTarget),
      confirmed: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  [{ rule: 'exclusive', names: ['rpe', 'rir'] }],
)

/** An exercise of a workout, and its sets in order. */
export const WorkoutExerciseInput = Type.Object(
  {
    id: Type.Optional(Id),
    exerciseId: ExerciseId,
    slot: Type.Optional(ProgramKey),
    supersetGroup: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    notes: Type.Optional(Notes),
    sets: Type.Array(WorkoutSetInput, { maxItems: 100 }),
  },
  { additionalProperties: false },
)

/** An exercise of a workout, and its sets in order, as stored. */
export const WorkoutExercise = Type.Object(
  {
    id: Id,
    exerciseId: ExerciseId,
    slot: Type.Optional(ProgramKey),
    supersetGroup: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    notes: Type.Optional(Notes),
    sets: Type.Array(WorkoutSet, { maxItems: 100 }),
  },
  { additionalProperties: false },
)

/**
 * The phase of training that a workout belongs to. A `deload`, or a `comeback` after a break or an
 * illness, is light on purpose: it hardly lowers the expected performance of a lift, and no scheme counts
 * it as a success or a failure. `base`, `build` and `peak` are informational.
 */
export const TrainingPhase = Type.Union([
  Type.Literal('base'),
  Type.Literal('build'),
  Type.Literal('peak'),
  Type.Literal('deload'),
  Type.Literal('comeback'),
])

/**
 * Muscles that, in the seven days up to this workout, the user trained more than they could recover from:
 * the muscles stayed sore, or got weaker. Mark them on the workout in which this became noticeable, such as
 * the last one of a block. The user's own MRV is learned from it (`GET /api/analytics/landmarks`).
 */
export const OverreachedMuscles = Type.Intersect([Type.Array(Muscle, { maxItems: 24 }), distinct])

/**
 * The time zone in which a workout was done: an IANA zone, or an offset from UTC such as `-04:00`. It
 * determines the day of the workout, which stays the same when the user's profile changes or they travel.
 *
 * The default is the offset of `startedAt`. If that has none (`Z` or `-00:00`: RFC 9557), a replaced
 * workout keeps its time zone, and a new one gets the profile's.
 */
export const WorkoutTimeZone = text({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_/:+-]+$', format: 'time-zone-or-offset' })

/** The run and step that a workout belongs to. The run counts the workout toward that step. */
export const WorkoutPlan = Type.Object(
  {
    runId: Id,
    cycle: Type.Integer({ minimum: 1, maximum: 10000 }),
    week: ProgramKey,
    day: ProgramKey,
  },
  { additionalProperties: false },
)

/**
 * A workout as sent by a client. Its `bodyweight` is used for bodyweight lifts unless one was measured on
 * the same day.
 */
export const WorkoutInput = Type.Object(
  {
    id: Type.Optional(Id),
    name: Type.Optional(Name),
    startedAt: Instant,
    endedAt: Type.Optional(Instant),
    timeZone: Type.Optional(WorkoutTimeZone),
    notes: Type.Optional(Notes),
    energy: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    exertion: Type.Optional(Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 })),
    phase: Type.Optional(TrainingPhase),
    overreached: Type.Optional(OverreachedMuscles),
    plan: Type.Optional(WorkoutPlan),
    bodyweight: Type.Optional(Weight),
    exercises: Type.Array(WorkoutExerciseInput, { maxItems: 200 }),
  },
  { additionalProperties: false },
)

/**
 * Sums over the sets that were done, without warm-ups. A set for both sides counts once, but its reps and
 * volume count for each side. Per-hand loads count twice. Bodyweight lifts count the share of bodyweight
 * that they move. The bodyweight is the one measured on the day of the workout, or else the workout's own,
 * the nearest earlier one, or the first later one; if none is known, bodyweight lifts add no volume. The
 * duration is present once the workout has ended.
 */
export const WorkoutTotals = Type.Object(
  {
    volume: Load,
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reps: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)

/**
 * A set that doesn't fit the history of its lift. In the first three sessions of a lift, there is hardly any
 * history, so a set is doubted if nobody can have done it, or if it is probably a slip: a weight well above
 * the world record for its movement and equipment (for the lift's first weight, and for one more than three
 * times the largest one so far, more than 55% of that record), a weight more than eight times the largest
 * one so far (more than five times, if a tenth of it was lifted before or in the same workout), or more than
 * 500 reps with a weight. Even a set in which no rep was made can be doubted. A doubted set stays as logged
 * but is excluded from records, totals and recommendations until it is corrected or `confirmed`, or until
 * the same value is logged in a second workout, with at least one rep.
 */
export const DoubtedSet = Type.Object(
  {
    exerciseId: ExerciseId,
    workoutId: Id,
    setId: Id,
    reason: Type.Union([Type.Literal('load_high'), Type.Literal('load_low'), Type.Literal('reps_high')]),
    meant: Type.Optional(
      Type.Object(
        {
          weight: Type.Optional(Weight),
          assistance: Type.Optional(Weight),
          reps: Type.Integer({ minimum: 0, maximum: 1000 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

/** The sets that look like typing errors and don't count. Left out if there are none. */
export const DoubtedSets = Type.Array(DoubtedSet)

/**
 * A workout. `totals`, `doubts`, `revision`, `createdAt` and `updatedAt` are set by the server and are not
 * part of `WorkoutInput`.
 */
export const Workout = Type.Object(
  {
    id: Id,
    name: Type.Optional(Name),
    startedAt: Instant,
    endedAt: Type.Optional(Instant),
    timeZone: WorkoutTimeZone,
    notes: Type.Optional(Notes),
    energy: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    exertion: Type.Optional(Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 })),
    phase: Type.Optional(TrainingPhase),
    overreached: Type.Optional(OverreachedMuscles),
    plan: Type.Optional(WorkoutPlan),
    bodyweight: Type.Optional(Weight),
    exercises: Type.Array(WorkoutExercise, { maxItems: 200 }),
    totals: WorkoutTotals,
    doubts: Type.Optional(DoubtedSets),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** A page of workouts. */
export const WorkoutList = Type.Object(
  { items: Type.Array(Workout, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** The state to restore. */
export const RestoreInput = Type.Object({ revision: Type.Optional(Revision) }, { additionalProperties: false })

/** A replaced state of a workout. */
export const WorkoutRevision = Type.Object(
  {
    revision: Revision,
    replacedAt: Instant,
    reason: Type.Union([Type.Literal('replaced'), Type.Literal('deleted'), Type.Literal('restored')]),
    workout: WorkoutInput,
  },
  { additionalProperties: false },
)

/** A page of revisions. */
export const WorkoutRevisionList = Type.Object(
  { items: Type.Array(WorkoutRevision, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** The slug of a built-in program, or the ID of one of the user's own. */
export const ProgramId = text({ minLength: 1, maxLength: 100, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

/** Where the program was published. */
export const ProgramUrl = text({ maxLength: 500, pattern: '^https://[!-~]+$' })

export const LoadPercent = Type.Number({ minimum: 1, maximum: 150 })

/**
 * A percentage of a lift's base, plus the weight in `plus` (which can't be negative). The lift is `lift`
 * or, by default, that of the slot.
 */
export const BaseLoad = Type.Object(
  {
    of: Type.Literal('base'),
    percent: LoadPercent,
    lift: Type.Optional(ProgramKey),
    plus: Type.Optional(Weight),
  },
  { additionalProperties: false },
)

/** A fixed weight. */
export const FixedLoad = Type.Object({ of: Type.Literal('weight'), weight: Weight }, { additionalProperties: false })

/**
 * A percentage of the planned weight of an earlier set of this slot in the same workout, as for back-off
 * sets. `set` is the `key` of that set.
 */
export const LoadOfSet = Type.Object(
  { of: Type.Literal('set'), set: ProgramKey, percent: LoadPercent },
  { additionalProperties: false },
)

/**
 * A percentage of the heaviest weight lifted in another slot, in the last workout of the run that included
 * it. Until there is one, the lifter chooses the weight. `slot` is the `key` of that slot.
 */
export const LoadOfSlot = Type.Object(
  { of: Type.Literal('slot'), slot: ProgramKey, percent: LoadPercent },
  { additionalProperties: false },
)

/**
 * The load, rounded according to `rounding`. If left out, the lifter chooses it; with `reps` and `rpe` or
 * `rir`, it is derived from the one-rep max.
 */
export const PlannedLoad = Type.Union([BaseLoad, FixedLoad, LoadOfSet, LoadOfSlot], { discriminator: { propertyName: 'of' } })

/**
 * One or more (`count`) identical sets to do, with a target of reps, time or distance; without any, the
 * lifter chooses. Rules and other loads refer to `key`, which all of the `count` sets share and which is unique
 * within the slot.
 */
export const PlannedSet = Type.Object(
  {
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    key: Type.Optional(ProgramKey),
    type: Type.Optional(SetType),
    reps: Type.Optional(RepRange),
    openEnded: Type.Optional(Type.Boolean()),
    load: Type.Optional(PlannedLoad),
    rpe: Type.Optional(Rpe),
    rir: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86400 })),
    distance: Type.Optional(Distance),
    restSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
    tempo: Type.Optional(Tempo),
  },
  { additionalProperties: false },
)

/**
 * Adds a weight, or subtracts one. If the lifter's sets are in the other unit, 2.5 kg count as 5 lb, and
 * 5 lb as 2.5 kg, so that bases stay round.
 */
export const AddChange = Type.Object(
  { kind: Type.Literal('add'), value: Type.Number({ minimum: -100, maximum: 100 }), unit: WeightUnit },
  { additionalProperties: false },
)

/** Raises or lowers the base by a percentage. */
export const PercentChange = Type.Object(
  { kind: Type.Literal('percent'), percent: Type.Number({ minimum: -50, maximum: 50 }) },
  { additionalProperties: false },
)

/**
 * Sets the base to a percentage of the one-rep max of the last judged set: its weight for a single,
 * otherwise estimated by Epley's formula, `weight × (1 + reps / 30)`. Meant for sets that test a max.
 */
export const TestedChange = Type.Object(
  { kind: Type.Literal('tested'), percent: Type.Number({ minimum: 1, maximum: 110 }) },
  { additionalProperties: false },
)

/** How a base changes. */
export const BaseChange = Type.Union([AddChange, PercentChange, TestedChange], { discriminator: { propertyName: 'kind' } })

/**
 * The change for this many reps or more. If several steps match, the one with the highest `fromReps`
 * applies.
 */
export const RuleStep = Type.Object(
  { fromReps: Type.Integer({ minimum: 0, maximum: 1000 }), change: BaseChange },
  { additionalProperties: false },
)

/** Applies `change` once for each rep above `over`, at most `max` times. */
export const RepBonus = Type.Object(
  {
    over: Type.Integer({ minimum: 0, maximum: 1000 }),
    change: AddChange,
    max: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
)

/**
 * When and how a lift's base changes. Each rule of a lift judges, once, each finished workout of the run
 * that contains the lift.
 *
 * A rule judges the working sets with a rep target in all slots of this lift in the workout; with `set`,
 * only those with this `key`. The workout is a success if none of them falls short of its target: fewer reps
 * than `reps.min`, or a weight more than 2.5% lighter than planned. Otherwise it is a miss. A lift with
 * no completed set is not judged and keeps its base.
 *
 * - After a success, `made`, the matching one of `steps`, and `bonus` apply.
 * - After a miss: `missed`.
 * - `afterMade` and `afterMissed` count consecutive successes and misses, and restart after each change.
 *
 * Changes are relative to the base, whatever was lifted. The base itself is not rounded, but the loads
 * derived from it are. Several rules apply one after the other. A rule needs at least one of `made`,
 * `missed`, `steps` and `bonus`.
 *
 * To raise a weight once every set reaches the top of a rep range, judge the sum: for 3 × 8–12, `reps: sum`
 * and a step with `fromReps: 36`.
 */
export const BaseRule = Type.Object(
  {
    weeks: Type.Optional(Type.Intersect([Type.Array(ProgramKey, { minItems: 1, maxItems: 52 }), distinct])),
    days: Type.Optional(Type.Intersect([Type.Array(ProgramKey, { minItems: 1, maxItems: 14 }), distinct])),
    set: Type.Optional(ProgramKey),
    reps: Type.Optional(Type.Union([Type.Literal('last'), Type.Literal('sum')])),
    made: Type.Optional(BaseChange),
    afterMade: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    missed: Type.Optional(BaseChange),
    afterMissed: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    steps: Type.Optional(Type.Array(RuleStep, { minItems: 1, maxItems: 10 })),
    bonus: Type.Optional(RepBonus),
    takes: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('next_cycle')])),
  },
  { additionalProperties: false },
)

/**
 * A lift whose base, the weight that percentages refer to, is tracked by a run. Its initial base is set by
 * the run (`RunInput.lifts`), or is `startPercent` of the one-rep max in the log. For bodyweight
 * exercises, the base is the added weight.
 */
export const ProgramLift = Type.Object(
  {
    key: ProgramKey,
    exerciseId: ExerciseId,
    base: Type.Union([Type.Literal('training_max'), Type.Literal('working_weight')]),
    startPercent: Type.Optional(Type.Number({ minimum: 1, maximum: 110 })),
    rules: Type.Optional(Type.Array(BaseRule, { maxItems: 20 })),
  },
  { additionalProperties: false },
)

/** The sets of one week. */
export const WaveWeek = Type.Object(
  { week: ProgramKey, sets: Type.Array(PlannedSet, { maxItems: 50 }) },
  { additionalProperties: false },
)

/**
 * Sets that vary by week, shared by any number of slots. `week` is the key of a week of the program. A
 * slot with this wave is skipped in weeks that the wave doesn't list.
 */
export const ProgramWave = Type.Object(
  { key: ProgramKey, weeks: Type.Array(WaveWeek, { minItems: 1, maxItems: 52 }) },
  { additionalProperties: false },
)

/**
 * The weight added after a success. The default is 2.5 kg or 5 lb for the upper body and 5 kg or 10 lb for
 * the lower body, or the smallest loadable step if that is larger.
 */
export const Increment = Type.Object(
  { value: Type.Number({ maximum: 100, exclusiveMinimum: 0 }), unit: WeightUnit },
  { additionalProperties: false },
)

/**
 * The default. Derives the next sets from the lift's past performance, its variability and the time since
 * it was last trained; the rep range, number of sets and step are taken from the log unless they are set
 * here.
 */
export const MemoryProgression = Type.Object(
  {
    scheme: Type.Literal('memory'),
    range: Type.Optional(RepRange),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/** The number of sets. The default is as many as last time. */
export const SchemeSets = Type.Integer({ minimum: 1, maximum: 20 })

/** The target reps. */
export const SchemeReps = Type.Integer({ minimum: 1, maximum: 100 })

/** The weight rises after `successes` successful workouts and falls after `failures` failed ones in a row. */
export const LinearProgression = Type.Object(
  {
    scheme: Type.Literal('linear'),
    sets: Type.Optional(SchemeSets),
    reps: Type.Optional(SchemeReps),
    increment: Type.Optional(Increment),
    successes: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    failures: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    decrementPercent: Type.Optional(Type.Number({ minimum: 1, maximum: 50 })),
    targetRpe: Type.Optional(Rpe),
  },
  { additionalProperties: false },
)

/** Reps rise to `maxReps`, then the weight rises. The default is 8 to 12 reps. */
export const DoubleProgression = Type.Object(
  {
    scheme: Type.Literal('double'),
    sets: Type.Optional(SchemeSets),
    minReps: Type.Optional(SchemeReps),
    maxReps: Type.Optional(SchemeReps),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/** The weight rises once all sets together reach `totalReps`. The default is 30. */
export const SumProgression = Type.Object(
  {
    scheme: Type.Literal('sum'),
    sets: Type.Optional(SchemeSets),
    totalReps: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/** The weight is derived from the estimated one-rep max by the RPE chart. The default is 5 reps at RPE 8. */
export const RpeProgression = Type.Object(
  {
    scheme: Type.Literal('rpe'),
    sets: Type.Optional(SchemeSets),
    reps: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    rpe: Type.Optional(Rpe),
  },
  { additionalProperties: false },
)

/**
 * The weight rises when the last set is two reps over the goal in two consecutive workouts (NSCA). The
 * default goal is 10.
 */
export const TwoForTwoProgression = Type.Object(
  {
    scheme: Type.Literal('two_for_two'),
    sets: Type.Optional(SchemeSets),
    reps: Type.Optional(SchemeReps),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/**
 * 5/3/1 (Wendler): percentages of a training max in cycles of four workouts. The default training max is
 * 0.9 × the estimated one-rep max.
 */
export const FiveThreeOneProgression = Type.Object(
  {
    scheme: Type.Literal('five_three_one'),
    trainingMax: Type.Optional(Weight),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/** One of the tiers of GZCLP (Lefever). */
export const GzclpProgression = Type.Object(
  {
    scheme: Type.Literal('gzclp'),
    tier: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)])),
    increment: Type.Optional(Increment),
  },
  { additionalProperties: false },
)

/**
 * Autoregulatory progressive resistance exercise (Mann 2010) for a rep maximum of 3, 6 or 10. The default
 * is 6.
 */
export const ApreProgression = Type.Object(
  {
    scheme: Type.Literal('apre'),
    repMax: Type.Optional(Type.Union([Type.Literal(3), Type.Literal(6), Type.Literal(10)])),
  },
  { additionalProperties: false },
)

/** A progression scheme and its parameters. Omitted parameters have their defaults. */
export const ProgressionScheme = Type.Union(
  [
    MemoryProgression,
    LinearProgression,
    DoubleProgression,
    SumProgression,
    RpeProgression,
    TwoForTwoProgression,
    FiveThreeOneProgression,
    GzclpProgression,
    ApreProgression,
  ],
  { discriminator: { propertyName: 'scheme' } },
)

/**
 * A slot for an exercise in a day. Its sets are fixed (`sets`), vary by week (`wave`), or are prescribed
 * by a scheme (`progression`) based on what was done in this slot in the run: exactly one of the three.
 *
 * The exercise is that of its `lift`, or `exerciseId`. With both, `exerciseId` is done at percentages of
 * the base of `lift` and counts for that lift's rules: a front squat at 55% of the squat.
 *
 * The key is unique within its day. Slots of several days with the same key are treated as one: they are
 * swapped together, and a scheme sees what was done in each of them, unless that day has a different
 * scheme.
 */
export const ProgramSlot = Type.Object(
  {
    key: ProgramKey,
    lift: Type.Optional(ProgramKey),
    exerciseId: Type.Optional(ExerciseId),
    alternatives: Type.Optional(Type.Intersect([Type.Array(ExerciseId, { maxItems: 10 }), distinct])),
    weeks: Type.Optional(Type.Intersect([Type.Array(ProgramKey, { minItems: 1, maxItems: 52 }), distinct])),
    supersetGroup: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    sets: Type.Optional(Type.Array(PlannedSet, { minItems: 1, maxItems: 50 })),
    wave: Type.Optional(ProgramKey),
    progression: Type.Optional(ProgressionScheme),
    restSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86400 })),
    optional: Type.Optional(Type.Boolean()),
    notes: Type.Optional(Notes),
  },
  { additionalProperties: false },
)

/** A workout of a program. */
export const ProgramDay = Type.Object(
  {
    key: ProgramKey,
    name: Type.Optional(Name),
    notes: Type.Optional(Notes),
    slots: Type.Array(ProgramSlot, { minItems: 1, maxItems: 50 }),
  },
  { additionalProperties: false },
)

/**
 * Days in order; a day may be listed more than once, and in several weeks. Not a calendar week: the next
 * day follows when the lifter trains again. Every cycle has all weeks. `deload` only marks a week as
 * light; its sets must be light themselves.
 */
export const ProgramWeek = Type.Object(
  {
    key: ProgramKey,
    name: Type.Optional(Name),
    deload: Type.Optional(Type.Boolean()),
    days: Type.Array(ProgramKey, { minItems: 1, maxItems: 14 }),
  },
  { additionalProperties: false },
)

/**
 * How a percentage is rounded to a loadable weight: to the nearest, and up if two are equally near
 * (`nearest`, the default), always down (`down`), or always up (`up`).
 */
export const LoadRounding = Type.Union([Type.Literal('nearest'), Type.Literal('down'), Type.Literal('up')])

/**
 * A program as sent by a client. A cycle goes through all `weeks` in order, and each week through its
 * `days`; then the next cycle begins. A program with a single day and week is a routine; one week with the
 * days `[a, b]` alternates them.
 *
 * Keys are chosen by the client: those of lifts, waves, days and weeks are unique within the program.
 */
export const ProgramInput = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
    author: Type.Optional(Name),
    sourceUrl: Type.Optional(ProgramUrl),
    notes: Type.Optional(Notes),
    sessionsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    cycles: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    rounding: Type.Optional(LoadRounding),
    lifts: Type.Optional(Type.Array(ProgramLift, { maxItems: 20 })),
    waves: Type.Optional(Type.Array(ProgramWave, { maxItems: 100 })),
    days: Type.Array(ProgramDay, { minItems: 1, maxItems: 30 }),
    weeks: Type.Array(ProgramWeek, { minItems: 1, maxItems: 52 }),
  },
  { additionalProperties: false },
)

/** A program, as stored. */
export const Program = Type.Object(
  {
    id: ProgramId,
    source: ExerciseSource,
    name: Name,
    author: Type.Optional(Name),
    sourceUrl: Type.Optional(ProgramUrl),
    notes: Type.Optional(Notes),
    sessionsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    cycles: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    rounding: Type.Optional(LoadRounding),
    lifts: Type.Optional(Type.Array(ProgramLift, { maxItems: 20 })),
    waves: Type.Optional(Type.Array(ProgramWave, { maxItems: 100 })),
    days: Type.Array(ProgramDay, { minItems: 1, maxItems: 30 }),
    weeks: Type.Array(ProgramWeek, { minItems: 1, maxItems: 52 }),
    revision: Revision,
    createdAt: Type.Optional(Instant),
    updatedAt: Type.Optional(Instant),
    deletedAt: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

/** A program in a list. */
export const ProgramSummary = Type.Object(
  {
    id: ProgramId,
    source: ExerciseSource,
    name: Name,
    author: Type.Optional(Name),
    notes: Type.Optional(Notes),
    sessionsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    days: Type.Integer({ minimum: 1, maximum: 30 }),
    weeks: Type.Integer({ minimum: 1, maximum: 52 }),
    revision: Revision,
  },
  { additionalProperties: false },
)

/** A page of programs. */
export const ProgramList = Type.Object(
  { items: Type.Array(ProgramSummary, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** The workout to create a routine from. */
export const ProgramFromWorkout = Type.Object({ workoutId: Id, name: Type.Optional(Name) }, { additionalProperties: false })

/**
 * The goal of a block. The default follows from the profile's goal: `strength` for `strength`,
 * `hypertrophy` for `size`, and `general` for `health`, `sport` or none.
 */
export const ProgramGoal = Type.Union([Type.Literal('hypertrophy'), Type.Literal('strength'), Type.Literal('general')])

/** The goal of a block of training, and the available time and equipment. */
export const ProgramPlanRequest = Type.Object(
  {
    goal: Type.Optional(ProgramGoal),
    sessionsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 6 })),
    minutes: Type.Integer({ minimum: 15, maximum: 180 }),
    weeks: Type.Optional(Type.Integer({ minimum: 4, maximum: 6 })),
    experience: Type.Optional(TrainingExperience),
    equipment: Type.Optional(Type.Intersect([Type.Array(Equipment, { maxItems: 50 }), distinct])),
    favor: Type.Optional(Type.Intersect([Type.Array(Muscle, { maxItems: 6 }), distinct])),
    exclude: Type.Optional(Type.Intersect([Type.Array(ExerciseId, { maxItems: 200 }), distinct])),
  },
  { additionalProperties: false },
)

/** The direct sets for a muscle in each week of a block, and why. */
export const PlannedMuscle = Type.Object(
  {
    muscle: Muscle,
    sets: Type.Array(Type.Integer({ maximum: 2147483647, minimum: 0 }), { maxItems: 6 }),
    reason: Type.String(),
  },
  { additionalProperties: false },
)

/** An exercise of a planned day, and why. */
export const PlannedExercise = Type.Object(
  { day: ProgramKey, slot: ProgramKey, exerciseId: ExerciseId, reasons: Type.Array(Type.String()) },
  { additionalProperties: false },
)

/** A lift and its base. */
export const LiftBase = Type.Object({ lift: ProgramKey, base: Weight }, { additionalProperties: false })

/** A block of training, and the reasons for its numbers. */
export const ProgramPlan = Type.Object(
  {
    program: ProgramInput,
    lifts: Type.Array(LiftBase, { maxItems: 20 }),
    muscles: Type.Array(PlannedMuscle),
    exercises: Type.Array(PlannedExercise),
    reasons: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)

/** A name from another app, and the exercise that it means. */
export const NameOfExercise = Type.Object({ name: Name, exerciseId: ExerciseId }, { additionalProperties: false })

/** The text of a file with a program or routines. */
export const ProgramFile = Type.Object(
  {
    text: text({ minLength: 1, maxLength: 200000, pattern: '^[^\\u0000]*$' }),
    mappings: Type.Optional(Type.Array(NameOfExercise, { maxItems: 500 })),
  },
  { additionalProperties: false },
)

/** A name in the file. Without `exerciseId`, it is unknown. */
export const ConvertedName = Type.Object(
  { name: Type.String(), exerciseId: Type.Optional(ExerciseId), candidates: Type.Array(ExerciseId) },
  { additionalProperties: false },
)

/** The programs in a file, ready to post. */
export const ConvertedPrograms = Type.Object(
  {
    format: Type.Union([Type.Literal('replog'), Type.Literal('hevy')]),
    programs: Type.Array(ProgramInput, { maxItems: 100 }),
    names: Type.Array(ConvertedName),
  },
  { additionalProperties: false },
)

/** A program, and the bases for its preview. */
export const ProgramPreviewRequest = Type.Object(
  {
    program: ProgramInput,
    lifts: Type.Optional(Type.Array(LiftBase, { maxItems: 20 })),
    cycles: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  },
  { additionalProperties: false },
)

/**
 * A set to do. The weight is loadable and in the form in which it would be entered: that of one hand for a
 * per-hand lift, the added weight for a bodyweight lift.
 */
export const PrescribedSet = Type.Object(
  {
    type: Type.Union([Type.Literal('warmup'), Type.Literal('normal'), Type.Literal('failure')]),
    weight: Type.Optional(Weight),
    assistance: Type.Optional(Weight),
    reps: Type.Optional(RepRange),
    openEnded: Type.Optional(Type.Boolean()),
    rpe: Type.Optional(Rpe),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86400 })),
    distance: Type.Optional(Distance),
    side: Type.Optional(Side),
    platesPerSide: Type.Optional(Type.Array(Weight)),
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)

/**
 * The chance of completing the heaviest set (the first of several at that weight) with at least the
 * minimum of its reps. It is estimated from the log as of now: for a slot that follows a scheme, from the
 * slot's own workouts, as in `GET /api/recommendations/progression`; for weights that the program
 * prescribes, from all workouts with the exercise. Left out if the set has no weight, or the lift has too
 * little data. An exercise done only in this run, and always exactly as planned, has too little data for a
 * chance below one half. A preview assumes no progress before later weeks.
 */
export const SlotChance = Type.Number({ minimum: 0, maximum: 1 })

/** A slot of a previewed day. */
export const PreviewSlot = Type.Object(
  {
    slot: ProgramKey,
    exerciseId: ExerciseId,
    sets: Type.Array(PrescribedSet),
    chance: Type.Optional(SlotChance),
  },
  { additionalProperties: false },
)

/** A day of a previewed week. */
export const PreviewDay = Type.Object(
  {
    day: ProgramKey,
    slots: Type.Array(PreviewSlot),
    estimatedSeconds: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/** The hard sets of a muscle in a week. */
export const PreviewMuscle = Type.Object(
  {
    muscle: Muscle,
    directSets: Type.Number({ minimum: 0 }),
    fractionalSets: Type.Number({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** A week of a previewed program. */
export const PreviewWeek = Type.Object(
  {
    cycle: Type.Integer({ minimum: 1, maximum: 4 }),
    week: ProgramKey,
    days: Type.Array(PreviewDay),
    muscles: Type.Array(PreviewMuscle),
  },
  { additionalProperties: false },
)

/** What a program prescribes, week by week. */
export const ProgramPreview = Type.Object({ weeks: Type.Array(PreviewWeek) }, { additionalProperties: false })

/** A position in a run. */
export const ProgramStep = Type.Object(
  { cycle: Type.Integer({ minimum: 1, maximum: 10000 }), week: ProgramKey, day: ProgramKey },
  { additionalProperties: false },
)

/** Skips a step. */
export const SkipDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('skip'), step: ProgramStep },
  { additionalProperties: false },
)

/** Repeats a week. */
export const RepeatDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('repeat'), week: ProgramKey },
  { additionalProperties: false },
)

/**
 * Continues from a step, at most 10 cycles ahead. Earlier steps are skipped; this step and the later ones
 * of its cycle are open again.
 */
export const GoToDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('go_to'), step: ProgramStep },
  { additionalProperties: false },
)

/** Sets a base. */
export const BaseDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('set_base'), lift: ProgramKey, base: Weight },
  { additionalProperties: false },
)

/** Uses another exercise in a slot from now on. */
export const SwapDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('swap'), slot: ProgramKey, exerciseId: ExerciseId },
  { additionalProperties: false },
)

/** Follows another revision of the program from now on. */
export const RevisionDecision = Type.Object(
  { id: Id, at: Instant, kind: Type.Literal('use_revision'), revision: Revision },
  { additionalProperties: false },
)

/** The lifter's decision about a run. */
export const RunDecision = Type.Union(
  [SkipDecision, RepeatDecision, GoToDecision, BaseDecision, SwapDecision, RevisionDecision],
  { discriminator: { propertyName: 'kind' } },
)

export const RunStatus = Type.Union([Type.Literal('active'), Type.Literal('paused'), Type.Literal('ended')])

/** A run as sent by a client. */
export const RunInput = Type.Object(
  {
    id: Type.Optional(Id),
    programId: ProgramId,
    programRevision: Revision,
    status: Type.Optional(RunStatus),
    weekdays: Type.Optional(
      Type.Intersect([Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 }), distinct]),
    ),
    lifts: Type.Optional(Type.Array(LiftBase, { maxItems: 20 })),
    decisions: Type.Optional(Type.Array(RunDecision, { maxItems: 2000 })),
  },
  { additionalProperties: false },
)

/** A current base and, if it has changed, the previous one, the reason, and the workout that changed it. */
export const CurrentBase = Type.Object(
  {
    lift: ProgramKey,
    base: Weight,
    from: Type.Optional(Weight),
    reason: Type.Optional(Type.String()),
    workoutId: Type.Optional(Id),
  },
  { additionalProperties: false },
)

/** The lifter's position, computed from the decisions and the log. */
export const RunState = Type.Object(
  {
    programRevision: Revision,
    next: Type.Optional(ProgramStep),
    inProgress: Type.Optional(Id),
    bases: Type.Array(CurrentBase),
    done: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    skipped: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    extra: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** A run, with its state. */
export const Run = Type.Object(
  {
    id: Id,
    programId: ProgramId,
    programRevision: Revision,
    status: RunStatus,
    weekdays: Type.Optional(
      Type.Intersect([Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 }), distinct]),
    ),
    lifts: Type.Array(LiftBase, { maxItems: 20 }),
    decisions: Type.Array(RunDecision, { maxItems: 2000 }),
    state: RunState,
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** A run without its state, which each device computes itself. */
export const SyncedRun = Type.Object(
  {
    id: Id,
    programId: ProgramId,
    programRevision: Revision,
    status: RunStatus,
    weekdays: Type.Optional(
      Type.Intersect([Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 }), distinct]),
    ),
    lifts: Type.Array(LiftBase, { maxItems: 20 }),
    decisions: Type.Array(RunDecision, { maxItems: 2000 }),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** A page of runs. */
export const RunList = Type.Object(
  { items: Type.Array(Run, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** Why a slot has these sets. */
export const SlotReason = Type.Object(
  {
    slot: ProgramKey,
    exerciseId: ExerciseId,
    rule: Type.Optional(Type.String()),
    reasons: Type.Array(Type.String()),
    chance: Type.Optional(SlotChance),
  },
  { additionalProperties: false },
)

/** The next workout of a run. */
export const NextWorkout = Type.Object(
  {
    finished: Type.Boolean(),
    step: Type.Optional(ProgramStep),
    workout: Type.Optional(WorkoutInput),
    slots: Type.Array(SlotReason),
    estimatedSeconds: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/** The workout to start. The default is the next one. */
export const StartInput = Type.Object(
  {
    id: Type.Optional(Id),
    startedAt: Type.Optional(Instant),
    week: Type.Optional(ProgramKey),
    day: Type.Optional(ProgramKey),
  },
  { additionalProperties: false },
)

/** How a step went. */
export const StepAdherence = Type.Object(
  {
    step: ProgramStep,
    outcome: Type.Union([Type.Literal('done'), Type.Literal('partial'), Type.Literal('skipped')]),
    workoutId: Type.Optional(Id),
  },
  { additionalProperties: false },
)

/** How closely a slot was followed. */
export const SlotAdherence = Type.Object(
  {
    slot: ProgramKey,
    plannedSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doneSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    plannedReps: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doneReps: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    loadsWithin: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    swapped: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/** The sessions of a calendar week. */
export const WeekAdherence = Type.Object(
  { startsOn: Day, sessions: Type.Integer({ maximum: 2147483647, minimum: 0 }) },
  { additionalProperties: false },
)

/** What was planned, and what was done. */
export const Adherence = Type.Object(
  {
    steps: Type.Array(StepAdherence),
    slots: Type.Array(SlotAdherence),
    sessionsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    weeks: Type.Array(WeekAdherence),
  },
  { additionalProperties: false },
)

export const BucketSize = Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')], { default: 'week' })

/** Epley 1985, Brzycki 1993, Lombardi 1989, Mayhew 1992, O'Conner 1989, Wathan 1994, Lander 1985. */
export const OneRepMaxFormula = Type.Union(
  [
    Type.Literal('epley'),
    Type.Literal('brzycki'),
    Type.Literal('lombardi'),
    Type.Literal('mayhew'),
    Type.Literal('oconner'),
    Type.Literal('wathan'),
    Type.Literal('lander'),
  ],
  { default: 'epley' },
)

/**
 * Weekly direct sets: maintenance, minimum effective, maximum adaptive (a range) and maximum recoverable
 * volume.
 */
export const Landmarks = Type.Object(
  {
    mv: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    mev: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    mav: Type.Object(
      {
        min: Type.Integer({ maximum: 2147483647, minimum: 0 }),
        max: Type.Integer({ maximum: 2147483647, minimum: 0 }),
      },
      { additionalProperties: false },
    ),
    mrv: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    source: Type.String(),
  },
  { additionalProperties: false },
)

/**
 * Where weekly direct sets fall among the landmarks: `below_maintenance` is below the MV, `maintenance`
 * below the MEV, `productive` up to the upper end of the MAV, `high` up to the MRV, and `over_mrv` above
 * it. If the MEV is 0, no sets at all are `maintenance`. Muscles grow from the MEV to the MRV, which is
 * `productive` and `high` together, and best within the MAV. The landmarks for glutes, front delts and
 * traps are in addition to compound lifts, so only sets of lifts with no other primary muscle that has
 * landmarks count: hip thrusts, but neither squats nor deadlifts.
 */
export const VolumeZone = Type.Union([
  Type.Literal('below_maintenance'),
  Type.Literal('maintenance'),
  Type.Literal('productive'),
  Type.Literal('high'),
  Type.Literal('over_mrv'),
])

/** Where weekly fractional sets fall among the tiers of Pelland et al. */
export const VolumeTier = Type.Union([
  Type.Literal('below_minimum'),
  Type.Literal('high_efficiency'),
  Type.Literal('intermediate'),
  Type.Literal('low'),
  Type.Literal('lowest'),
  Type.Literal('no_data'),
])

/** The training of one muscle. */
export const MuscleVolume = Type.Object(
  {
    muscle: Muscle,
    group: MuscleGroup,
    volumeLoad: Load,
    directSets: Type.Number({ minimum: 0 }),
    fractionalSets: Type.Number({ minimum: 0 }),
    exerciseIds: Type.Array(ExerciseId),
  },
  { additionalProperties: false },
)

/** A muscle's weekly sets, judged by landmarks and tiers. */
export const MuscleWeek = Type.Object(
  {
    muscle: Muscle,
    directSets: Type.Number({ minimum: 0 }),
    fractionalSets: Type.Number({ minimum: 0 }),
    landmarks: Type.Optional(Landmarks),
    zone: Type.Optional(VolumeZone),
    tier: VolumeTier,
  },
  { additionalProperties: false },
)

/** One exercise's contribution to the figures, and its sets. */
export const ExerciseVolume = Type.Object(
  {
    exerciseId: ExerciseId,
    volumeLoad: Load,
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** A part of the range. */
export const VolumeBucket = Type.Object(
  { from: Day, to: Day, muscles: Type.Array(MuscleVolume), exercises: Type.Array(ExerciseVolume) },
  { additionalProperties: false },
)

/** Volume by muscle. Muscles and buckets are in order; `muscles` leaves out untrained muscles. */
export const VolumeReport = Type.Object(
  {
    from: Day,
    to: Day,
    timeZone: TimeZone,
    bucket: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')]),
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
    muscles: Type.Array(MuscleVolume),
    weekly: Type.Array(MuscleWeek),
    buckets: Type.Array(VolumeBucket),
  },
  { additionalProperties: false },
)

/** High up to 5 reps to failure, medium up to 10, low up to 12. */
export const Confidence = Type.Union([Type.Literal('high'), Type.Literal('medium'), Type.Literal('low')])

/** An estimate, not a test. `low` and `high` are the spread of the formulas for the same set. */
export const OneRepMaxEstimate = Type.Object(
  {
    value: Type.Number({ minimum: 0 }),
    low: Type.Number({ minimum: 0 }),
    high: Type.Number({ minimum: 0 }),
    unit: WeightUnit,
    confidence: Confidence,
    method: Method,
    setId: Id,
  },
  { additionalProperties: false },
)

/** The heaviest set (of equally heavy ones, the one with the most reps), or the longest or farthest. */
export const TopSet = Type.Object(
  {
    setId: Id,
    load: Type.Optional(Load),
    reps: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    durationSeconds: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    distance: Type.Optional(DistanceCovered),
  },
  { additionalProperties: false },
)

/** One workout. */
export const ProgressPoint = Type.Object(
  {
    workoutId: Id,
    startedAt: Instant,
    day: Day,
    value: Type.Optional(Type.Number({ minimum: 0 })),
    oneRepMax: Type.Optional(OneRepMaxEstimate),
    topSet: Type.Optional(TopSet),
    volumeLoad: Load,
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reps: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    outlier: Type.Boolean(),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/**
 * What the trend follows: a workout's best estimated one-rep max, most reps, longest duration or longest
 * distance. `level` is for weighted lifts whose sets have too many reps for estimating a one-rep max: the
 * highest load × (1 + reps / 30) of a set, where `reps` includes those in reserve and is at most 20. It is
 * not a one-rep max.
 */
export const ProgressMetric = Type.Union([
  Type.Literal('one_rep_max'),
  Type.Literal('level'),
  Type.Literal('reps'),
  Type.Literal('duration'),
  Type.Literal('distance'),
])

export const ProgressStatus = Type.Union([
  Type.Literal('insufficient_data'),
  Type.Literal('plateau'),
  Type.Literal('improving'),
  Type.Literal('declining'),
  Type.Literal('holding'),
])

/** A Theil–Sen line through the points, which outliers hardly affect. */
export const Trend = Type.Object(
  {
    slopePerDay: Type.Number(),
    percentPerFourWeeks: Type.Number(),
    intercept: Type.Number(),
    method: Method,
  },
  { additionalProperties: false },
)

/**
 * Weekly best figures, without outliers, that have stopped rising: two connected lines fit better than one
 * (`flattened`), or there was no rise for eight weeks or more (`flat`).
 */
export const ProgressPlateau = Type.Object(
  { since: Day, kind: Type.Union([Type.Literal('flattened'), Type.Literal('flat')]) },
  { additionalProperties: false },
)

/** The trend of the figure compared with that of a falling bodyweight. */
export const ProgressInCut = Type.Object(
  {
    percentPerFourWeeks: Type.Optional(Type.Number()),
    relativePercentPerFourWeeks: Type.Optional(Type.Number()),
    text: Type.String(),
  },
  { additionalProperties: false },
)

/**
 * The one-rep max expected on the day, by Epley's formula and including bodyweight, and the interval
 * expected to contain the actual one in 80% of cases, calibrated on the logs of 36 lifters. An estimate;
 * left out for lifts that are tracked without a load.
 */
export const ExpectedOneRepMax = Type.Object(
  {
    value: Type.Number({ minimum: 0 }),
    low: Type.Number({ minimum: 0 }),
    high: Type.Number({ minimum: 0 }),
    unit: WeightUnit,
    coverage: Type.Number({ minimum: 0, maximum: 1 }),
    label: Type.Optional(Type.Union([Type.Literal('high'), Type.Literal('medium'), Type.Literal('low')])),
  },
  { additionalProperties: false },
)

/** How one exercise is going. */
export const ExerciseProgress = Type.Object(
  {
    scope: Type.Literal('exercise'),
    exerciseId: ExerciseId,
    from: Day,
    to: Day,
    timeZone: TimeZone,
    metric: ProgressMetric,
    unit: Type.Union(
      [Type.Literal('kg'), Type.Literal('lb'), Type.Literal('reps'), Type.Literal('s'), Type.Literal('m')],
    ),
    status: ProgressStatus,
    points: Type.Array(ProgressPoint),
    trend: Type.Optional(Trend),
    plateau: Type.Optional(ProgressPlateau),
    bodyweight: Type.Optional(ProgressInCut),
    expected: Type.Optional(ExpectedOneRepMax),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** Sums over a period. */
export const PeriodTotals = Type.Object(
  {
    from: Day,
    to: Day,
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reps: Type.Integer({ minimum: 0 }),
    volumeLoad: Load,
    durationSeconds: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** The training of one category. */
export const CategoryShare = Type.Object(
  {
    category: ExerciseCategory,
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    percent: Type.Number({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
)

/** How training is going overall. */
export const OverallProgress = Type.Object(
  {
    scope: Type.Literal('overall'),
    from: Day,
    to: Day,
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    current: PeriodTotals,
    previous: PeriodTotals,
    workoutsPerWeek: Type.Number({ minimum: 0 }),
    streakWeeks: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    split: Type.Array(CategoryShare),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** Progress of one exercise, or of all training. */
export const ProgressReport = Type.Union([ExerciseProgress, OverallProgress], { discriminator: { propertyName: 'scope' } })

export const PersonalRecordKind = Type.Union([
  Type.Literal('heaviest_weight'),
  Type.Literal('most_reps_at_weight'),
  Type.Literal('heaviest_for_reps'),
  Type.Literal('best_one_rep_max'),
  Type.Literal('most_set_volume'),
  Type.Literal('most_workout_volume'),
  Type.Literal('longest_duration'),
  Type.Literal('longest_distance'),
])

/** The unit of `value`. */
export const RecordUnit = Type.Union(
  [Type.Literal('kg'), Type.Literal('lb'), Type.Literal('reps'), Type.Literal('s'), Type.Literal('m')],
)

/** A weight as entered, minus the assistance; below 0 for an assisted lift. */
export const EnteredLoad = Type.Object({ value: Type.Number(), unit: WeightUnit }, { additionalProperties: false })

/** A best that was beaten. */
export const RecordMark = Type.Object(
  {
    value: Type.Number({ minimum: 0 }),
    workoutId: Id,
    performedAt: Instant,
    day: Day,
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** The best of a kind: when and with which sets it was set, and what it beat. */
export const PersonalRecord = Type.Object(
  {
    kind: PersonalRecordKind,
    exerciseId: ExerciseId,
    value: Type.Number({ minimum: 0 }),
    unit: RecordUnit,
    atLeastReps: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    atWeight: Type.Optional(EnteredLoad),
    reps: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    load: Type.Optional(Load),
    workoutId: Id,
    performedAt: Instant,
    day: Day,
    setIds: Type.Array(Id),
    previous: Type.Optional(RecordMark),
  },
  { additionalProperties: false },
)

/** The records of one exercise. */
export const ExerciseRecords = Type.Object(
  {
    scope: Type.Literal('exercise'),
    exerciseId: ExerciseId,
    from: Day,
    to: Day,
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    current: Type.Array(PersonalRecord),
    history: Type.Array(PersonalRecord),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** The current bests of one exercise, including baselines. */
export const ExerciseBests = Type.Object(
  { exerciseId: ExerciseId, records: Type.Array(PersonalRecord) },
  { additionalProperties: false },
)

/** A page of the records of all exercises. */
export const AllRecords = Type.Object(
  {
    scope: Type.Literal('all'),
    from: Day,
    to: Day,
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    items: Type.Array(PersonalRecord, { maxItems: 200 }),
    current: Type.Optional(Type.Array(ExerciseBests)),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
    nextCursor: Type.Optional(NextCursor),
  },
  { additionalProperties: false },
)

/** The records of one exercise, or of all. */
export const RecordsReport = Type.Union([ExerciseRecords, AllRecords], { discriminator: { propertyName: 'scope' } })

/** Recovered below a fatigue of 20, fatigued at 60 or more. */
export const RecoveryState = Type.Union([Type.Literal('recovered'), Type.Literal('recovering'), Type.Literal('fatigued')])

/** One workout or user report, and the fatigue remaining from it. */
export const FatigueContribution = Type.Object(
  {
    kind: Type.Union([Type.Literal('workout'), Type.Literal('soreness')]),
    workoutId: Type.Optional(Id),
    startedAt: Instant,
    stimulus: Type.Optional(Type.Number({ minimum: 0 })),
    initialFatigue: Type.Number({ minimum: 0, maximum: 100 }),
    recoveryHours: Type.Number({ minimum: 0 }),
    fatigue: Type.Number({ minimum: 0, maximum: 100 }),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** A muscle at a later time, assuming no further training. */
export const FatigueForecast = Type.Object(
  {
    at: Instant,
    fatigue: Type.Number({ minimum: 0, maximum: 100 }),
    readiness: Type.Number({ minimum: 0, maximum: 100 }),
    state: RecoveryState,
  },
  { additionalProperties: false },
)

/** How recovered a muscle is. `readinessLow` and `readinessHigh` assume recovery 25% slower and faster. */
export const MuscleFatigue = Type.Object(
  {
    muscle: Muscle,
    group: MuscleGroup,
    fatigue: Type.Number({ minimum: 0, maximum: 100 }),
    readiness: Type.Number({ minimum: 0, maximum: 100 }),
    readinessLow: Type.Number({ minimum: 0, maximum: 100 }),
    readinessHigh: Type.Number({ minimum: 0, maximum: 100 }),
    state: RecoveryState,
    lastTrainedAt: Type.Optional(Instant),
    recoveredAt: Type.Optional(Instant),
    recoveredEarliest: Type.Optional(Instant),
    recoveredLatest: Type.Optional(Instant),
    contributions: Type.Array(FatigueContribution),
    forecast: Type.Array(FatigueForecast),
  },
  { additionalProperties: false },
)

/** How recovered every muscle is. `lastTrainedAt` goes back 28 days at most. */
export const FatigueReport = Type.Object(
  {
    at: Instant,
    timeZone: TimeZone,
    muscles: Type.Array(MuscleFatigue),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** How sore a muscle feels. */
export const SorenessInput = Type.Object(
  { soreness: Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 }), at: Type.Optional(Instant) },
  { additionalProperties: false },
)

/** A stored soreness report. */
export const Soreness = Type.Object(
  { muscle: Muscle, soreness: Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 }), at: Instant },
  { additionalProperties: false },
)

/** A page of soreness reports. */
export const SorenessList = Type.Object(
  { items: Type.Array(Soreness, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** The last workout with a set that counts. */
export const LastWorkout = Type.Object({ startedAt: Instant, day: Day }, { additionalProperties: false })

/** How recovered a muscle is, without details. */
export const MuscleReadiness = Type.Object(
  {
    muscle: Muscle,
    fatigue: Type.Number({ minimum: 0, maximum: 100 }),
    readiness: Type.Number({ minimum: 0, maximum: 100 }),
    state: RecoveryState,
    recoveredAt: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

/** The first workout with a set that counts. */
export const FirstWorkout = Type.Object({ workoutId: Id, startedAt: Instant, day: Day }, { additionalProperties: false })

/** Sums over all workouts with a set that counts, up to today. */
export const AllTimeTotals = Type.Object(
  {
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reps: Type.Integer({ minimum: 0 }),
    volumeLoad: Load,
    durationSeconds: Type.Integer({ minimum: 0 }),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    firstWorkout: Type.Optional(FirstWorkout),
  },
  { additionalProperties: false },
)

/** A summary of a user's training. */
export const TrainingSummary = Type.Object(
  {
    at: Instant,
    today: Day,
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    lastWorkout: Type.Optional(LastWorkout),
    streakWeeks: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    allTime: AllTimeTotals,
    recentRecords: Type.Array(PersonalRecord, { maxItems: 20 }),
    thisWeek: PeriodTotals,
    lastWeek: PeriodTotals,
    muscles: Type.Array(MuscleWeek),
    readiness: Type.Array(MuscleReadiness),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** The training of one day. */
export const CalendarDay = Type.Object(
  {
    day: Day,
    workoutIds: Type.Array(Id),
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reps: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    volumeLoad: Load,
    durationSeconds: Type.Integer({ minimum: 0 }),
    level: Type.Integer({ minimum: 0, maximum: 4 }),
  },
  { additionalProperties: false },
)

/** Each day of the range in order. */
export const CalendarReport = Type.Object(
  {
    from: Day,
    to: Day,
    timeZone: TimeZone,
    days: Type.Array(CalendarDay),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** The seven days up to and including a day. Without monotony and strain if their loads are equal. */
export const WeekLoad = Type.Object(
  {
    sum: Type.Number({ minimum: 0 }),
    monotony: Type.Optional(Type.Number({ minimum: 0 })),
    strain: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
)

/** Exponentially weighted averages over 7 and 28 days. Purely descriptive. */
export const AcuteChronicLoad = Type.Object(
  {
    acute: Type.Number({ minimum: 0 }),
    chronic: Type.Number({ minimum: 0 }),
    ratio: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
)

/** The load of a day, in arbitrary units. */
export const LoadDay = Type.Object(
  {
    day: Day,
    load: Type.Number({ minimum: 0 }),
    workoutIds: Type.Array(Id),
    week: Type.Optional(WeekLoad),
    acuteChronic: Type.Optional(AcuteChronicLoad),
  },
  { additionalProperties: false },
)

/** The load of each day of the range in order. */
export const TrainingLoadReport = Type.Object(
  {
    from: Day,
    to: Day,
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    days: Type.Array(LoadDay),
    unknownWorkoutIds: Type.Array(Id),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

export const CompetitionLift = Type.Union([Type.Literal('squat'), Type.Literal('bench_press'), Type.Literal('deadlift')])

/** The best set of a lift. */
export const BestLift = Type.Object(
  {
    value: Load,
    exerciseId: ExerciseId,
    workoutId: Id,
    setId: Id,
    performedAt: Instant,
    weight: Load,
    reps: Type.Integer({ maximum: 2147483647, minimum: 1 }),
  },
  { additionalProperties: false },
)

/** The best sets of a lift. Both are left out if it was never done. */
export const LiftStrength = Type.Object(
  { lift: CompetitionLift, lifted: Type.Optional(BestLift), estimated: Type.Optional(BestLift) },
  { additionalProperties: false },
)

/** The sum of the three lifts, with its points if sex and bodyweight are known. */
export const StrengthTotal = Type.Object(
  {
    total: Load,
    dots: Type.Optional(Type.Number({ minimum: 0 })),
    wilks: Type.Optional(Type.Number({ minimum: 0 })),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** Strength relative to bodyweight. A total is left out while one of the three lifts is missing. */
export const StrengthReport = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    timeZone: TimeZone,
    status: Type.Union([Type.Literal('insufficient_data'), Type.Literal('ok')]),
    lifts: Type.Array(LiftStrength),
    lifted: Type.Optional(StrengthTotal),
    estimated: Type.Optional(StrengthTotal),
    sex: Type.Optional(Sex),
    bodyweight: Type.Optional(Load),
    missing: Type.Array(
      Type.Union([
        Type.Literal('squat'),
        Type.Literal('bench_press'),
        Type.Literal('deadlift'),
        Type.Literal('sex'),
        Type.Literal('bodyweight'),
      ]),
    ),
    doubts: Type.Optional(DoubtedSets),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** A range of weekly direct sets. */
export const SetRange = Type.Object(
  { min: Type.Integer({ minimum: 0, maximum: 100 }), max: Type.Integer({ minimum: 0, maximum: 100 }) },
  { additionalProperties: false },
)

/** A user's own landmarks for a muscle, in weekly direct sets. */
export const MuscleLandmarksInput = Type.Object(
  {
    muscle: Muscle,
    mv: Type.Integer({ minimum: 0, maximum: 100 }),
    mev: Type.Integer({ minimum: 0, maximum: 100 }),
    mav: SetRange,
    mrv: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
)

/** All of a user's own landmarks. */
export const LandmarksInput = Type.Object(
  { items: Type.Array(MuscleLandmarksInput, { maxItems: 24 }) },
  { additionalProperties: false },
)

/**
 * The maximum recoverable volume, learned from the user's own overreaches: an estimate that starts at the
 * MRV of the landmarks and moves toward the weekly sets at which the user overreached. Only overreaches
 * from the MEV up to, but not including, that MRV count: the MRV already predicts those with more sets, and
 * those with fewer sets had a cause other than volume.
 */
export const LearnedVolume = Type.Object(
  {
    mrv: Type.Number({ minimum: 0 }),
    deviation: Type.Number({ minimum: 0 }),
    overreaches: Type.Integer({ maximum: 2147483647, minimum: 1 }),
    text: Type.String(),
  },
  { additionalProperties: false },
)

/** The landmarks for a muscle. */
export const MuscleLandmarks = Type.Object(
  {
    muscle: Muscle,
    landmarks: Landmarks,
    custom: Type.Boolean(),
    learned: Type.Optional(LearnedVolume),
    perWorkout: Type.Optional(SetRange),
  },
  { additionalProperties: false },
)

/** The landmarks for every muscle that has them. */
export const LandmarkTable = Type.Object(
  {
    items: Type.Array(MuscleLandmarks),
    revision: Type.Integer({ minimum: 0, maximum: 9007199254740991 }),
  },
  { additionalProperties: false },
)

/** The fatigue that a workout adds to a muscle. */
export const AddedFatigue = Type.Object(
  {
    muscle: Muscle,
    stimulus: Type.Number({ minimum: 0 }),
    before: Type.Number({ minimum: 0, maximum: 100 }),
    after: Type.Number({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
)

/** A muscle's sets in seven days. */
export const WeekOfSets = Type.Object(
  { directSets: Type.Number({ minimum: 0 }), fractionalSets: Type.Number({ minimum: 0 }) },
  { additionalProperties: false },
)

/**
 * The effect of a workout on a muscle: its volume, the sets of the seven days up to it (`weekBefore` without
 * the workout, `weekAfter` with it), and the fatigue.
 */
export const SimulatedMuscle = Type.Object(
  {
    muscle: Muscle,
    group: MuscleGroup,
    volumeLoad: Load,
    directSets: Type.Number({ minimum: 0 }),
    fractionalSets: Type.Number({ minimum: 0 }),
    exerciseIds: Type.Array(ExerciseId),
    weekBefore: WeekOfSets,
    weekAfter: WeekOfSets,
    zone: Type.Optional(VolumeZone),
    fatigueBefore: Type.Number({ minimum: 0, maximum: 100 }),
    fatigueAfter: Type.Number({ minimum: 0, maximum: 100 }),
    state: RecoveryState,
    recoveredAt: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

/** The effect of a workout. Muscles that it does not train are left out. */
export const SimulationReport = Type.Object(
  {
    startedAt: Instant,
    totals: WorkoutTotals,
    muscles: Type.Array(SimulatedMuscle),
    unknownLoadSets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

export const ProgressionSchemeId = Type.Union([
  Type.Literal('memory'),
  Type.Literal('linear'),
  Type.Literal('double'),
  Type.Literal('sum'),
  Type.Literal('rpe'),
  Type.Literal('two_for_two'),
  Type.Literal('five_three_one'),
  Type.Literal('gzclp'),
  Type.Literal('apre'),
])

/** How an exercise progresses. */
export const ExerciseProgression = Type.Object(
  {
    exerciseId: ExerciseId,
    chosen: Type.Boolean(),
    progression: ProgressionScheme,
    since: Type.Optional(Instant),
    revision: Type.Integer({ minimum: 0, maximum: 9007199254740991 }),
  },
  { additionalProperties: false },
)

/** The scheme that the user chose for an exercise. */
export const ChosenProgression = Type.Object(
  { exerciseId: ExerciseId, progression: ProgressionScheme, since: Instant, revision: Revision },
  { additionalProperties: false },
)

/** A page of chosen schemes. */
export const ChosenProgressionList = Type.Object(
  { items: Type.Array(ChosenProgression, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** What would follow a miss. */
export const IfMissed = Type.Object(
  { rule: Type.String(), sets: Type.Array(PrescribedSet), text: Type.String() },
  { additionalProperties: false },
)

/** A lighter workout, offered as an alternative. */
export const DeloadOffer = Type.Object(
  {
    cause: Type.Union([Type.Literal('break'), Type.Literal('plateau'), Type.Literal('missed')]),
    percent: Type.Number({ minimum: 0, maximum: 100 }),
    sets: Type.Array(PrescribedSet),
    text: Type.String(),
  },
  { additionalProperties: false },
)

/** What to do next for an exercise. */
export const Prescription = Type.Object(
  {
    status: Type.Literal('prescription'),
    exerciseId: ExerciseId,
    scheme: ProgressionSchemeId,
    rule: Type.String(),
    sets: Type.Array(PrescribedSet),
    warmUps: Type.Array(PrescribedSet),
    reasons: Type.Array(Type.String()),
    ifMissed: Type.Optional(IfMissed),
    deload: Type.Optional(DeloadOffer),
    chance: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    oneRepMax: Type.Optional(ExpectedOneRepMax),
    workoutIds: Type.Array(Id),
    setIds: Type.Array(Id),
    method: Method,
  },
  { additionalProperties: false },
)

/** Too little data; a prescription would be a guess. */
export const UnknownPrescription = Type.Object(
  {
    status: Type.Literal('insufficient_data'),
    exerciseId: ExerciseId,
    scheme: ProgressionSchemeId,
    reasons: Type.Array(Type.String()),
    method: Method,
  },
  { additionalProperties: false },
)

/** What to do next for an exercise, or why there is no prescription. */
export const NextPrescription = Type.Union([Prescription, UnknownPrescription], { discriminator: { propertyName: 'status' } })

/** What to lift next time. */
export const ProgressionReport = Type.Object(
  { at: Instant, items: Type.Array(NextPrescription), doubts: Type.Optional(DoubtedSets) },
  { additionalProperties: false },
)

/** The user's available time and equipment, and wishes for the next workout. */
export const WorkoutRequest = Type.Object(
  {
    minutes: Type.Integer({ minimum: 5, maximum: 240 }),
    at: Type.Optional(Instant),
    equipment: Type.Optional(Type.Intersect([Type.Array(Equipment, { maxItems: 50 }), distinct])),
    focus: Type.Optional(Type.Intersect([Type.Array(Muscle, { maxItems: 24 }), distinct])),
    avoid: Type.Optional(Type.Intersect([Type.Array(Muscle, { maxItems: 24 }), distinct])),
    energy: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    exclude: Type.Optional(Type.Intersect([Type.Array(ExerciseId, { maxItems: 200 }), distinct])),
  },
  { additionalProperties: false },
)

/** An exercise of a recommended workout, and why. */
export const RecommendedExercise = Type.Object(
  {
    exerciseId: ExerciseId,
    warmUps: Type.Array(PrescribedSet),
    sets: Type.Array(PrescribedSet),
    restSeconds: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    estimatedSeconds: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    reasons: Type.Array(Type.String()),
    rule: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)

/** A muscle, or one of the user's exercises, that is not in the workout, and why. */
export const Omission = Type.Object(
  {
    code: Type.Union([
      Type.Literal('fatigued'),
      Type.Literal('would_overload'),
      Type.Literal('avoided'),
      Type.Literal('excluded'),
      Type.Literal('equipment'),
      Type.Literal('enough_sets'),
      Type.Literal('time'),
      Type.Literal('too_advanced'),
      Type.Literal('peaking'),
      Type.Literal('other_day'),
      Type.Literal('new_exercises'),
    ]),
    muscle: Type.Optional(Muscle),
    exerciseId: Type.Optional(ExerciseId),
    text: Type.String(),
  },
  { additionalProperties: false },
)

/** Why a workout is empty. */
export const EmptyWorkout = Type.Object(
  {
    code: Type.Union([
      Type.Literal('no_time'),
      Type.Literal('no_equipment'),
      Type.Literal('nothing_recovered'),
      Type.Literal('nothing_needed'),
      Type.Literal('all_excluded'),
      Type.Literal('competition'),
    ]),
    text: Type.String(),
  },
  { additionalProperties: false },
)

/** A complete workout, with its reasons. */
export const WorkoutRecommendation = Type.Object(
  {
    workout: WorkoutInput,
    exercises: Type.Array(RecommendedExercise),
    estimatedSeconds: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    addedFatigue: Type.Array(AddedFatigue),
    leftOut: Type.Array(Omission),
    readiness: Type.Integer({ minimum: 0, maximum: 100 }),
    empty: Type.Optional(EmptyWorkout),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

export const MeasurementKind = Type.Union([
  Type.Literal('bodyweight'),
  Type.Literal('lean_mass'),
  Type.Literal('body_fat'),
  Type.Literal('height'),
  Type.Literal('neck'),
  Type.Literal('shoulders'),
  Type.Literal('chest'),
  Type.Literal('waist'),
  Type.Literal('hips'),
  Type.Literal('left_upper_arm'),
  Type.Literal('right_upper_arm'),
  Type.Literal('left_forearm'),
  Type.Literal('right_forearm'),
  Type.Literal('left_thigh'),
  Type.Literal('right_thigh'),
  Type.Literal('left_calf'),
  Type.Literal('right_calf'),
])

export const LengthUnit = Type.Union([Type.Literal('cm'), Type.Literal('in')])

export const MeasurementUnit = Type.Union([
  Type.Literal('kg'),
  Type.Literal('lb'),
  Type.Literal('percent'),
  Type.Literal('cm'),
  Type.Literal('in'),
])

/**
 * A measurement to record. Its `kind` determines the allowed units and values: masses in `kg` or `lb` up
 * to 2000, `body_fat` in `percent` up to 100, lengths and circumferences in `cm` or `in` up to 500.
 */
export const MeasurementInput = withCases(
  Type.Object(
    {
      id: Type.Optional(Id),
      kind: MeasurementKind,
      value: Type.Number({ minimum: 0, maximum: 2000 }),
      unit: MeasurementUnit,
      measuredAt: Instant,
      notes: Type.Optional(Notes),
    },
    { additionalProperties: false },
  ),
  [
    Type.Object(
      { kind: Type.Union([Type.Literal('bodyweight'), Type.Literal('lean_mass')]), unit: WeightUnit },
    ),
    Type.Object({
      kind: Type.Union([Type.Literal('body_fat')]),
      unit: Type.Literal('percent'),
      value: Type.Number({ minimum: 0, maximum: 100 }),
    }),
    Type.Object({
      kind: Type.Union([
        Type.Literal('height'),
        Type.Literal('neck'),
        Type.Literal('shoulders'),
        Type.Literal('chest'),
        Type.Literal('waist'),
        Type.Literal('hips'),
        Type.Literal('left_upper_arm'),
        Type.Literal('right_upper_arm'),
        Type.Literal('left_forearm'),
        Type.Literal('right_forearm'),
        Type.Literal('left_thigh'),
        Type.Literal('right_thigh'),
        Type.Literal('left_calf'),
        Type.Literal('right_calf'),
      ]),
      unit: LengthUnit,
      value: Type.Number({ minimum: 0, maximum: 500 }),
    }),
  ],
)

/** A measurement as entered. */
export const Measurement = withCases(
  Type.Object(
    {
      id: Id,
      kind: MeasurementKind,
      value: Type.Number({ minimum: 0, maximum: 2000 }),
      unit: MeasurementUnit,
      measuredAt: Instant,
      notes: Type.Optional(Notes),
      revision: Revision,
      createdAt: Instant,
      updatedAt: Instant,
    },
    { additionalProperties: false },
  ),
  [
    Type.Object(
      { kind: Type.Union([Type.Literal('bodyweight'), Type.Literal('lean_mass')]), unit: WeightUnit },
    ),
    Type.Object({
      kind: Type.Union([Type.Literal('body_fat')]),
      unit: Type.Literal('percent'),
      value: Type.Number({ minimum: 0, maximum: 100 }),
    }),
    Type.Object({
      kind: Type.Union([
        Type.Literal('height'),
        Type.Literal('neck'),
        Type.Literal('shoulders'),
        Type.Literal('chest'),
        Type.Literal('waist'),
        Type.Literal('hips'),
        Type.Literal('left_upper_arm'),
        Type.Literal('right_upper_arm'),
        Type.Literal('left_forearm'),
        Type.Literal('right_forearm'),
        Type.Literal('left_thigh'),
        Type.Literal('right_thigh'),
        Type.Literal('left_calf'),
        Type.Literal('right_calf'),
      ]),
      unit: LengthUnit,
      value: Type.Number({ minimum: 0, maximum: 500 }),
    }),
  ],
)

/** A page of measurements. */
export const MeasurementList = Type.Object(
  { items: Type.Array(Measurement, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** 256 bits in base64url, 128 of them random, from the password reset link. Single use. */
export const ResetToken = text({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** A new password, with the token of a reset link. */
export const PasswordReset = Type.Object({ token: ResetToken, newPassword: NewPassword }, { additionalProperties: false })

/** The current password and the new one. */
export const PasswordChange = Type.Object(
  { currentPassword: EnteredPassword, newPassword: NewPassword, device: Type.Optional(Name) },
  { additionalProperties: false },
)

/** Changes to a profile. `null` removes an optional field. */
export const UserPatch = Type.Object(
  {
    displayName: Type.Optional(Type.Union([Name, Type.Null()])),
    unit: Type.Optional(WeightUnit),
    distanceUnit: Type.Optional(PreferredDistanceUnit),
    timeZone: Type.Optional(TimeZone),
    dayStartHour: Type.Optional(DayStartHour),
    weekStart: Type.Optional(WeekStart),
    birthYear: Type.Optional(Type.Union([BirthYear, Type.Null()])),
    sex: Type.Optional(Type.Union([Sex, Type.Null()])),
    experience: Type.Optional(Type.Union([TrainingExperience, Type.Null()])),
    goal: Type.Optional(Type.Union([TrainingGoal, Type.Null()])),
    workoutsPerWeek: Type.Optional(Type.Union([WorkoutsPerWeek, Type.Null()])),
    bodyweightGoal: Type.Optional(Type.Union([BodyweightGoal, Type.Null()])),
    competitionDay: Type.Optional(Type.Union([CompetitionDay, Type.Null()])),
    equipment: Type.Optional(Type.Union([AvailableEquipment, Type.Null()])),
    plates: Type.Optional(Type.Union([Plates, Type.Null()])),
  },
  { additionalProperties: false },
)

/** Custom weekly landmarks. Left out if the user changed none. */
export const OwnLandmarks = Type.Object(
  { items: Type.Array(MuscleLandmarksInput, { maxItems: 24 }), revision: Revision },
  { additionalProperties: false },
)

/** The meaning of a name. */
export const RememberedName = Type.Object(
  { name: text({ minLength: 1, maxLength: 2000 }), exerciseId: ExerciseId },
  { additionalProperties: false },
)

/** A replaced state of a program. */
export const ProgramRevision = Type.Object(
  { programId: Id, revision: Revision, replacedAt: Instant, program: ProgramInput },
  { additionalProperties: false },
)

/** All of a user's data. */
export const AccountExport = Type.Object(
  {
    format: Type.Literal('replog'),
    version: Type.Literal(1),
    exportedAt: Instant,
    user: User,
    exercises: Type.Array(Exercise),
    workouts: Type.Array(Workout),
    measurements: Type.Array(Measurement),
    progressions: Type.Optional(Type.Array(ChosenProgression)),
    soreness: Type.Optional(Type.Array(Soreness)),
    landmarks: Type.Optional(OwnLandmarks),
    programs: Type.Optional(Type.Array(Program)),
    runs: Type.Optional(Type.Array(SyncedRun)),
    rememberedNames: Type.Optional(Type.Array(RememberedName)),
    programRevisions: Type.Optional(Type.Array(ProgramRevision)),
  },
  { additionalProperties: false },
)

/** Create or replace the resource, or delete it. */
export const SyncOp = Type.Union([Type.Literal('put'), Type.Literal('delete')])

/** The revision that the change is based on; 0 or left out for a new resource. */
export const BaseRevision = Type.Integer({ minimum: 0, maximum: 9007199254740991 })

/** A workout to store (`value`), or to delete (without `value`). */
export const WorkoutMutation = Type.Object(
  {
    mutationId: Id,
    resource: Type.Literal('workout'),
    id: Id,
    op: SyncOp,
    baseRevision: Type.Optional(BaseRevision),
    value: Type.Optional(WorkoutInput),
    superseded: Type.Optional(WorkoutInput),
  },
  { additionalProperties: false },
)

/** A custom exercise to store (`value`), or to delete (without `value`). */
export const ExerciseMutation = Type.Object(
  {
    mutationId: Id,
    resource: Type.Literal('exercise'),
    id: Id,
    op: SyncOp,
    baseRevision: Type.Optional(BaseRevision),
    value: Type.Optional(ExerciseInput),
  },
  { additionalProperties: false },
)

/** A measurement to store (`value`), or to delete (without `value`). */
export const MeasurementMutation = Type.Object(
  {
    mutationId: Id,
    resource: Type.Literal('measurement'),
    id: Id,
    op: SyncOp,
    baseRevision: Type.Optional(BaseRevision),
    value: Type.Optional(MeasurementInput),
  },
  { additionalProperties: false },
)

/** A program to store (`value`), or to delete (without `value`). */
export const ProgramMutation = Type.Object(
  {
    mutationId: Id,
    resource: Type.Literal('program'),
    id: Id,
    op: SyncOp,
    baseRevision: Type.Optional(BaseRevision),
    value: Type.Optional(ProgramInput),
  },
  { additionalProperties: false },
)

/**
 * A run to store (`value`), or to delete (without `value`). It may follow a revision that its program
 * doesn't have, such as one that was guessed offline or lost in a restore from a backup. It is then stored
 * with the next revision that the program has, or else with the newest.
 */
export const RunMutation = Type.Object(
  {
    mutationId: Id,
    resource: Type.Literal('run'),
    id: Id,
    op: SyncOp,
    baseRevision: Type.Optional(BaseRevision),
    value: Type.Optional(RunInput),
  },
  { additionalProperties: false },
)

/** One change made by a client. `mutationId` is a UUID (version 7) that no other mutation has. */
export const SyncMutation = Type.Union(
  [WorkoutMutation, ExerciseMutation, MeasurementMutation, ProgramMutation, RunMutation],
  { discriminator: { propertyName: 'resource' } },
)

/** Mutations in the order in which they were made. */
export const SyncPush = Type.Object(
  {
    epoch: Type.Optional(text({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000]*$' })),
    mutations: Type.Array(SyncMutation, { minItems: 1, maxItems: 500 }),
  },
  { additionalProperties: false },
)

/** The current state of a workout, or its deletion (without `value`). */
export const WorkoutChange = Type.Object(
  {
    resource: Type.Literal('workout'),
    id: Id,
    op: SyncOp,
    revision: Revision,
    value: Type.Optional(Workout),
  },
  { additionalProperties: false },
)

/**
 * The current state of a custom exercise. A deleted one keeps its `value`, with `deletedAt`, because
 * workouts refer to it.
 */
export const ExerciseChange = Type.Object(
  {
    resource: Type.Literal('exercise'),
    id: Id,
    op: SyncOp,
    revision: Revision,
    value: Type.Optional(Exercise),
  },
  { additionalProperties: false },
)

/** The current state of a measurement, or its deletion (without `value`). */
export const MeasurementChange = Type.Object(
  {
    resource: Type.Literal('measurement'),
    id: Id,
    op: SyncOp,
    revision: Revision,
    value: Type.Optional(Measurement),
  },
  { additionalProperties: false },
)

/**
 * The current state of one of the user's programs. A deleted one keeps its `value`, because runs follow
 * it.
 */
export const ProgramChange = Type.Object(
  {
    resource: Type.Literal('program'),
    id: Id,
    op: SyncOp,
    revision: Revision,
    value: Type.Optional(Program),
  },
  { additionalProperties: false },
)

/** The current state of a run, or its deletion (without `value`). */
export const RunChange = Type.Object(
  {
    resource: Type.Literal('run'),
    id: Id,
    op: SyncOp,
    revision: Revision,
    value: Type.Optional(SyncedRun),
  },
  { additionalProperties: false },
)

/** The current state of a resource. */
export const SyncChange = Type.Union(
  [WorkoutChange, ExerciseChange, MeasurementChange, ProgramChange, RunChange],
  { discriminator: { propertyName: 'resource' } },
)

/** The database's epoch, which changes when a backup is restored. */
export const Epoch = text({ minLength: 1, maxLength: 64 })

/** A page of changes. */
export const SyncChanges = Type.Object(
  {
    items: Type.Array(SyncChange, { maxItems: 1000 }),
    nextCursor: text({ minLength: 1, maxLength: 1024 }),
    hasMore: Type.Boolean(),
    epoch: Epoch,
    seq: Type.Integer({ minimum: 0, maximum: 9007199254740991 }),
  },
  { additionalProperties: false },
)

/** The mutation was applied, either now or earlier. */
export const AppliedMutation = Type.Object(
  {
    outcome: Type.Union([Type.Literal('applied'), Type.Literal('duplicate')]),
    mutationId: Id,
    revision: Revision,
  },
  { additionalProperties: false },
)

/** The resource's revision differs from the mutation's base. Nothing was changed. */
export const ConflictingMutation = Type.Object(
  { outcome: Type.Literal('conflict'), mutationId: Id, current: SyncChange },
  { additionalProperties: false },
)

/**
 * The mutation can't be applied as it is. Nothing was changed. `mutationId` is left out if it was not a
 * UUID.
 */
export const RejectedMutation = Type.Object(
  { outcome: Type.Literal('rejected'), mutationId: Type.Optional(Id), problem: Problem },
  { additionalProperties: false },
)

/** The result of one mutation. */
export const SyncResult = Type.Union(
  [AppliedMutation, ConflictingMutation, RejectedMutation],
  { discriminator: { propertyName: 'outcome' } },
)

/** The result of a push. */
export const SyncPushed = Type.Object(
  { results: Type.Array(SyncResult, { maxItems: 500 }), epoch: Epoch },
  { additionalProperties: false },
)

/**
 * Whether the day or the month comes first in dates such as `7/8/2025`, which spreadsheets write. Required
 * if no date in the file has a day above 12; without it, such a file gets 422 `file_ambiguous_dates`.
 */
export const DayOrder = Type.Union([Type.Literal('dmy'), Type.Literal('mdy')])

/** Another app's file, and information that the file lacks. */
export const ImportUpload = Type.Object(
  {
    file: file({ minLength: 1 }),
    timezone: Type.Optional(TimeZone),
    unit: Type.Optional(WeightUnit),
    dayOrder: Type.Optional(DayOrder),
  },
  { additionalProperties: false },
)

/** The format of the file. `fitnotes_body` is FitNotes' body tracker, `replog` a Replog account export. */
export const ImportFormat = Type.Union([
  Type.Literal('strong'),
  Type.Literal('hevy'),
  Type.Literal('fitnotes'),
  Type.Literal('fitnotes_body'),
  Type.Literal('replog'),
])

export const ExportFormat = Type.Union(
  [Type.Literal('strong'), Type.Literal('hevy'), Type.Literal('fitnotes'), Type.Literal('json')],
)

/** Only a `pending` import can be committed, and only a `committed` one undone. */
export const ImportStatus = Type.Union([
  Type.Literal('pending'),
  Type.Literal('committed'),
  Type.Literal('undone'),
  Type.Literal('discarded'),
])

/**
 * How a unit was determined. `header`: from a column's name; `column`: from each row; `given`: specified
 * in the request; `guess`: suggested by the figures; `fixed`: the only unit of the format; `none`: the
 * file has no such values.
 */
export const UnitBasis = Type.Union([
  Type.Literal('header'),
  Type.Literal('column'),
  Type.Literal('given'),
  Type.Literal('guess'),
  Type.Literal('fixed'),
  Type.Literal('none'),
])

/** The detected unit of weights in a file. */
export const WeightUnitFinding = Type.Object(
  {
    unit: Type.Optional(Type.Union([Type.Literal('kg'), Type.Literal('lb'), Type.Literal('mixed')])),
    basis: UnitBasis,
    ask: Type.Boolean(),
    sure: Type.Optional(Type.Boolean()),
    evidence: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)

/** The detected unit of distances in a file. */
export const DistanceUnitFinding = Type.Object(
  {
    unit: Type.Optional(
      Type.Union([Type.Literal('m'), Type.Literal('km'), Type.Literal('mi'), Type.Literal('mixed')]),
    ),
    basis: UnitBasis,
    ask: Type.Boolean(),
    evidence: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)

/** The first and the last day. */
export const DayRange = Type.Object({ from: Day, to: Day }, { additionalProperties: false })

/** The number in the file, and how many of those are new or already exist. */
export const ImportCount = Type.Object(
  {
    found: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    new: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    duplicates: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/**
 * How certain the meaning of a name is. `given`: set with the commit; `remembered`: set earlier; `exact`,
 * `alias`: matches a name or an alias, ignoring letter case; `normal`: matches except for word order or
 * spelling; `score`: similar enough; `new`: no known exercise, so it becomes a custom one.
 */
export const Certainty = Type.Union([
  Type.Literal('given'),
  Type.Literal('remembered'),
  Type.Literal('exact'),
  Type.Literal('alias'),
  Type.Literal('normal'),
  Type.Literal('score'),
  Type.Literal('new'),
])

/** A custom exercise to be created for a name. */
export const ExerciseDraft = Type.Object(
  {
    name: Name,
    category: ExerciseCategory,
    equipment: Equipment,
    tracking: Tracking,
    unilateral: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** A possible meaning of a name. */
export const ImportCandidate = Type.Object({ exerciseId: ExerciseId, exerciseName: Name }, { additionalProperties: false })

/** A name in the file and its meaning: `exerciseId` with `exerciseName`, or `newExercise`. */
export const ImportedName = Type.Object(
  {
    name: Type.String(),
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    certainty: Certainty,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    exerciseId: Type.Optional(ExerciseId),
    exerciseName: Type.Optional(Name),
    newExercise: Type.Optional(ExerciseDraft),
    candidates: Type.Optional(Type.Array(ImportCandidate, { maxItems: 5 })),
  },
  { additionalProperties: false },
)

/** A workout that already exists. */
export const ImportDuplicate = Type.Object(
  {
    line: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 1 })),
    name: Type.Optional(Type.String()),
    workoutId: Id,
    startedAt: Instant,
    changed: Type.Boolean(),
  },
  { additionalProperties: false },
)

/** Something the user should know about one row. */
export const ImportProblem = Type.Object(
  {
    line: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 1 })),
    field: Type.Optional(Type.String()),
    code: text({ pattern: '^[a-z]+(_[a-z]+)*$' }),
    effect: Type.Union([
      Type.Literal('row_skipped'),
      Type.Literal('value_dropped'),
      Type.Literal('value_changed'),
      Type.Literal('kept'),
    ]),
    message: Type.String(),
  },
  { additionalProperties: false },
)

/** A weight or distance that was rounded back to the value originally entered. */
export const ImportSnap = Type.Object(
  { line: Type.Integer({ maximum: 2147483647, minimum: 1 }), from: Type.String(), to: Type.String() },
  { additionalProperties: false },
)

/** The number of values that were rounded back to what was entered, with the first few. */
export const ImportSnaps = Type.Object(
  { count: Type.Integer({ maximum: 2147483647, minimum: 0 }), examples: Type.Array(ImportSnap) },
  { additionalProperties: false },
)

/**
 * Counts of data that only an account export contains: chosen progressions, soreness reports, landmarks,
 * meanings of names. The user's existing data is kept.
 */
export const ImportSettings = Type.Object(
  {
    progressions: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    soreness: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    landmarks: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    rememberedNames: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/** Counts of what the commit wrote. */
export const ImportWritten = Type.Object(
  {
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    sets: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    measurements: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    exercises: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    profile: Type.Boolean(),
    changed: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    settings: Type.Optional(ImportSettings),
  },
  { additionalProperties: false },
)

/** Counts of what the undo kept because it was changed or is in use. */
export const ImportKept = Type.Object(
  {
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    measurements: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    exercises: Type.Integer({ maximum: 2147483647, minimum: 0 }),
  },
  { additionalProperties: false },
)

/** Counts of what the undo removed. */
export const ImportUndone = Type.Object(
  {
    workouts: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    measurements: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    exercises: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    profile: Type.Boolean(),
    changed: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    programs: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    runs: Type.Optional(Type.Integer({ maximum: 2147483647, minimum: 0 })),
    settings: Type.Optional(ImportSettings),
    kept: ImportKept,
  },
  { additionalProperties: false },
)

/** An uploaded file, what importing it would do, and its status. */
export const Import = Type.Object(
  {
    id: Id,
    status: ImportStatus,
    createdAt: Instant,
    expiresAt: Type.Optional(Instant),
    committedAt: Type.Optional(Instant),
    undoneAt: Type.Optional(Instant),
    format: ImportFormat,
    variant: Type.String(),
    evidence: Type.String(),
    timeZone: TimeZone,
    weightUnit: WeightUnitFinding,
    distanceUnit: DistanceUnitFinding,
    days: Type.Optional(DayRange),
    dayOrder: Type.Optional(DayOrder),
    rows: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    skippedRows: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    workouts: ImportCount,
    sets: ImportCount,
    measurements: ImportCount,
    settings: Type.Optional(ImportSettings),
    exercises: Type.Array(ImportedName),
    duplicates: Type.Array(ImportDuplicate, { maxItems: 200 }),
    problems: Type.Array(ImportProblem, { maxItems: 1000 }),
    problemCount: Type.Integer({ maximum: 2147483647, minimum: 0 }),
    snapped: ImportSnaps,
    committed: Type.Optional(ImportWritten),
    undone: Type.Optional(ImportUndone),
  },
  { additionalProperties: false },
)

/** The meaning of a name: one of `exerciseId` and `newExercise`. */
export const ImportMapping = withRules(
  Type.Object(
    {
      name: text({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*$' }),
      exerciseId: Type.Optional(ExerciseId),
      newExercise: Type.Optional(ExerciseDraft),
    },
    { additionalProperties: false },
  ),
  [{ rule: 'exactly_one', names: ['exerciseId', 'newExercise'] }],
)

/** The user's corrections to the report. */
export const ImportCorrections = Type.Object(
  {
    mappings: Type.Optional(Type.Array(ImportMapping, { maxItems: 2000 })),
    unit: Type.Optional(WeightUnit),
    accept: Type.Optional(Type.Intersect([Type.Array(Id, { maxItems: 100 }), distinct])),
  },
  { additionalProperties: false },
)

/** The process responds. */
export const Liveness = Type.Object({ status: Type.Literal('alive') }, { additionalProperties: false })

/** The server is ready. */
export const Readiness = Type.Object({ status: Type.Literal('ready') }, { additionalProperties: false })

/** An OpenAPI 3.1 document. */
export const OpenApiDocument = openObject({
  openapi: Type.String(),
  info: Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown()),
  paths: Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown()),
})

/** Doesn't compile unless TypeBox infers the same types as openapi-typescript. */
export type Agreement = [
  Expect<Equal<Static<typeof Id>, Schemas['Id']>>,
  Expect<Equal<Static<typeof ExerciseId>, Schemas['ExerciseId']>>,
  Expect<Equal<Static<typeof Instant>, Schemas['Instant']>>,
  Expect<Equal<Static<typeof Day>, Schemas['Day']>>,
  Expect<Equal<Static<typeof Name>, Schemas['Name']>>,
  Expect<Equal<Static<typeof Notes>, Schemas['Notes']>>,
  Expect<Equal<Static<typeof Revision>, Schemas['Revision']>>,
  Expect<Equal<Static<typeof NextCursor>, Schemas['NextCursor']>>,
  Expect<Equal<Static<typeof WeightUnit>, Schemas['WeightUnit']>>,
  Expect<Equal<Static<typeof DistanceUnit>, Schemas['DistanceUnit']>>,
  Expect<Equal<Static<typeof PreferredDistanceUnit>, Schemas['PreferredDistanceUnit']>>,
  Expect<Equal<Static<typeof Weight>, Schemas['Weight']>>,
  Expect<Equal<Static<typeof Distance>, Schemas['Distance']>>,
  Expect<Equal<Static<typeof Load>, Schemas['Load']>>,
  Expect<Equal<Static<typeof DistanceCovered>, Schemas['DistanceCovered']>>,
  Expect<Equal<Static<typeof Method>, Schemas['Method']>>,
  Expect<Equal<Static<typeof ProblemCode>, Schemas['ProblemCode']>>,
  Expect<Equal<Static<typeof FieldProblemCode>, Schemas['FieldProblemCode']>>,
  Expect<Equal<Static<typeof FieldProblem>, Schemas['FieldProblem']>>,
  Expect<Equal<Static<typeof Problem>, Schemas['Problem']>>,
  Expect<Equal<Static<typeof Email>, Schemas['Email']>>,
  Expect<Equal<Static<typeof NewEmail>, Schemas['NewEmail']>>,
  Expect<Equal<Static<typeof NewPassword>, Schemas['NewPassword']>>,
  Expect<Equal<Static<typeof EnteredPassword>, Schemas['EnteredPassword']>>,
  Expect<Equal<Static<typeof RefreshToken>, Schemas['RefreshToken']>>,
  Expect<Equal<Static<typeof Registration>, Schemas['Registration']>>,
  Expect<Equal<Static<typeof Credentials>, Schemas['Credentials']>>,
  Expect<Equal<Static<typeof RefreshInput>, Schemas['RefreshInput']>>,
  Expect<Equal<Static<typeof Tokens>, Schemas['Tokens']>>,
  Expect<Equal<Static<typeof Session>, Schemas['Session']>>,
  Expect<Equal<Static<typeof SessionList>, Schemas['SessionList']>>,
  Expect<Equal<Static<typeof SessionValidity>, Schemas['SessionValidity']>>,
  Expect<Equal<Static<typeof Muscle>, Schemas['Muscle']>>,
  Expect<Equal<Static<typeof MuscleGroup>, Schemas['MuscleGroup']>>,
  Expect<Equal<Static<typeof MuscleInfo>, Schemas['MuscleInfo']>>,
  Expect<Equal<Static<typeof MuscleList>, Schemas['MuscleList']>>,
  Expect<Equal<Static<typeof ExerciseCategory>, Schemas['ExerciseCategory']>>,
  Expect<Equal<Static<typeof MovementPattern>, Schemas['MovementPattern']>>,
  Expect<Equal<Static<typeof Mechanic>, Schemas['Mechanic']>>,
  Expect<Equal<Static<typeof Force>, Schemas['Force']>>,
  Expect<Equal<Static<typeof Difficulty>, Schemas['Difficulty']>>,
  Expect<Equal<Static<typeof Equipment>, Schemas['Equipment']>>,
  Expect<Equal<Static<typeof Tracking>, Schemas['Tracking']>>,
  Expect<Equal<Static<typeof ExerciseSource>, Schemas['ExerciseSource']>>,
  Expect<Equal<Static<typeof EngagementRole>, Schemas['EngagementRole']>>,
  Expect<Equal<Static<typeof EngagementInput>, Schemas['EngagementInput']>>,
  Expect<Equal<Static<typeof Engagement>, Schemas['Engagement']>>,
  Expect<Equal<Static<typeof ExerciseInput>, Schemas['ExerciseInput']>>,
  Expect<Equal<Static<typeof Exercise>, Schemas['Exercise']>>,
  Expect<Equal<Static<typeof ExerciseTranslation>, Schemas['ExerciseTranslation']>>,
  Expect<Equal<Static<typeof NameLanguage>, Schemas['NameLanguage']>>,
  Expect<Equal<Static<typeof ExerciseList>, Schemas['ExerciseList']>>,
  Expect<Equal<Static<typeof WorkoutStatus>, Schemas['WorkoutStatus']>>,
  Expect<Equal<Static<typeof SetType>, Schemas['SetType']>>,
  Expect<Equal<Static<typeof Side>, Schemas['Side']>>,
  Expect<Equal<Static<typeof Rpe>, Schemas['Rpe']>>,
  Expect<Equal<Static<typeof RepRange>, Schemas['RepRange']>>,
  Expect<Equal<Static<typeof SetTarget>, Schemas['SetTarget']>>,
  Expect<Equal<Static<typeof WorkoutSetInput>, Schemas['WorkoutSetInput']>>,
  Expect<Equal<Static<typeof WorkoutSet>, Schemas['WorkoutSet']>>,
  Expect<Equal<Static<typeof WorkoutExerciseInput>, Schemas['WorkoutExerciseInput']>>,
  Expect<Equal<Static<typeof WorkoutExercise>, Schemas['WorkoutExercise']>>,
  Expect<Equal<Static<typeof TrainingPhase>, Schemas['TrainingPhase']>>,
  Expect<Equal<Static<typeof OverreachedMuscles>, Schemas['OverreachedMuscles']>>,
  Expect<Equal<Static<typeof WorkoutInput>, Schemas['WorkoutInput']>>,
  Expect<Equal<Static<typeof Workout>, Schemas['Workout']>>,
  Expect<Equal<Static<typeof WorkoutTotals>, Schemas['WorkoutTotals']>>,
  Expect<Equal<Static<typeof WorkoutList>, Schemas['WorkoutList']>>,
  Expect<Equal<Static<typeof RestoreInput>, Schemas['RestoreInput']>>,
  Expect<Equal<Static<typeof WorkoutRevision>, Schemas['WorkoutRevision']>>,
  Expect<Equal<Static<typeof WorkoutRevisionList>, Schemas['WorkoutRevisionList']>>,
  Expect<Equal<Static<typeof ProgramKey>, Schemas['ProgramKey']>>,
  Expect<Equal<Static<typeof ProgramId>, Schemas['ProgramId']>>,
  Expect<Equal<Static<typeof ProgramUrl>, Schemas['ProgramUrl']>>,
  Expect<Equal<Static<typeof Tempo>, Schemas['Tempo']>>,
  Expect<Equal<Static<typeof LoadPercent>, Schemas['LoadPercent']>>,
  Expect<Equal<Static<typeof BaseLoad>, Schemas['BaseLoad']>>,
  Expect<Equal<Static<typeof FixedLoad>, Schemas['FixedLoad']>>,
  Expect<Equal<Static<typeof LoadOfSet>, Schemas['LoadOfSet']>>,
  Expect<Equal<Static<typeof LoadOfSlot>, Schemas['LoadOfSlot']>>,
  Expect<Equal<Static<typeof PlannedLoad>, Schemas['PlannedLoad']>>,
  Expect<Equal<Static<typeof PlannedSet>, Schemas['PlannedSet']>>,
  Expect<Equal<Static<typeof AddChange>, Schemas['AddChange']>>,
  Expect<Equal<Static<typeof PercentChange>, Schemas['PercentChange']>>,
  Expect<Equal<Static<typeof TestedChange>, Schemas['TestedChange']>>,
  Expect<Equal<Static<typeof BaseChange>, Schemas['BaseChange']>>,
  Expect<Equal<Static<typeof RuleStep>, Schemas['RuleStep']>>,
  Expect<Equal<Static<typeof RepBonus>, Schemas['RepBonus']>>,
  Expect<Equal<Static<typeof BaseRule>, Schemas['BaseRule']>>,
  Expect<Equal<Static<typeof ProgramLift>, Schemas['ProgramLift']>>,
  Expect<Equal<Static<typeof WaveWeek>, Schemas['WaveWeek']>>,
  Expect<Equal<Static<typeof ProgramWave>, Schemas['ProgramWave']>>,
  Expect<Equal<Static<typeof ProgramSlot>, Schemas['ProgramSlot']>>,
  Expect<Equal<Static<typeof ProgramDay>, Schemas['ProgramDay']>>,
  Expect<Equal<Static<typeof ProgramWeek>, Schemas['ProgramWeek']>>,
  Expect<Equal<Static<typeof ProgramInput>, Schemas['ProgramInput']>>,
  Expect<Equal<Static<typeof LoadRounding>, Schemas['LoadRounding']>>,
  Expect<Equal<Static<typeof Program>, Schemas['Program']>>,
  Expect<Equal<Static<typeof ProgramSummary>, Schemas['ProgramSummary']>>,
  Expect<Equal<Static<typeof ProgramList>, Schemas['ProgramList']>>,
  Expect<Equal<Static<typeof ProgramFromWorkout>, Schemas['ProgramFromWorkout']>>,
  Expect<Equal<Static<typeof ProgramGoal>, Schemas['ProgramGoal']>>,
  Expect<Equal<Static<typeof ProgramPlanRequest>, Schemas['ProgramPlanRequest']>>,
  Expect<Equal<Static<typeof PlannedMuscle>, Schemas['PlannedMuscle']>>,
  Expect<Equal<Static<typeof PlannedExercise>, Schemas['PlannedExercise']>>,
  Expect<Equal<Static<typeof ProgramPlan>, Schemas['ProgramPlan']>>,
  Expect<Equal<Static<typeof ProgramFile>, Schemas['ProgramFile']>>,
  Expect<Equal<Static<typeof NameOfExercise>, Schemas['NameOfExercise']>>,
  Expect<Equal<Static<typeof ConvertedName>, Schemas['ConvertedName']>>,
  Expect<Equal<Static<typeof ConvertedPrograms>, Schemas['ConvertedPrograms']>>,
  Expect<Equal<Static<typeof ProgramPreviewRequest>, Schemas['ProgramPreviewRequest']>>,
  Expect<Equal<Static<typeof PreviewSlot>, Schemas['PreviewSlot']>>,
  Expect<Equal<Static<typeof PreviewDay>, Schemas['PreviewDay']>>,
  Expect<Equal<Static<typeof PreviewMuscle>, Schemas['PreviewMuscle']>>,
  Expect<Equal<Static<typeof PreviewWeek>, Schemas['PreviewWeek']>>,
  Expect<Equal<Static<typeof ProgramPreview>, Schemas['ProgramPreview']>>,
  Expect<Equal<Static<typeof ProgramStep>, Schemas['ProgramStep']>>,
  Expect<Equal<Static<typeof LiftBase>, Schemas['LiftBase']>>,
  Expect<Equal<Static<typeof SkipDecision>, Schemas['SkipDecision']>>,
  Expect<Equal<Static<typeof RepeatDecision>, Schemas['RepeatDecision']>>,
  Expect<Equal<Static<typeof GoToDecision>, Schemas['GoToDecision']>>,
  Expect<Equal<Static<typeof BaseDecision>, Schemas['BaseDecision']>>,
  Expect<Equal<Static<typeof SwapDecision>, Schemas['SwapDecision']>>,
  Expect<Equal<Static<typeof RevisionDecision>, Schemas['RevisionDecision']>>,
  Expect<Equal<Static<typeof RunDecision>, Schemas['RunDecision']>>,
  Expect<Equal<Static<typeof RunStatus>, Schemas['RunStatus']>>,
  Expect<Equal<Static<typeof RunInput>, Schemas['RunInput']>>,
  Expect<Equal<Static<typeof CurrentBase>, Schemas['CurrentBase']>>,
  Expect<Equal<Static<typeof RunState>, Schemas['RunState']>>,
  Expect<Equal<Static<typeof Run>, Schemas['Run']>>,
  Expect<Equal<Static<typeof SyncedRun>, Schemas['SyncedRun']>>,
  Expect<Equal<Static<typeof RunList>, Schemas['RunList']>>,
  Expect<Equal<Static<typeof WorkoutPlan>, Schemas['WorkoutPlan']>>,
  Expect<Equal<Static<typeof SlotReason>, Schemas['SlotReason']>>,
  Expect<Equal<Static<typeof SlotChance>, Schemas['SlotChance']>>,
  Expect<Equal<Static<typeof NextWorkout>, Schemas['NextWorkout']>>,
  Expect<Equal<Static<typeof StartInput>, Schemas['StartInput']>>,
  Expect<Equal<Static<typeof StepAdherence>, Schemas['StepAdherence']>>,
  Expect<Equal<Static<typeof SlotAdherence>, Schemas['SlotAdherence']>>,
  Expect<Equal<Static<typeof WeekAdherence>, Schemas['WeekAdherence']>>,
  Expect<Equal<Static<typeof Adherence>, Schemas['Adherence']>>,
  Expect<Equal<Static<typeof BucketSize>, Schemas['BucketSize']>>,
  Expect<Equal<Static<typeof OneRepMaxFormula>, Schemas['OneRepMaxFormula']>>,
  Expect<Equal<Static<typeof Landmarks>, Schemas['Landmarks']>>,
  Expect<Equal<Static<typeof VolumeZone>, Schemas['VolumeZone']>>,
  Expect<Equal<Static<typeof VolumeTier>, Schemas['VolumeTier']>>,
  Expect<Equal<Static<typeof MuscleVolume>, Schemas['MuscleVolume']>>,
  Expect<Equal<Static<typeof MuscleWeek>, Schemas['MuscleWeek']>>,
  Expect<Equal<Static<typeof ExerciseVolume>, Schemas['ExerciseVolume']>>,
  Expect<Equal<Static<typeof VolumeBucket>, Schemas['VolumeBucket']>>,
  Expect<Equal<Static<typeof VolumeReport>, Schemas['VolumeReport']>>,
  Expect<Equal<Static<typeof Confidence>, Schemas['Confidence']>>,
  Expect<Equal<Static<typeof OneRepMaxEstimate>, Schemas['OneRepMaxEstimate']>>,
  Expect<Equal<Static<typeof TopSet>, Schemas['TopSet']>>,
  Expect<Equal<Static<typeof ProgressPoint>, Schemas['ProgressPoint']>>,
  Expect<Equal<Static<typeof ProgressMetric>, Schemas['ProgressMetric']>>,
  Expect<Equal<Static<typeof ProgressStatus>, Schemas['ProgressStatus']>>,
  Expect<Equal<Static<typeof Trend>, Schemas['Trend']>>,
  Expect<Equal<Static<typeof ExerciseProgress>, Schemas['ExerciseProgress']>>,
  Expect<Equal<Static<typeof ProgressPlateau>, Schemas['ProgressPlateau']>>,
  Expect<Equal<Static<typeof ProgressInCut>, Schemas['ProgressInCut']>>,
  Expect<Equal<Static<typeof PeriodTotals>, Schemas['PeriodTotals']>>,
  Expect<Equal<Static<typeof CategoryShare>, Schemas['CategoryShare']>>,
  Expect<Equal<Static<typeof OverallProgress>, Schemas['OverallProgress']>>,
  Expect<Equal<Static<typeof ProgressReport>, Schemas['ProgressReport']>>,
  Expect<Equal<Static<typeof PersonalRecordKind>, Schemas['PersonalRecordKind']>>,
  Expect<Equal<Static<typeof RecordUnit>, Schemas['RecordUnit']>>,
  Expect<Equal<Static<typeof EnteredLoad>, Schemas['EnteredLoad']>>,
  Expect<Equal<Static<typeof RecordMark>, Schemas['RecordMark']>>,
  Expect<Equal<Static<typeof PersonalRecord>, Schemas['PersonalRecord']>>,
  Expect<Equal<Static<typeof ExerciseRecords>, Schemas['ExerciseRecords']>>,
  Expect<Equal<Static<typeof ExerciseBests>, Schemas['ExerciseBests']>>,
  Expect<Equal<Static<typeof AllRecords>, Schemas['AllRecords']>>,
  Expect<Equal<Static<typeof RecordsReport>, Schemas['RecordsReport']>>,
  Expect<Equal<Static<typeof RecoveryState>, Schemas['RecoveryState']>>,
  Expect<Equal<Static<typeof FatigueContribution>, Schemas['FatigueContribution']>>,
  Expect<Equal<Static<typeof FatigueForecast>, Schemas['FatigueForecast']>>,
  Expect<Equal<Static<typeof MuscleFatigue>, Schemas['MuscleFatigue']>>,
  Expect<Equal<Static<typeof FatigueReport>, Schemas['FatigueReport']>>,
  Expect<Equal<Static<typeof SorenessInput>, Schemas['SorenessInput']>>,
  Expect<Equal<Static<typeof Soreness>, Schemas['Soreness']>>,
  Expect<Equal<Static<typeof SorenessList>, Schemas['SorenessList']>>,
  Expect<Equal<Static<typeof LastWorkout>, Schemas['LastWorkout']>>,
  Expect<Equal<Static<typeof MuscleReadiness>, Schemas['MuscleReadiness']>>,
  Expect<Equal<Static<typeof AllTimeTotals>, Schemas['AllTimeTotals']>>,
  Expect<Equal<Static<typeof FirstWorkout>, Schemas['FirstWorkout']>>,
  Expect<Equal<Static<typeof TrainingSummary>, Schemas['TrainingSummary']>>,
  Expect<Equal<Static<typeof CalendarDay>, Schemas['CalendarDay']>>,
  Expect<Equal<Static<typeof CalendarReport>, Schemas['CalendarReport']>>,
  Expect<Equal<Static<typeof WeekLoad>, Schemas['WeekLoad']>>,
  Expect<Equal<Static<typeof AcuteChronicLoad>, Schemas['AcuteChronicLoad']>>,
  Expect<Equal<Static<typeof LoadDay>, Schemas['LoadDay']>>,
  Expect<Equal<Static<typeof TrainingLoadReport>, Schemas['TrainingLoadReport']>>,
  Expect<Equal<Static<typeof CompetitionLift>, Schemas['CompetitionLift']>>,
  Expect<Equal<Static<typeof BestLift>, Schemas['BestLift']>>,
  Expect<Equal<Static<typeof LiftStrength>, Schemas['LiftStrength']>>,
  Expect<Equal<Static<typeof StrengthTotal>, Schemas['StrengthTotal']>>,
  Expect<Equal<Static<typeof StrengthReport>, Schemas['StrengthReport']>>,
  Expect<Equal<Static<typeof SetRange>, Schemas['SetRange']>>,
  Expect<Equal<Static<typeof MuscleLandmarksInput>, Schemas['MuscleLandmarksInput']>>,
  Expect<Equal<Static<typeof LandmarksInput>, Schemas['LandmarksInput']>>,
  Expect<Equal<Static<typeof MuscleLandmarks>, Schemas['MuscleLandmarks']>>,
  Expect<Equal<Static<typeof LearnedVolume>, Schemas['LearnedVolume']>>,
  Expect<Equal<Static<typeof LandmarkTable>, Schemas['LandmarkTable']>>,
  Expect<Equal<Static<typeof AddedFatigue>, Schemas['AddedFatigue']>>,
  Expect<Equal<Static<typeof WeekOfSets>, Schemas['WeekOfSets']>>,
  Expect<Equal<Static<typeof SimulatedMuscle>, Schemas['SimulatedMuscle']>>,
  Expect<Equal<Static<typeof SimulationReport>, Schemas['SimulationReport']>>,
  Expect<Equal<Static<typeof ProgressionSchemeId>, Schemas['ProgressionSchemeId']>>,
  Expect<Equal<Static<typeof SchemeSets>, Schemas['SchemeSets']>>,
  Expect<Equal<Static<typeof SchemeReps>, Schemas['SchemeReps']>>,
  Expect<Equal<Static<typeof Increment>, Schemas['Increment']>>,
  Expect<Equal<Static<typeof MemoryProgression>, Schemas['MemoryProgression']>>,
  Expect<Equal<Static<typeof LinearProgression>, Schemas['LinearProgression']>>,
  Expect<Equal<Static<typeof DoubleProgression>, Schemas['DoubleProgression']>>,
  Expect<Equal<Static<typeof SumProgression>, Schemas['SumProgression']>>,
  Expect<Equal<Static<typeof RpeProgression>, Schemas['RpeProgression']>>,
  Expect<Equal<Static<typeof TwoForTwoProgression>, Schemas['TwoForTwoProgression']>>,
  Expect<Equal<Static<typeof FiveThreeOneProgression>, Schemas['FiveThreeOneProgression']>>,
  Expect<Equal<Static<typeof GzclpProgression>, Schemas['GzclpProgression']>>,
  Expect<Equal<Static<typeof ApreProgression>, Schemas['ApreProgression']>>,
  Expect<Equal<Static<typeof ProgressionScheme>, Schemas['ProgressionScheme']>>,
  Expect<Equal<Static<typeof ExerciseProgression>, Schemas['ExerciseProgression']>>,
  Expect<Equal<Static<typeof ChosenProgressionList>, Schemas['ChosenProgressionList']>>,
  Expect<Equal<Static<typeof PrescribedSet>, Schemas['PrescribedSet']>>,
  Expect<Equal<Static<typeof IfMissed>, Schemas['IfMissed']>>,
  Expect<Equal<Static<typeof DeloadOffer>, Schemas['DeloadOffer']>>,
  Expect<Equal<Static<typeof Prescription>, Schemas['Prescription']>>,
  Expect<Equal<Static<typeof ExpectedOneRepMax>, Schemas['ExpectedOneRepMax']>>,
  Expect<Equal<Static<typeof UnknownPrescription>, Schemas['UnknownPrescription']>>,
  Expect<Equal<Static<typeof NextPrescription>, Schemas['NextPrescription']>>,
  Expect<Equal<Static<typeof ProgressionReport>, Schemas['ProgressionReport']>>,
  Expect<Equal<Static<typeof DoubtedSets>, Schemas['DoubtedSets']>>,
  Expect<Equal<Static<typeof DoubtedSet>, Schemas['DoubtedSet']>>,
  Expect<Equal<Static<typeof WorkoutRequest>, Schemas['WorkoutRequest']>>,
  Expect<Equal<Static<typeof RecommendedExercise>, Schemas['RecommendedExercise']>>,
  Expect<Equal<Static<typeof Omission>, Schemas['Omission']>>,
  Expect<Equal<Static<typeof EmptyWorkout>, Schemas['EmptyWorkout']>>,
  Expect<Equal<Static<typeof WorkoutRecommendation>, Schemas['WorkoutRecommendation']>>,
  Expect<Equal<Static<typeof MeasurementKind>, Schemas['MeasurementKind']>>,
  Expect<Equal<Static<typeof LengthUnit>, Schemas['LengthUnit']>>,
  Expect<Equal<Static<typeof MeasurementUnit>, Schemas['MeasurementUnit']>>,
  Expect<Equal<Static<typeof MeasurementInput>, Schemas['MeasurementInput']>>,
  Expect<Equal<Static<typeof Measurement>, Schemas['Measurement']>>,
  Expect<Equal<Static<typeof MeasurementList>, Schemas['MeasurementList']>>,
  Expect<Equal<Static<typeof ResetToken>, Schemas['ResetToken']>>,
  Expect<Equal<Static<typeof TimeZone>, Schemas['TimeZone']>>,
  Expect<Equal<Static<typeof WorkoutTimeZone>, Schemas['WorkoutTimeZone']>>,
  Expect<Equal<Static<typeof DayStartHour>, Schemas['DayStartHour']>>,
  Expect<Equal<Static<typeof WeekStart>, Schemas['WeekStart']>>,
  Expect<Equal<Static<typeof Sex>, Schemas['Sex']>>,
  Expect<Equal<Static<typeof TrainingExperience>, Schemas['TrainingExperience']>>,
  Expect<Equal<Static<typeof TrainingGoal>, Schemas['TrainingGoal']>>,
  Expect<Equal<Static<typeof WorkoutsPerWeek>, Schemas['WorkoutsPerWeek']>>,
  Expect<Equal<Static<typeof BodyweightGoal>, Schemas['BodyweightGoal']>>,
  Expect<Equal<Static<typeof CompetitionDay>, Schemas['CompetitionDay']>>,
  Expect<Equal<Static<typeof BirthYear>, Schemas['BirthYear']>>,
  Expect<Equal<Static<typeof AvailableEquipment>, Schemas['AvailableEquipment']>>,
  Expect<Equal<Static<typeof Plates>, Schemas['Plates']>>,
  Expect<Equal<Static<typeof PlatePairs>, Schemas['PlatePairs']>>,
  Expect<Equal<Static<typeof PasswordReset>, Schemas['PasswordReset']>>,
  Expect<Equal<Static<typeof PasswordChange>, Schemas['PasswordChange']>>,
  Expect<Equal<Static<typeof User>, Schemas['User']>>,
  Expect<Equal<Static<typeof UserPatch>, Schemas['UserPatch']>>,
  Expect<Equal<Static<typeof AccountExport>, Schemas['AccountExport']>>,
  Expect<Equal<Static<typeof ChosenProgression>, Schemas['ChosenProgression']>>,
  Expect<Equal<Static<typeof OwnLandmarks>, Schemas['OwnLandmarks']>>,
  Expect<Equal<Static<typeof RememberedName>, Schemas['RememberedName']>>,
  Expect<Equal<Static<typeof ProgramRevision>, Schemas['ProgramRevision']>>,
  Expect<Equal<Static<typeof SyncOp>, Schemas['SyncOp']>>,
  Expect<Equal<Static<typeof BaseRevision>, Schemas['BaseRevision']>>,
  Expect<Equal<Static<typeof WorkoutMutation>, Schemas['WorkoutMutation']>>,
  Expect<Equal<Static<typeof ExerciseMutation>, Schemas['ExerciseMutation']>>,
  Expect<Equal<Static<typeof MeasurementMutation>, Schemas['MeasurementMutation']>>,
  Expect<Equal<Static<typeof ProgramMutation>, Schemas['ProgramMutation']>>,
  Expect<Equal<Static<typeof RunMutation>, Schemas['RunMutation']>>,
  Expect<Equal<Static<typeof SyncMutation>, Schemas['SyncMutation']>>,
  Expect<Equal<Static<typeof SyncPush>, Schemas['SyncPush']>>,
  Expect<Equal<Static<typeof WorkoutChange>, Schemas['WorkoutChange']>>,
  Expect<Equal<Static<typeof ExerciseChange>, Schemas['ExerciseChange']>>,
  Expect<Equal<Static<typeof MeasurementChange>, Schemas['MeasurementChange']>>,
  Expect<Equal<Static<typeof ProgramChange>, Schemas['ProgramChange']>>,
  Expect<Equal<Static<typeof RunChange>, Schemas['RunChange']>>,
  Expect<Equal<Static<typeof SyncChange>, Schemas['SyncChange']>>,
  Expect<Equal<Static<typeof SyncChanges>, Schemas['SyncChanges']>>,
  Expect<Equal<Static<typeof AppliedMutation>, Schemas['AppliedMutation']>>,
  Expect<Equal<Static<typeof ConflictingMutation>, Schemas['ConflictingMutation']>>,
  Expect<Equal<Static<typeof RejectedMutation>, Schemas['RejectedMutation']>>,
  Expect<Equal<Static<typeof SyncResult>, Schemas['SyncResult']>>,
  Expect<Equal<Static<typeof Epoch>, Schemas['Epoch']>>,
  Expect<Equal<Static<typeof SyncPushed>, Schemas['SyncPushed']>>,
  Expect<Equal<Static<typeof ImportUpload>, Schemas['ImportUpload']>>,
  Expect<Equal<Static<typeof DayOrder>, Schemas['DayOrder']>>,
  Expect<Equal<Static<typeof ImportFormat>, Schemas['ImportFormat']>>,
  Expect<Equal<Static<typeof ExportFormat>, Schemas['ExportFormat']>>,
  Expect<Equal<Static<typeof ImportStatus>, Schemas['ImportStatus']>>,
  Expect<Equal<Static<typeof UnitBasis>, Schemas['UnitBasis']>>,
  Expect<Equal<Static<typeof WeightUnitFinding>, Schemas['WeightUnitFinding']>>,
  Expect<Equal<Static<typeof DistanceUnitFinding>, Schemas['DistanceUnitFinding']>>,
  Expect<Equal<Static<typeof DayRange>, Schemas['DayRange']>>,
  Expect<Equal<Static<typeof ImportCount>, Schemas['ImportCount']>>,
  Expect<Equal<Static<typeof Certainty>, Schemas['Certainty']>>,
  Expect<Equal<Static<typeof ExerciseDraft>, Schemas['ExerciseDraft']>>,
  Expect<Equal<Static<typeof ImportCandidate>, Schemas['ImportCandidate']>>,
  Expect<Equal<Static<typeof ImportedName>, Schemas['ImportedName']>>,
  Expect<Equal<Static<typeof ImportDuplicate>, Schemas['ImportDuplicate']>>,
  Expect<Equal<Static<typeof ImportProblem>, Schemas['ImportProblem']>>,
  Expect<Equal<Static<typeof ImportSnap>, Schemas['ImportSnap']>>,
  Expect<Equal<Static<typeof ImportSnaps>, Schemas['ImportSnaps']>>,
  Expect<Equal<Static<typeof ImportWritten>, Schemas['ImportWritten']>>,
  Expect<Equal<Static<typeof ImportSettings>, Schemas['ImportSettings']>>,
  Expect<Equal<Static<typeof ImportKept>, Schemas['ImportKept']>>,
  Expect<Equal<Static<typeof ImportUndone>, Schemas['ImportUndone']>>,
  Expect<Equal<Static<typeof Import>, Schemas['Import']>>,
  Expect<Equal<Static<typeof ImportMapping>, Schemas['ImportMapping']>>,
  Expect<Equal<Static<typeof ImportCorrections>, Schemas['ImportCorrections']>>,
  Expect<Equal<Static<typeof Liveness>, Schemas['Liveness']>>,
  Expect<Equal<Static<typeof Readiness>, Schemas['Readiness']>>,
  Expect<Equal<Static<typeof OpenApiDocument>, Schemas['OpenApiDocument']>>,
]
