// Written by `bun run generate` from openapi.yaml. Do not edit: change the contract, and generate.

import { type Static, Type } from '@sinclair/typebox'
import { distinct, file, openObject, text } from '../src/http/json-schema.ts'
import '../src/http/formats.ts'
import type { Equal, Expect } from '../src/http/contract-types.ts'
import type { components } from './types.ts'

/** A lowercase UUID; version 7 keeps ids in the order in which they were made. */
export const Id = Type.String({ format: 'uuid' })

/** The slug of a built-in exercise, or the UUID of one's own. */
export const ExerciseId = text({ minLength: 1, maxLength: 100, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

/**
 * RFC 3339, in the years 1 to 9999. Answers are in UTC with milliseconds; what comes in may have another offset, and is kept to the
 * millisecond.
 */
export const Instant = Type.String({ format: 'date-time' })

/** A day of the calendar, in the years 1 to 9999. */
export const Day = Type.String({ format: 'date' })

/** A line of text with at least one visible character. */
export const Name = text({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f][^\\u0000-\\u001f]*$',
})

/** Free text, with line breaks. No U+0000. */
export const Notes = text({ maxLength: 10000, pattern: '^[^\\u0000]*$' })

/** 1 when made, one more with each change. */
export const Revision = Type.Integer({ minimum: 1, maximum: 9007199254740991 })

/** There when there is more. Opaque. */
export const NextCursor = text({ minLength: 1, maxLength: 1024 })

export const WeightUnit = Type.Union([Type.Literal('kg'), Type.Literal('lb')])

export const DistanceUnit = Type.Union([Type.Literal('m'), Type.Literal('km'), Type.Literal('mi')])

/** The unit that a user thinks of distances in. */
export const PreferredDistanceUnit = Type.Union([Type.Literal('km'), Type.Literal('mi')])

/** A load as it was entered. It comes back as it went in; figures reckon with whole grams. */
export const Weight = Type.Object(
  { value: Type.Number({ minimum: 0, maximum: 5000 }), unit: WeightUnit },
  { additionalProperties: false },
)

/** A distance as it was entered. Figures reckon with whole millimeters. */
export const Distance = Type.Object(
  { value: Type.Number({ minimum: 0, maximum: 1000000 }), unit: DistanceUnit },
  { additionalProperties: false },
)

/** A figure of weight, reckoned by the server. */
export const Load = Type.Object(
  { value: Type.Number({ minimum: 0 }), unit: WeightUnit },
  { additionalProperties: false },
)

/** A figure of distance, reckoned by the server. */
export const DistanceCovered = Type.Object(
  { value: Type.Number({ minimum: 0 }), unit: DistanceUnit },
  { additionalProperties: false },
)

/** By what method a figure came about. */
export const Method = Type.Object(
  {
    id: text({ pattern: '^[a-z0-9]+([._-][a-z0-9]+)*$' }),
    parameters: Type.Optional(Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown())),
  },
  { additionalProperties: false },
)

/** What went wrong, for programs. Stable. */
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
  Type.Literal('not_found'),
  Type.Literal('workout_deleted'),
  Type.Literal('exercise_deleted'),
  Type.Literal('measurement_deleted'),
  Type.Literal('method_not_allowed'),
  Type.Literal('conflict'),
  Type.Literal('id_taken'),
  Type.Literal('email_taken'),
  Type.Literal('name_taken'),
  Type.Literal('revision_mismatch'),
  Type.Literal('content_too_large'),
  Type.Literal('unsupported_media_type'),
  Type.Literal('validation_failed'),
  Type.Literal('idempotency_key_reused'),
  Type.Literal('precondition_required'),
  Type.Literal('too_many_requests'),
  Type.Literal('internal_error'),
  Type.Literal('unavailable'),
])

/** What is wrong in one place, for programs. Stable. */
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
  Type.Literal('end_before_start'),
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
  Type.Literal('file_not_utf8'),
  Type.Literal('file_unknown_format'),
  Type.Literal('file_malformed_json'),
  Type.Literal('file_unsupported_version'),
  Type.Literal('file_too_many_rows'),
  Type.Literal('file_too_many_exercises'),
])

/** One fault, and its place - one of `pointer`, `parameter` and `header`. */
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

/** An error, by RFC 9457. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String(),
    instance: Type.String(),
    code: ProblemCode,
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(FieldProblem, { maxItems: 50 })),
  },
  { additionalProperties: false },
)

/** An e-mail address. Letter case does not tell accounts apart. */
export const Email = text({ minLength: 3, maxLength: 254, format: 'email' })

/** At least 12 characters of any kind, at most 1024 bytes in UTF-8, and not a common one. */
export const NewPassword = text({ minLength: 12, maxLength: 1024 })

/** A password as the user gives it, at most 1024 bytes in UTF-8. */
export const GivenPassword = text({ minLength: 1, maxLength: 1024 })

/** 256 bits in base64url. Opaque, single use. */
export const RefreshToken = text({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** An IANA time zone. */
export const TimeZone = text({ minLength: 1, maxLength: 64, format: 'time-zone' })

/** The hour at which the user's day starts, for those who train past midnight. */
export const DayStartHour = Type.Integer({ minimum: 0, maximum: 23 })

/** The day on which the user's week starts. */
export const WeekStart = Type.Union([Type.Literal('monday'), Type.Literal('saturday'), Type.Literal('sunday')])

/** For scores that are normalised by it. */
export const Sex = Type.Union([Type.Literal('female'), Type.Literal('male')])

export const TrainingExperience = Type.Union([Type.Literal('beginner'), Type.Literal('intermediate'), Type.Literal('advanced')])

/** How many pairs of one plate the user has. */
export const PlatePairs = Type.Object(
  { weight: Weight, pairs: Type.Integer({ minimum: 1, maximum: 50 }) },
  { additionalProperties: false },
)

/** A new account. */
export const Registration = Type.Object(
  {
    email: Email,
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

/** What a user logs in with. */
export const Credentials = Type.Object(
  { email: Email, password: GivenPassword, device: Type.Optional(Name) },
  { additionalProperties: false },
)

/** A refresh token to trade. */
export const RefreshInput = Type.Object({ refreshToken: RefreshToken }, { additionalProperties: false })

/** The password as it is, and as it shall be. */
export const PasswordChange = Type.Object(
  { currentPassword: GivenPassword, newPassword: NewPassword, device: Type.Optional(Name) },
  { additionalProperties: false },
)

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
    birthYear: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    sex: Type.Optional(Sex),
    experience: Type.Optional(TrainingExperience),
    equipment: Type.Optional(Type.Intersect([Type.Array(Equipment, { maxItems: 50 }), distinct])),
    plates: Type.Optional(Type.Array(PlatePairs, { maxItems: 50 })),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** The tokens of a session, and whose it is. */
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

/** One login of one device. */
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

/** A session that is good. */
export const SessionValidity = Type.Object(
  { valid: Type.Literal(true), user: User, session: Session },
  { additionalProperties: false },
)

/** What of a profile shall change. `null` takes an optional field away. */
export const UserPatch = Type.Object(
  {
    displayName: Type.Optional(
      Type.Union([
        text({
          minLength: 1,
          maxLength: 200,
          pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f][^\\u0000-\\u001f]*$',
        }),
        Type.Null(),
      ]),
    ),
    unit: Type.Optional(WeightUnit),
    distanceUnit: Type.Optional(PreferredDistanceUnit),
    timeZone: Type.Optional(TimeZone),
    dayStartHour: Type.Optional(DayStartHour),
    weekStart: Type.Optional(WeekStart),
    birthYear: Type.Optional(Type.Union([Type.Integer({ minimum: 1900, maximum: 2100 }), Type.Null()])),
    sex: Type.Optional(Type.Union([Type.Literal('female'), Type.Literal('male'), Type.Null()])),
    experience: Type.Optional(
      Type.Union(
        [Type.Literal('beginner'), Type.Literal('intermediate'), Type.Literal('advanced'), Type.Null()],
      ),
    ),
    equipment: Type.Optional(
      Type.Union([Type.Intersect([Type.Array(Equipment, { maxItems: 50 }), distinct]), Type.Null()]),
    ),
    plates: Type.Optional(Type.Union([Type.Array(PlatePairs, { maxItems: 50 }), Type.Null()])),
  },
  { additionalProperties: false },
)

export const ExerciseSource = Type.Union([Type.Literal('builtin'), Type.Literal('custom')])

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

/** Primary from 50 per cent, secondary from 20, stabilizer below. */
export const EngagementRole = Type.Union([Type.Literal('primary'), Type.Literal('secondary'), Type.Literal('stabilizer')])

/** How much of the lift's demand falls on a muscle, and the role that follows. */
export const Engagement = Type.Object(
  { muscle: Muscle, percent: Type.Integer({ minimum: 0, maximum: 100 }), role: EngagementRole },
  { additionalProperties: false },
)

/** An exercise. */
export const Exercise = Type.Object(
  {
    id: ExerciseId,
    source: ExerciseSource,
    derived: Type.Optional(Type.Boolean()),
    name: Name,
    aliases: Type.Array(Name),
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

/** Warm-ups count for nothing but their own listing. */
export const SetType = Type.Union(
  [Type.Literal('warmup'), Type.Literal('normal'), Type.Literal('drop'), Type.Literal('failure')],
)

/** Rate of perceived exertion, by halves (Zourdos 2016). */
export const Rpe = Type.Number({ minimum: 6, maximum: 10, multipleOf: 0.5 })

/** Of a set done one side at a time. `both` says that each side did the set, and counts twice. */
export const Side = Type.Union([Type.Literal('left'), Type.Literal('right'), Type.Literal('both')])

/** How many reps are aimed at. */
export const RepRange = Type.Object(
  {
    min: Type.Integer({ minimum: 1, maximum: 1000 }),
    max: Type.Integer({ minimum: 1, maximum: 1000 }),
  },
  { additionalProperties: false },
)

/** What a set was planned to be. */
export const SetTarget = Type.Object(
  {
    reps: Type.Optional(RepRange),
    weight: Type.Optional(Weight),
    rpe: Type.Optional(Rpe),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86400 })),
    distance: Type.Optional(Distance),
  },
  { additionalProperties: false },
)

/** One set, as it is kept. */
export const WorkoutSet = Type.Object(
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
  },
  { additionalProperties: false },
)

/** An exercise of a workout, and its sets in order, as they are kept. */
export const WorkoutExercise = Type.Object(
  {
    id: Id,
    exerciseId: ExerciseId,
    supersetGroup: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    notes: Type.Optional(Notes),
    sets: Type.Array(WorkoutSet, { maxItems: 100 }),
  },
  { additionalProperties: false },
)

/**
 * Sums over the sets that were done, warm-ups aside. Loads of one hand count twice, bodyweight lifts count the share of bodyweight
 * that they move, where a bodyweight is known. The duration is there once the workout has ended.
 */
export const WorkoutTotals = Type.Object(
  {
    volume: Load,
    sets: Type.Integer({ minimum: 0 }),
    reps: Type.Integer({ minimum: 0 }),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)

/** A workout. `totals`, `revision`, `createdAt` and `updatedAt` are the server's, and are not sent back. */
export const Workout = Type.Object(
  {
    id: Id,
    name: Type.Optional(Name),
    startedAt: Instant,
    endedAt: Type.Optional(Instant),
    notes: Type.Optional(Notes),
    energy: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    exertion: Type.Optional(Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 })),
    bodyweight: Type.Optional(Weight),
    exercises: Type.Array(WorkoutExercise, { maxItems: 100 }),
    totals: WorkoutTotals,
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

export const MassKind = Type.Union([Type.Literal('bodyweight'), Type.Literal('lean_mass')])

/** A mass. */
export const MassMeasurement = Type.Object(
  {
    id: Id,
    kind: MassKind,
    value: Type.Number({ minimum: 0, maximum: 2000 }),
    unit: WeightUnit,
    measuredAt: Instant,
    notes: Type.Optional(Notes),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

export const PercentKind = Type.Union([Type.Literal('body_fat')])

/** A percentage. */
export const PercentMeasurement = Type.Object(
  {
    id: Id,
    kind: PercentKind,
    value: Type.Number({ minimum: 0, maximum: 100 }),
    unit: Type.Literal('percent'),
    measuredAt: Instant,
    notes: Type.Optional(Notes),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

export const LengthKind = Type.Union([
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

/** A length or circumference. */
export const LengthMeasurement = Type.Object(
  {
    id: Id,
    kind: LengthKind,
    value: Type.Number({ minimum: 0, maximum: 500 }),
    unit: LengthUnit,
    measuredAt: Instant,
    notes: Type.Optional(Notes),
    revision: Revision,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { additionalProperties: false },
)

/** A measurement, as it was entered. */
export const Measurement = Type.Union(
  [MassMeasurement, PercentMeasurement, LengthMeasurement],
  { discriminator: { propertyName: 'kind' } },
)

/** All that is one user's. */
export const AccountExport = Type.Object(
  {
    format: Type.Literal('replog'),
    version: Type.Literal(1),
    exportedAt: Instant,
    user: User,
    exercises: Type.Array(Exercise),
    workouts: Type.Array(Workout),
    measurements: Type.Array(Measurement),
  },
  { additionalProperties: false },
)

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

/** The taxonomy. */
export const MuscleList = Type.Object({ items: Type.Array(MuscleInfo) }, { additionalProperties: false })

/** How much of the lift's demand falls on a muscle. */
export const EngagementInput = Type.Object(
  { muscle: Muscle, percent: Type.Integer({ minimum: 0, maximum: 100 }) },
  { additionalProperties: false },
)

/** An exercise of one's own. */
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

/** A page of exercises. */
export const ExerciseList = Type.Object(
  { items: Type.Array(Exercise, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

export const WorkoutStatus = Type.Union([Type.Literal('in_progress'), Type.Literal('completed')])

/** One set. It counts as done when it has reps, a duration or a distance. */
export const WorkoutSetInput = Type.Object(
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
  },
  { additionalProperties: false },
)

/** An exercise of a workout, and its sets in order. */
export const WorkoutExerciseInput = Type.Object(
  {
    id: Type.Optional(Id),
    exerciseId: ExerciseId,
    supersetGroup: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    notes: Type.Optional(Notes),
    sets: Type.Array(WorkoutSetInput, { maxItems: 100 }),
  },
  { additionalProperties: false },
)

/** A workout as a client sends it. */
export const WorkoutInput = Type.Object(
  {
    id: Type.Optional(Id),
    name: Type.Optional(Name),
    startedAt: Instant,
    endedAt: Type.Optional(Instant),
    notes: Type.Optional(Notes),
    energy: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    exertion: Type.Optional(Type.Number({ minimum: 0, maximum: 10, multipleOf: 0.5 })),
    bodyweight: Type.Optional(Weight),
    exercises: Type.Array(WorkoutExerciseInput, { maxItems: 100 }),
  },
  { additionalProperties: false },
)

/** A page of workouts. */
export const WorkoutList = Type.Object(
  { items: Type.Array(Workout, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
  { additionalProperties: false },
)

/** Which state to bring back. */
export const RestoreInput = Type.Object({ revision: Type.Optional(Revision) }, { additionalProperties: false })

/** A state of a workout that was replaced. */
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

/** A file of another app, and what it doesn't say itself. */
export const ImportUpload = Type.Object(
  { file: file, timezone: Type.Optional(TimeZone), unit: Type.Optional(WeightUnit) },
  { additionalProperties: false },
)

/** Whose file it is. `fitnotes_body` is FitNotes' body tracker, `replog` an account export of ours. */
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
 * How a unit came to be known. `header`: a column's name says it; `column`: each row does; `given`: the caller said it; `guess`: the figures speak for it;
 * `fixed`: the format knows no other; `none`: there was nothing to find.
 */
export const UnitBasis = Type.Union([
  Type.Literal('header'),
  Type.Literal('column'),
  Type.Literal('given'),
  Type.Literal('guess'),
  Type.Literal('fixed'),
  Type.Literal('none'),
])

/** The unit of weights in a file. */
export const WeightUnitFinding = Type.Object(
  {
    unit: Type.Optional(Type.Union([Type.Literal('kg'), Type.Literal('lb'), Type.Literal('mixed')])),
    basis: UnitBasis,
    ask: Type.Boolean(),
    evidence: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)

/** The unit of distances in a file. */
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

/** How many the file has; of those, how many are new, and how many are there already. */
export const ImportCount = Type.Object(
  {
    found: Type.Integer({ minimum: 0 }),
    new: Type.Integer({ minimum: 0 }),
    duplicates: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/**
 * How sure it is what a name means. `given`: said with the commit; `remembered`: said before; `exact`, `alias`: it is the name or an alias, letter case apart;
 * `normal`: in another order of words or spelling; `score`: close enough; `new`: it means none, and becomes an exercise of one's own.
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

/** An exercise of one's own, to be made for a name. */
export const NewExercise = Type.Object(
  {
    name: Name,
    category: ExerciseCategory,
    equipment: Equipment,
    tracking: Tracking,
    unilateral: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** A name in the file, and what it means - `exerciseId` with `exerciseName`, or `newExercise`. */
export const ImportedName = Type.Object(
  {
    name: Type.String(),
    sets: Type.Integer({ minimum: 0 }),
    certainty: Certainty,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    exerciseId: Type.Optional(ExerciseId),
    exerciseName: Type.Optional(Name),
    newExercise: Type.Optional(NewExercise),
  },
  { additionalProperties: false },
)

/** A workout that is there already. */
export const ImportDuplicate = Type.Object(
  {
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    name: Type.Optional(Type.String()),
    workoutId: Id,
    startedAt: Instant,
    changed: Type.Boolean(),
  },
  { additionalProperties: false },
)

/** Something that the user should know of one row. */
export const ImportProblem = Type.Object(
  {
    line: Type.Optional(Type.Integer({ minimum: 1 })),
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

/** A weight or distance that was brought back to what was once entered. */
export const ImportSnap = Type.Object(
  { line: Type.Integer({ minimum: 1 }), from: Type.String(), to: Type.String() },
  { additionalProperties: false },
)

/** How many figures were snapped, with the first few. */
export const ImportSnaps = Type.Object(
  { count: Type.Integer({ minimum: 0 }), examples: Type.Array(ImportSnap) },
  { additionalProperties: false },
)

/** What the commit wrote. */
export const ImportWritten = Type.Object(
  {
    workouts: Type.Integer({ minimum: 0 }),
    sets: Type.Integer({ minimum: 0 }),
    measurements: Type.Integer({ minimum: 0 }),
    exercises: Type.Integer({ minimum: 0 }),
    profile: Type.Boolean(),
  },
  { additionalProperties: false },
)

/** What the undo left, since it was changed or is in use. */
export const ImportKept = Type.Object(
  {
    workouts: Type.Integer({ minimum: 0 }),
    measurements: Type.Integer({ minimum: 0 }),
    exercises: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** What the undo took out. */
export const ImportUndone = Type.Object(
  {
    workouts: Type.Integer({ minimum: 0 }),
    measurements: Type.Integer({ minimum: 0 }),
    exercises: Type.Integer({ minimum: 0 }),
    profile: Type.Boolean(),
    kept: ImportKept,
  },
  { additionalProperties: false },
)

/** A file that was read, what it comes to, and what became of it. */
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
    rows: Type.Integer({ minimum: 0 }),
    skippedRows: Type.Integer({ minimum: 0 }),
    workouts: ImportCount,
    sets: ImportCount,
    measurements: ImportCount,
    exercises: Type.Array(ImportedName),
    duplicates: Type.Array(ImportDuplicate, { maxItems: 200 }),
    problems: Type.Array(ImportProblem, { maxItems: 1000 }),
    problemCount: Type.Integer({ minimum: 0 }),
    snapped: ImportSnaps,
    committed: Type.Optional(ImportWritten),
    undone: Type.Optional(ImportUndone),
  },
  { additionalProperties: false },
)

/** What a name means - one of `exerciseId` and `newExercise`. */
export const ImportMapping = Type.Object(
  {
    name: text({ minLength: 1, maxLength: 500 }),
    exerciseId: Type.Optional(ExerciseId),
    newExercise: Type.Optional(NewExercise),
  },
  { additionalProperties: false },
)

/** What the user knows better than the report. */
export const ImportCorrections = Type.Object(
  {
    mappings: Type.Optional(Type.Array(ImportMapping, { maxItems: 2000 })),
    unit: Type.Optional(WeightUnit),
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

/** A mass to record. */
export const MassInput = Type.Object(
  {
    id: Type.Optional(Id),
    kind: MassKind,
    value: Type.Number({ minimum: 0, maximum: 2000 }),
    unit: WeightUnit,
    measuredAt: Instant,
    notes: Type.Optional(Notes),
  },
  { additionalProperties: false },
)

/** A percentage to record. */
export const PercentInput = Type.Object(
  {
    id: Type.Optional(Id),
    kind: PercentKind,
    value: Type.Number({ minimum: 0, maximum: 100 }),
    unit: Type.Literal('percent'),
    measuredAt: Instant,
    notes: Type.Optional(Notes),
  },
  { additionalProperties: false },
)

/** A length or circumference to record. */
export const LengthInput = Type.Object(
  {
    id: Type.Optional(Id),
    kind: LengthKind,
    value: Type.Number({ minimum: 0, maximum: 500 }),
    unit: LengthUnit,
    measuredAt: Instant,
    notes: Type.Optional(Notes),
  },
  { additionalProperties: false },
)

/** A measurement to record. Its `kind` says which units it takes. */
export const MeasurementInput = Type.Union([MassInput, PercentInput, LengthInput], { discriminator: { propertyName: 'kind' } })

/** A page of measurements. */
export const MeasurementList = Type.Object(
  { items: Type.Array(Measurement, { maxItems: 200 }), nextCursor: Type.Optional(NextCursor) },
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

/** Direct sets a week - maintenance, minimum effective, maximum adaptive (a range) and maximum recoverable volume. */
export const Landmarks = Type.Object(
  {
    mv: Type.Integer({ minimum: 0 }),
    mev: Type.Integer({ minimum: 0 }),
    mav: Type.Object(
      { min: Type.Integer({ minimum: 0 }), max: Type.Integer({ minimum: 0 }) },
      { additionalProperties: false },
    ),
    mrv: Type.Integer({ minimum: 0 }),
    source: Type.String(),
  },
  { additionalProperties: false },
)

/** Where direct sets a week stand among the landmarks. */
export const VolumeZone = Type.Union([
  Type.Literal('below_maintenance'),
  Type.Literal('maintenance'),
  Type.Literal('productive'),
  Type.Literal('high'),
  Type.Literal('over_mrv'),
])

/** Where fractional sets a week stand among the tiers of Pelland et al. */
export const VolumeTier = Type.Union([
  Type.Literal('below_minimum'),
  Type.Literal('high_efficiency'),
  Type.Literal('intermediate'),
  Type.Literal('low'),
  Type.Literal('lowest'),
  Type.Literal('no_data'),
])

/** What one muscle did. */
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

/** A muscle's sets for an average week of the range, judged. */
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

/** What one exercise gave to the figures, and by which sets. */
export const ExerciseVolume = Type.Object(
  {
    exerciseId: ExerciseId,
    volumeLoad: Load,
    sets: Type.Integer({ minimum: 0 }),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** A part of the range. */
export const VolumeBucket = Type.Object(
  { from: Day, to: Day, muscles: Type.Array(MuscleVolume), exercises: Type.Array(ExerciseVolume) },
  { additionalProperties: false },
)

/** Volume by muscle. Muscles and buckets in order; muscles that did nothing are left out of `muscles`. */
export const VolumeReport = Type.Object(
  {
    from: Day,
    to: Day,
    timeZone: TimeZone,
    bucket: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')]),
    workouts: Type.Integer({ minimum: 0 }),
    unknownLoadSets: Type.Integer({ minimum: 0 }),
    methods: Type.Array(Method),
    muscles: Type.Array(MuscleVolume),
    weekly: Type.Array(MuscleWeek),
    buckets: Type.Array(VolumeBucket),
  },
  { additionalProperties: false },
)

/** High up to 5 reps to failure, medium up to 10, low up to 12. */
export const Confidence = Type.Union([Type.Literal('high'), Type.Literal('medium'), Type.Literal('low')])

/** An estimate, not a test. `low` and `high` are the spread of the formulas over the same set. */
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

/** The heaviest set, of those the one with most reps; or the longest or farthest. */
export const TopSet = Type.Object(
  {
    setId: Id,
    load: Type.Optional(Load),
    reps: Type.Optional(Type.Integer({ minimum: 0 })),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
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
    sets: Type.Integer({ minimum: 0 }),
    reps: Type.Integer({ minimum: 0 }),
    outlier: Type.Boolean(),
    setIds: Type.Array(Id),
  },
  { additionalProperties: false },
)

/** What the trend follows - the best estimated one-rep max, the most reps, the longest duration or the longest distance of a workout. */
export const ProgressMetric = Type.Union([
  Type.Literal('one_rep_max'),
  Type.Literal('reps'),
  Type.Literal('duration'),
  Type.Literal('distance'),
])

export const ProgressStatus = Type.Union([
  Type.Literal('insufficient_data'),
  Type.Literal('plateau'),
  Type.Literal('improving'),
  Type.Literal('declining'),
])

/** A line through the points by Theil–Sen, which outliers hardly move. */
export const Trend = Type.Object(
  {
    slopePerDay: Type.Number(),
    percentPerFourWeeks: Type.Number(),
    intercept: Type.Number(),
    method: Method,
  },
  { additionalProperties: false },
)

/** How one exercise goes. */
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
    unknownLoadSets: Type.Integer({ minimum: 0 }),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** Sums over a period. */
export const PeriodTotals = Type.Object(
  {
    from: Day,
    to: Day,
    workouts: Type.Integer({ minimum: 0 }),
    sets: Type.Integer({ minimum: 0 }),
    reps: Type.Integer({ minimum: 0 }),
    volumeLoad: Load,
    durationSeconds: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** What went to one category. */
export const CategoryShare = Type.Object(
  {
    category: ExerciseCategory,
    sets: Type.Integer({ minimum: 0 }),
    percent: Type.Number({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
)

/** How all training goes. */
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
    streakWeeks: Type.Integer({ minimum: 0 }),
    split: Type.Array(CategoryShare),
    unknownLoadSets: Type.Integer({ minimum: 0 }),
    methods: Type.Array(Method),
  },
  { additionalProperties: false },
)

/** Progress of one exercise, or of all training. */
export const ProgressReport = Type.Union([ExerciseProgress, OverallProgress], { discriminator: { propertyName: 'scope' } })

/** The process answers. */
export const Liveness = Type.Object({ status: Type.Literal('alive') }, { additionalProperties: false })

/** The server can serve. */
export const Readiness = Type.Object({ status: Type.Literal('ready') }, { additionalProperties: false })

/** An OpenAPI 3.1 document. */
export const OpenApiDocument = openObject({
  openapi: Type.String(),
  info: Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown()),
  paths: Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Unknown()),
})

/** What TypeBox infers is what openapi-typescript reads: where they differ, this does not compile. */
export type Agreement = [
  Expect<Equal<Static<typeof Id>, components['schemas']['Id']>>,
  Expect<Equal<Static<typeof ExerciseId>, components['schemas']['ExerciseId']>>,
  Expect<Equal<Static<typeof Instant>, components['schemas']['Instant']>>,
  Expect<Equal<Static<typeof Day>, components['schemas']['Day']>>,
  Expect<Equal<Static<typeof Name>, components['schemas']['Name']>>,
  Expect<Equal<Static<typeof Notes>, components['schemas']['Notes']>>,
  Expect<Equal<Static<typeof Revision>, components['schemas']['Revision']>>,
  Expect<Equal<Static<typeof NextCursor>, components['schemas']['NextCursor']>>,
  Expect<Equal<Static<typeof WeightUnit>, components['schemas']['WeightUnit']>>,
  Expect<Equal<Static<typeof DistanceUnit>, components['schemas']['DistanceUnit']>>,
  Expect<Equal<Static<typeof PreferredDistanceUnit>, components['schemas']['PreferredDistanceUnit']>>,
  Expect<Equal<Static<typeof Weight>, components['schemas']['Weight']>>,
  Expect<Equal<Static<typeof Distance>, components['schemas']['Distance']>>,
  Expect<Equal<Static<typeof Load>, components['schemas']['Load']>>,
  Expect<Equal<Static<typeof DistanceCovered>, components['schemas']['DistanceCovered']>>,
  Expect<Equal<Static<typeof Method>, components['schemas']['Method']>>,
  Expect<Equal<Static<typeof ProblemCode>, components['schemas']['ProblemCode']>>,
  Expect<Equal<Static<typeof FieldProblemCode>, components['schemas']['FieldProblemCode']>>,
  Expect<Equal<Static<typeof FieldProblem>, components['schemas']['FieldProblem']>>,
  Expect<Equal<Static<typeof Problem>, components['schemas']['Problem']>>,
  Expect<Equal<Static<typeof Email>, components['schemas']['Email']>>,
  Expect<Equal<Static<typeof NewPassword>, components['schemas']['NewPassword']>>,
  Expect<Equal<Static<typeof GivenPassword>, components['schemas']['GivenPassword']>>,
  Expect<Equal<Static<typeof RefreshToken>, components['schemas']['RefreshToken']>>,
  Expect<Equal<Static<typeof TimeZone>, components['schemas']['TimeZone']>>,
  Expect<Equal<Static<typeof DayStartHour>, components['schemas']['DayStartHour']>>,
  Expect<Equal<Static<typeof WeekStart>, components['schemas']['WeekStart']>>,
  Expect<Equal<Static<typeof Sex>, components['schemas']['Sex']>>,
  Expect<Equal<Static<typeof TrainingExperience>, components['schemas']['TrainingExperience']>>,
  Expect<Equal<Static<typeof PlatePairs>, components['schemas']['PlatePairs']>>,
  Expect<Equal<Static<typeof Registration>, components['schemas']['Registration']>>,
  Expect<Equal<Static<typeof Credentials>, components['schemas']['Credentials']>>,
  Expect<Equal<Static<typeof RefreshInput>, components['schemas']['RefreshInput']>>,
  Expect<Equal<Static<typeof PasswordChange>, components['schemas']['PasswordChange']>>,
  Expect<Equal<Static<typeof Tokens>, components['schemas']['Tokens']>>,
  Expect<Equal<Static<typeof Session>, components['schemas']['Session']>>,
  Expect<Equal<Static<typeof SessionList>, components['schemas']['SessionList']>>,
  Expect<Equal<Static<typeof SessionValidity>, components['schemas']['SessionValidity']>>,
  Expect<Equal<Static<typeof User>, components['schemas']['User']>>,
  Expect<Equal<Static<typeof UserPatch>, components['schemas']['UserPatch']>>,
  Expect<Equal<Static<typeof AccountExport>, components['schemas']['AccountExport']>>,
  Expect<Equal<Static<typeof Muscle>, components['schemas']['Muscle']>>,
  Expect<Equal<Static<typeof MuscleGroup>, components['schemas']['MuscleGroup']>>,
  Expect<Equal<Static<typeof MuscleInfo>, components['schemas']['MuscleInfo']>>,
  Expect<Equal<Static<typeof MuscleList>, components['schemas']['MuscleList']>>,
  Expect<Equal<Static<typeof ExerciseCategory>, components['schemas']['ExerciseCategory']>>,
  Expect<Equal<Static<typeof MovementPattern>, components['schemas']['MovementPattern']>>,
  Expect<Equal<Static<typeof Mechanic>, components['schemas']['Mechanic']>>,
  Expect<Equal<Static<typeof Force>, components['schemas']['Force']>>,
  Expect<Equal<Static<typeof Difficulty>, components['schemas']['Difficulty']>>,
  Expect<Equal<Static<typeof Equipment>, components['schemas']['Equipment']>>,
  Expect<Equal<Static<typeof Tracking>, components['schemas']['Tracking']>>,
  Expect<Equal<Static<typeof ExerciseSource>, components['schemas']['ExerciseSource']>>,
  Expect<Equal<Static<typeof EngagementRole>, components['schemas']['EngagementRole']>>,
  Expect<Equal<Static<typeof EngagementInput>, components['schemas']['EngagementInput']>>,
  Expect<Equal<Static<typeof Engagement>, components['schemas']['Engagement']>>,
  Expect<Equal<Static<typeof ExerciseInput>, components['schemas']['ExerciseInput']>>,
  Expect<Equal<Static<typeof Exercise>, components['schemas']['Exercise']>>,
  Expect<Equal<Static<typeof ExerciseList>, components['schemas']['ExerciseList']>>,
  Expect<Equal<Static<typeof WorkoutStatus>, components['schemas']['WorkoutStatus']>>,
  Expect<Equal<Static<typeof SetType>, components['schemas']['SetType']>>,
  Expect<Equal<Static<typeof Side>, components['schemas']['Side']>>,
  Expect<Equal<Static<typeof Rpe>, components['schemas']['Rpe']>>,
  Expect<Equal<Static<typeof RepRange>, components['schemas']['RepRange']>>,
  Expect<Equal<Static<typeof SetTarget>, components['schemas']['SetTarget']>>,
  Expect<Equal<Static<typeof WorkoutSetInput>, components['schemas']['WorkoutSetInput']>>,
  Expect<Equal<Static<typeof WorkoutSet>, components['schemas']['WorkoutSet']>>,
  Expect<Equal<Static<typeof WorkoutExerciseInput>, components['schemas']['WorkoutExerciseInput']>>,
  Expect<Equal<Static<typeof WorkoutExercise>, components['schemas']['WorkoutExercise']>>,
  Expect<Equal<Static<typeof WorkoutInput>, components['schemas']['WorkoutInput']>>,
  Expect<Equal<Static<typeof Workout>, components['schemas']['Workout']>>,
  Expect<Equal<Static<typeof WorkoutTotals>, components['schemas']['WorkoutTotals']>>,
  Expect<Equal<Static<typeof WorkoutList>, components['schemas']['WorkoutList']>>,
  Expect<Equal<Static<typeof RestoreInput>, components['schemas']['RestoreInput']>>,
  Expect<Equal<Static<typeof WorkoutRevision>, components['schemas']['WorkoutRevision']>>,
  Expect<Equal<Static<typeof WorkoutRevisionList>, components['schemas']['WorkoutRevisionList']>>,
  Expect<Equal<Static<typeof ImportUpload>, components['schemas']['ImportUpload']>>,
  Expect<Equal<Static<typeof ImportFormat>, components['schemas']['ImportFormat']>>,
  Expect<Equal<Static<typeof ExportFormat>, components['schemas']['ExportFormat']>>,
  Expect<Equal<Static<typeof ImportStatus>, components['schemas']['ImportStatus']>>,
  Expect<Equal<Static<typeof UnitBasis>, components['schemas']['UnitBasis']>>,
  Expect<Equal<Static<typeof WeightUnitFinding>, components['schemas']['WeightUnitFinding']>>,
  Expect<Equal<Static<typeof DistanceUnitFinding>, components['schemas']['DistanceUnitFinding']>>,
  Expect<Equal<Static<typeof DayRange>, components['schemas']['DayRange']>>,
  Expect<Equal<Static<typeof ImportCount>, components['schemas']['ImportCount']>>,
  Expect<Equal<Static<typeof Certainty>, components['schemas']['Certainty']>>,
  Expect<Equal<Static<typeof NewExercise>, components['schemas']['NewExercise']>>,
  Expect<Equal<Static<typeof ImportedName>, components['schemas']['ImportedName']>>,
  Expect<Equal<Static<typeof ImportDuplicate>, components['schemas']['ImportDuplicate']>>,
  Expect<Equal<Static<typeof ImportProblem>, components['schemas']['ImportProblem']>>,
  Expect<Equal<Static<typeof ImportSnap>, components['schemas']['ImportSnap']>>,
  Expect<Equal<Static<typeof ImportSnaps>, components['schemas']['ImportSnaps']>>,
  Expect<Equal<Static<typeof ImportWritten>, components['schemas']['ImportWritten']>>,
  Expect<Equal<Static<typeof ImportKept>, components['schemas']['ImportKept']>>,
  Expect<Equal<Static<typeof ImportUndone>, components['schemas']['ImportUndone']>>,
  Expect<Equal<Static<typeof Import>, components['schemas']['Import']>>,
  Expect<Equal<Static<typeof ImportMapping>, components['schemas']['ImportMapping']>>,
  Expect<Equal<Static<typeof ImportCorrections>, components['schemas']['ImportCorrections']>>,
  Expect<Equal<Static<typeof MassKind>, components['schemas']['MassKind']>>,
  Expect<Equal<Static<typeof PercentKind>, components['schemas']['PercentKind']>>,
  Expect<Equal<Static<typeof LengthKind>, components['schemas']['LengthKind']>>,
  Expect<Equal<Static<typeof MeasurementKind>, components['schemas']['MeasurementKind']>>,
  Expect<Equal<Static<typeof LengthUnit>, components['schemas']['LengthUnit']>>,
  Expect<Equal<Static<typeof MassInput>, components['schemas']['MassInput']>>,
  Expect<Equal<Static<typeof PercentInput>, components['schemas']['PercentInput']>>,
  Expect<Equal<Static<typeof LengthInput>, components['schemas']['LengthInput']>>,
  Expect<Equal<Static<typeof MeasurementInput>, components['schemas']['MeasurementInput']>>,
  Expect<Equal<Static<typeof MassMeasurement>, components['schemas']['MassMeasurement']>>,
  Expect<Equal<Static<typeof PercentMeasurement>, components['schemas']['PercentMeasurement']>>,
  Expect<Equal<Static<typeof LengthMeasurement>, components['schemas']['LengthMeasurement']>>,
  Expect<Equal<Static<typeof Measurement>, components['schemas']['Measurement']>>,
  Expect<Equal<Static<typeof MeasurementList>, components['schemas']['MeasurementList']>>,
  Expect<Equal<Static<typeof BucketSize>, components['schemas']['BucketSize']>>,
  Expect<Equal<Static<typeof OneRepMaxFormula>, components['schemas']['OneRepMaxFormula']>>,
  Expect<Equal<Static<typeof Landmarks>, components['schemas']['Landmarks']>>,
  Expect<Equal<Static<typeof VolumeZone>, components['schemas']['VolumeZone']>>,
  Expect<Equal<Static<typeof VolumeTier>, components['schemas']['VolumeTier']>>,
  Expect<Equal<Static<typeof MuscleVolume>, components['schemas']['MuscleVolume']>>,
  Expect<Equal<Static<typeof MuscleWeek>, components['schemas']['MuscleWeek']>>,
  Expect<Equal<Static<typeof ExerciseVolume>, components['schemas']['ExerciseVolume']>>,
  Expect<Equal<Static<typeof VolumeBucket>, components['schemas']['VolumeBucket']>>,
  Expect<Equal<Static<typeof VolumeReport>, components['schemas']['VolumeReport']>>,
  Expect<Equal<Static<typeof Confidence>, components['schemas']['Confidence']>>,
  Expect<Equal<Static<typeof OneRepMaxEstimate>, components['schemas']['OneRepMaxEstimate']>>,
  Expect<Equal<Static<typeof TopSet>, components['schemas']['TopSet']>>,
  Expect<Equal<Static<typeof ProgressPoint>, components['schemas']['ProgressPoint']>>,
  Expect<Equal<Static<typeof ProgressMetric>, components['schemas']['ProgressMetric']>>,
  Expect<Equal<Static<typeof ProgressStatus>, components['schemas']['ProgressStatus']>>,
  Expect<Equal<Static<typeof Trend>, components['schemas']['Trend']>>,
  Expect<Equal<Static<typeof ExerciseProgress>, components['schemas']['ExerciseProgress']>>,
  Expect<Equal<Static<typeof PeriodTotals>, components['schemas']['PeriodTotals']>>,
  Expect<Equal<Static<typeof CategoryShare>, components['schemas']['CategoryShare']>>,
  Expect<Equal<Static<typeof OverallProgress>, components['schemas']['OverallProgress']>>,
  Expect<Equal<Static<typeof ProgressReport>, components['schemas']['ProgressReport']>>,
  Expect<Equal<Static<typeof Liveness>, components['schemas']['Liveness']>>,
  Expect<Equal<Static<typeof Readiness>, components['schemas']['Readiness']>>,
  Expect<Equal<Static<typeof OpenApiDocument>, components['schemas']['OpenApiDocument']>>,
]
