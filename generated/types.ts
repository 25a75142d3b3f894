// Written by `bun run generate` from openapi.yaml. Do not edit: change the contract and run it again.

export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
export type Readable<T> = T extends $Write<any> ? never : T extends $Read<infer U> ? Readable<U> : T extends (infer E)[] ? Readable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Write<any> ? never : K]: Readable<T[K]>;
} : T;
export type Writable<T> = T extends $Read<any> ? never : T extends $Write<infer U> ? Writable<U> : T extends (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? never : K]: Writable<T[K]>;
} & {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? K : never]?: never;
} : T;
export interface paths {
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account
         * @description Creates an account and its first session. Returns 403 `registration_closed` if the operator has closed
         *     registration, and 409 `email_taken` if the address (ignoring letter case) already has an account. A
         *     password that is easy to guess, including for someone who knows the address and the name, gets 422
         *     `weak_password`.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in to an account
         * @description Starts a session. An unknown address and a wrong password both get 401 `invalid_credentials`, after the
         *     same delay; the right password for an account that the operator has disabled gets 403
         *     `account_disabled`. Attempts are limited per account and per network: 429.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the tokens
         * @description Exchanges a refresh token for new tokens. Each token works once. Sent again within 30 seconds, it
         *     returns the same successor (a response may get lost); later, or once the successor has been used, it is
         *     treated as stolen and the whole session ends. In that case, and for an unknown or expired token, the
         *     response is 401 `session_ended`. A session ends 60 days after its last refresh, and one year after its
         *     login.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a forgotten password
         * @description Sets a new password with the token from a link printed by `bun run user reset`, and immediately ends
         *     every session of the account. A token works once, within an hour, and only until a later one is created
         *     for the same account; after that, the response is 403 `invalid_reset_token`. Log in with the new password
         *     afterward.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the password reset page
         * @description An HTML page that asks for a new password and sends it with the token in the link's fragment.
         */
        get: operations["getResetPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out of this session
         * @description Ends this session immediately; its access and refresh tokens stop working.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the session
         * @description Returns the user and the session of the access token, or 401 if the session is no longer valid.
         */
        get: operations["validateSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions
         * @description This account's sessions that have not ended, newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Ends one session of this account immediately, for example the one on a lost phone.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the exercises
         * @description The built-in catalogue and, with a token, the user's own exercises. All filters must match. Deleted
         *     exercises are not listed.
         */
        get: operations["listExercises"];
        put?: never;
        /**
         * Create a custom exercise
         * @description 409 `name_taken` if the user already has an exercise with this name, whose ID is in `existingId`, and
         *     409 `id_taken` for an ID that is in use. `engagement` may list each muscle only once. A user can have at
         *     most 1,000 exercises.
         */
        post: operations["createExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an exercise
         * @description A built-in exercise by its slug or, with a token, a custom one by its ID. A deleted one can still be
         *     read, with `deletedAt`, because workouts refer to it.
         */
        get: operations["getExercise"];
        /**
         * Replace a custom exercise
         * @description Built-in exercises can't be changed: 403 `forbidden`. The figures of workouts that use the exercise are
         *     updated immediately. 410 `exercise_deleted` for a deleted exercise.
         */
        put: operations["replaceExercise"];
        post?: never;
        /**
         * Delete a custom exercise
         * @description The exercise disappears from lists and can't be added to other workouts; workouts that use it keep it,
         *     and their figures don't change. `POST /api/exercises/{id}/restore` brings it back. Built-in exercises
         *     can't be deleted: 403 `forbidden`. 410 `exercise_deleted` for a deleted exercise.
         */
        delete: operations["deleteExercise"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted exercise
         * @description Restores a custom exercise as it was when it was deleted; does nothing if it isn't deleted. 409
         *     `name_taken` if another of the user's exercises, whose ID is in `existingId`, now has its name, and 409
         *     `conflict` if the user already has the maximum number of exercises. Built-in exercises: 403 `forbidden`.
         */
        post: operations["restoreExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/muscles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the muscles
         * @description The taxonomy that engagement and volume use. It does not change while the server runs.
         */
        get: operations["listMuscles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workouts
         * @description Newest first by `startedAt`. All filters must match. `from` and `to` refer to each workout's day in its
         *     own `timeZone`.
         */
        get: operations["listWorkouts"];
        put?: never;
        /**
         * Log a workout
         * @description Missing IDs are generated. 409 `id_taken` if one of the user's workouts, even a deleted one, already has
         *     the ID. Violations of rules that a schema can't express also get 422: `endedAt` before `startedAt`, an
         *     ID used twice in one workout, an exercise that does not exist, `rpe` together with `rir`.
         */
        post: operations["createWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a workout
         * @description The complete workout, with its totals. 410 `workout_deleted` for a deleted workout, which can be restored.
         */
        get: operations["getWorkout"];
        /**
         * Save a workout
         * @description Replaces the whole workout; an app can send this after every set. Only what changed is written, the order
         *     of exercises and sets is that of the arrays, and the previous state is kept as a revision. If nothing
         *     changed, the revision stays the same. Missing IDs are generated anew, so send back those you know. A
         *     deleted exercise may stay in a workout that already contains it.
         */
        put: operations["replaceWorkout"];
        post?: never;
        /**
         * Delete a workout
         * @description Removes its sets from all figures immediately. `POST /api/workouts/{id}/restore` brings it back within
         *     90 days; after that it is gone (404).
         */
        delete: operations["deleteWorkout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a workout's revisions
         * @description Each state that a save or a deletion replaced, newest first, kept for 90 days. Works for a deleted
         *     workout too.
         */
        get: operations["listWorkoutRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a workout
         * @description Without `revision`, restores a deleted workout to its last state, and does nothing if it isn't deleted.
         *     With `revision`, makes that earlier state the current one, as a new revision. 404 if that revision
         *     doesn't exist or is no longer stored.
         */
        post: operations["restoreWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List programs
         * @description The built-in programs and the user's own, by name. Items are summaries; read a program to get its days.
         */
        get: operations["listPrograms"];
        put?: never;
        /**
         * Create a program
         * @description Accepts what reading a program returns, without the members that the server adds, so programs can be
         *     shared as files.
         *
         *     422 lists each error: a key that is used twice or not defined, a slot without exactly one of `sets`,
         *     `wave` and `progression`, an exercise that does not exist, a rep range whose minimum exceeds its maximum.
         *     409 `id_taken` for an ID that is in use.
         */
        post: operations["createProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a program
         * @description The whole program. An earlier revision can be read as well. 410 `program_deleted` for a deleted program.
         */
        get: operations["getProgram"];
        /**
         * Replace a program
         * @description Runs that follow the program continue with their revision until a `use_revision` decision. A built-in
         *     program gets 409 `read_only`: copy it instead. 410 `program_deleted` for a deleted program.
         */
        put: operations["replaceProgram"];
        post?: never;
        /**
         * Delete a program
         * @description Runs that follow it continue. A built-in program gets 409 `read_only`. 410 `program_deleted` for a
         *     deleted program.
         */
        delete: operations["deleteProgram"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a program
         * @description What a program prescribes, week by week: every set with its weight, the hard sets of each muscle, and
         *     the minutes of each day. Every set is assumed to succeed. For a lift without a base, the base is
         *     estimated from the log; if that isn't possible, no weights are shown.
         */
        post: operations["previewProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a block of training
         * @description Plans several weeks of rising volume that end in a deload, for a goal, the available days, minutes and
         *     equipment, and the muscles to favor. A muscle's weekly sets rise from its MEV toward its MRV as far as
         *     time permits, and drop to its MV in the deload: 10, 14, 18, 22, then 8 for the chest. (`GET
         *     /api/analytics/landmarks` explains these landmarks.) Landmarks that the user has set, and an MRV learned
         *     from their overreaches, are limits known from experience: the sets stay one below that MRV, and the
         *     deload has half the MEV, as the muscle's `reason` says. Exercises that the lifter already does come
         *     first. Nothing is stored: send `program` unchanged to `POST /api/programs`, and `lifts` to
         *     `POST /api/runs` with it. 422 `range` if the equipment allows no exercise at all.
         */
        post: operations["planProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a program from a file
         * @description Converts the text of a file into programs that can be posted: a program as returned by
         *     `GET /api/programs/{id}`, or routines from Hevy's API, each as a program of one day. Exercises are
         *     matched by name as in an import; an unknown name is left out, listed in `names` with candidates, and can
         *     be mapped in `mappings`. Nothing is stored. 422 `file_malformed_json` or `file_unknown_format` for any
         *     other text.
         */
        post: operations["convertProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programs/from-workout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a routine from a workout
         * @description Creates a program of one week with one day, which has the exercises of a workout and its sets as
         *     targets. 422 `unknown_workout` for a workout that does not exist.
         */
        post: operations["createProgramFromWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs
         * @description The programs that the user follows or has followed, latest first.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Start following a program
         * @description Each lift of the program needs a base: the initial training max or working weight. A missing base is
         *     estimated from the log; if that isn't possible, 422 `base_missing` names the lift. 409 `id_taken` for an
         *     ID in use.
         */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a run
         * @description The run and its state, which is computed from its decisions and the log. 410 `run_deleted` for a deleted
         *     run.
         */
        get: operations["getRun"];
        /**
         * Replace a run
         * @description Changes the status, the weekdays and the starting bases. Decisions can only be added: those left out of
         *     the request are kept. An ended run can't be resumed (409 `run_ended`), but still takes the decisions that
         *     a device made before it learned of the end. 410 `run_deleted` for a deleted run.
         */
        put: operations["replaceRun"];
        post?: never;
        /**
         * Delete a run
         * @description The run's workouts stay in the log. 410 `run_deleted` for a deleted run.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a decision to a run
         * @description Skips a step, repeats a week, continues from another step, sets a base, swaps an exercise, or follows
         *     another revision of the program. Sending the same decision `id` again changes nothing. 409 `run_ended`
         *     for an ended run; 422 `unknown_step`, `unknown_lift`, `unknown_slot` or `unknown_revision` for something
         *     that the program does not contain.
         */
        post: operations["decideRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the next workout of a run
         * @description The workout of the next step, or of the requested one, ready to post. `finished` is true if there are no
         *     steps left. A slot with a scheme that was never done starts from the exercise's sets in the run's other
         *     slots, or else from those before the run. 422 `unknown_step` for a step that the program does not have.
         */
        get: operations["getNextWorkout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the next workout of a run
         * @description Stores the workout of the next step, or of the requested one. It starts now, or at `startedAt`. In a
         *     deload week, its phase is `deload`. 409 `already_started` if that step has a workout in progress, whose
         *     path is in `Location`; 409 `run_ended` or `run_paused`; 422 `unknown_step`.
         */
        post: operations["startRunWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/adherence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how closely a run is followed
         * @description Compares what was done with the plan: each step done, partial or skipped; each slot's sets and reps;
         *     loads within 2.5%; swapped exercises; sessions per calendar week against `sessionsPerWeek`.
         */
        get: operations["getAdherence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/volume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the training volume per muscle
         * @description Two quantities per muscle, never mixed:
         *
         *     - **Volume load** is the sum of load × reps × engagement percent / 100. Each side that was done counts,
         *       and a per-hand weight counts twice.
         *     - **Hard sets** are counted directly (1 for a primary muscle) and fractionally (1 primary, 0.5
         *       secondary, 0 stabilizer; Pelland et al. 2024). A set done with both sides counts once.
         *
         *     Warm-ups don't count, and cardio and mobility add no volume. The load of a bodyweight lift is
         *     bodyweight × share + added weight − assistance. Without a known bodyweight, such a set counts as a set
         *     but adds no volume; `unknownLoadSets` is the number of such sets.
         *
         *     A workout belongs to the day on which it started in its own time zone. Like all figures, these exclude
         *     workouts that start in the future.
         *
         *     Weekly direct sets are judged by landmarks (Renaissance Periodization, practitioners' opinion), weekly
         *     fractional sets by tiers (Pelland et al., 67 studies). Both judgments are estimates, meant as advice.
         *
         *     The default is the twelve weeks that end today, in weekly buckets. The maximum is ten years, or 370 days
         *     for daily buckets: `from` after `to`, before 1900, or a longer range gets 422 `range`.
         */
        get: operations["getVolume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the progress of an exercise or of all training
         * @description With `exerciseId`: one point per workout (best estimated one-rep max, top set, volume load, reps), the
         *     Theil–Sen trend, outliers flagged by a Hampel filter (but not dropped), and a status:
         *
         *     - `insufficient_data` with fewer than 4 workouts, or fewer than 21 days between the first and the last
         *     - `plateau` if the trend is less than 0.5% in four weeks, unless a record was set in the last 21 days
         *       and the median of those days is at least 1% above that of all earlier days
         *     - otherwise `improving` or `declining`, but never `improving` if the figure fell in the last eight weeks
         *       or was flat in the last twelve
         *     - `holding` instead of `plateau` or `declining` if the user is losing weight (the profile's
         *       `bodyweightGoal` is `lose`, or the logged bodyweight falls steadily) and the figure per kilogram of
         *       bodyweight falls by at most 1.5% in four weeks; for reps, or if the trend of the bodyweight is
         *       unknown, if the figure itself falls by at most 2.5%. `bodyweight` has both trends.
         *
         *     One more rep in any set is progress: if the best sets stay equal, workouts are compared by the mean
         *     of the sets at their heaviest weight.
         *
         *     Workouts that were light on purpose are listed as points, but count toward neither the trend nor the
         *     status: of the last eight workouts of the lift, those marked as a deload or a comeback, and those that
         *     look like a deload.
         *
         *     An exercise without data gets an empty response with `insufficient_data`; one that does not exist gets
         *     404.
         *
         *     Without `exerciseId`: totals of the range and of the preceding period of equal length, workouts per
         *     week, the streak in weeks, and the split by category.
         *
         *     A one-rep max is estimated only from sets with at most 12 reps to failure (reps + reps in reserve) and
         *     at most 4 reps in reserve.
         *
         *     The default is the 26 weeks that end today, the maximum ten years: `from` after `to`, before 1900, or a
         *     longer range gets 422 `range`.
         */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the records of an exercise or of all exercises
         * @description With `exerciseId`, all records of one exercise: the heaviest weight, the most reps at each weight, the
         *     heaviest weight for at least 1, 2, … 12 reps, the best estimated one-rep max, the most volume in a set
         *     and in a workout, and for exercises tracked by them, the longest duration and the longest distance.
         *
         *     - `current` is the current best of each kind.
         *     - `history` lists each time that a best was beaten in the range, oldest first.
         *
         *     Each record states when, in which workout and with which sets it was set. A record must be strictly
         *     better; ties don't count. The first occurrence is the baseline, which has no `previous` and is not in
         *     the history.
         *
         *     Without `exerciseId`, `items` is the paged history of all exercises, newest first, and `current`, on the first
         *     page only, the bests of each exercise; those per weight and per number of reps are included only if
         *     requested by `kind`.
         *
         *     Records always reflect the current log: changing, deleting or restoring a workout updates them. Loads are
         *     those used for strength: the weight in one hand, including the share of bodyweight that the lift moves. A
         *     bodyweight set whose load is unknown only counts for records of reps; a set of a weighted lift without its
         *     weight sets none.
         *
         *     Without a set that counts, the response is `insufficient_data`; an exercise that does not exist gets
         *     404. The history covers the 365 days that end today by default, and at most ten years: `from` after `to`
         *     or a longer range gets 422 `range`. `current` always covers all time.
         */
        get: operations["getRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/fatigue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the fatigue of each muscle
         * @description An estimate that the user can correct, never a diagnosis: no validated model for individual muscles
         *     exists.
         *
         *     Each workout of the preceding 28 days gives a muscle a stimulus s (fractional sets, weighted by the reps
         *     left in reserve). The resulting fatigue is 100 × (1 − e^(−s/6)) at first and decays linearly to zero over
         *     base × √(s/6) hours. The fatigue of several workouts adds up, to at most 100. A muscle is `recovered`
         *     below 20, `fatigued` at 60 or more.
         *
         *     Base hours are 48 for arms, delts and traps, 60 for chest and back, 72 for thighs and glutes, and 36 for
         *     calves, abs, obliques and forearms; `readinessLow` and `readinessHigh` assume recovery 25% slower and
         *     faster. Evidence: Morán-Navarro 2017 (training to failure slows recovery by 24–48 h), Belcher 2019.
         *
         *     The user's own report for a muscle (`PUT /api/analytics/fatigue/{muscle}`) overrides the model from then
         *     on.
         *
         *     Every muscle of the taxonomy is listed, with what its figure is based on and a forecast in steps of 12
         *     hours over 7 days, assuming no further training. Workouts after `at` are ignored. `at` before 1900 or
         *     more than ten years ahead gets 422 `range`.
         */
        get: operations["getFatigue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/fatigue/{muscle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Report how sore a muscle is
         * @description The user's own report overrides the fatigue model from then on: soreness × 10, decaying over the
         *     muscle's base time; earlier training no longer counts. Another report for the same time replaces the
         *     first. At any time, the last report up to it applies; `deleteSoreness` removes one. `at` before 1900
         *     or more than a day ahead gets 422 `range`.
         */
        put: operations["reportSoreness"];
        post?: never;
        /**
         * Delete a soreness report
         * @description Deletes the report for the muscle at the instant `at`, as in the response to `reportSoreness` and in
         *     `startedAt` of a `soreness` contribution in the fatigue report. The previous report applies again, or
         *     the model if there is none. 404 if there is no report for that instant.
         */
        delete: operations["deleteSoreness"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/soreness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List soreness reports
         * @description The user's reports of how sore their muscles are, newest first by `at`. All filters must match.
         */
        get: operations["listSoreness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read today's summary
         * @description The user's week so far and last week, the streak in weeks, the last workout, every muscle's sets in the
         *     last seven days judged by the user's landmarks, how recovered each muscle is now, all-time totals, and
         *     the newest records of the last four weeks (one-rep maxes by Epley). The figures are estimates, meant as
         *     advice. Without a workout that counts, the response is empty, with `insufficient_data`.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the training calendar
         * @description Each of the user's days in the range, with what was done on it; for a heatmap. A workout belongs to the
         *     day on which it started in its own `timeZone`. Rest days are listed with zeros. The default is the 365
         *     days that end today, the maximum 371: `from` after `to` or a longer range gets 422 `range`.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the training load per day
         * @description - The **load** of a session is its RPE (the workout's `exertion`) × minutes (Foster 2001).
         *     - **Monotony** is the mean load of seven days, including rest days, divided by their population standard
         *       deviation; it is undefined if all seven days are equal. **Strain** is the sum of their loads × monotony
         *       (Foster 1998).
         *     - **Acute** and **chronic** load are exponentially weighted averages over 7 and 28 days (Williams 2017),
         *       starting on the 28th day of training.
         *
         *     Purely descriptive: the ratio of acute to chronic load does not predict injury (Impellizzeri 2020), so
         *     there are no zones. Workouts without `exertion` or without an end count as 0 and are listed.
         *
         *     The default is the twelve weeks that end today, the maximum ten years: `from` after `to` or a longer
         *     range gets 422 `range`.
         */
        get: operations["getTrainingLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/strength": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read strength relative to bodyweight
         * @description The best squat, bench press and deadlift of the range (all time by default), both as lifted and as
         *     estimated one-rep maxes, which are at least the weight lifted. For both, the total of the three lifts and,
         *     if sex and bodyweight are known, its DOTS (Konertz 2019) and Wilks (1994) points. Points from estimates are
         *     only loosely comparable with those from competitions.
         *
         *     Only exercises that would pass in a competition count: with a straight bar, through the full range of
         *     motion. `missing` says what is needed to compute a figure. The bodyweight is the latest one up to the
         *     end of the range.
         *
         *     `from` after `to`, or more than ten years between them, gets 422 `range`.
         */
        get: operations["getStrength"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/landmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the weekly landmarks
         * @description Weekly direct sets for each muscle that has landmarks: maintenance (MV), minimum effective (MEV), maximum
         *     adaptive (MAV) and maximum recoverable volume (MRV). The defaults are those of Renaissance Periodization,
         *     which are practitioners' opinion, not evidence; `custom` marks the user's own. The revision is 0 until the
         *     user changes any.
         *
         *     From workouts marked `overreached`, the user's own MRV is learned (`learned`). It replaces a higher default
         *     MRV, and lowers the MAV if that would exceed it. Landmarks that the user has set don't change; what was
         *     learned is only shown next to them. Every figure and recommendation uses these landmarks.
         */
        get: operations["getLandmarks"];
        /**
         * Set custom landmarks
         * @description Replaces all of the user's own landmarks; muscles that are left out return to the default, and an empty
         *     list resets all. The landmarks of a muscle must ascend: `mv` ≤ `mev` ≤ `mav.min` ≤ `mav.max` ≤ `mrv`,
         *     otherwise 422 `range`; a muscle listed twice gets 422 `unique`. Send the `ETag` from reading them in
         *     `If-Match`, even at revision 0.
         */
        put: operations["replaceLandmarks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simulate a workout
         * @description The volume, sets and fatigue that an unsaved workout would cause, on top of earlier training. A set that
         *     is not done yet counts as done at its target (the minimum of its reps), so a recommended workout can be
         *     simulated unchanged. Nothing is stored. The estimates are those of `GET /api/analytics/volume` and
         *     `GET /api/analytics/fatigue`.
         */
        post: operations["simulateWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises/{id}/progression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an exercise's progression
         * @description The scheme that the user chose for the exercise, or the default; for the default, `chosen` is false and
         *     the revision is 0 or that of a reverted choice.
         */
        get: operations["getExerciseProgression"];
        /**
         * Choose an exercise's progression
         * @description The exercise follows this scheme from now on: earlier workouts determine the starting point but don't
         *     count as successes or failures. Omitted parameters get their defaults. Send the `ETag` from reading the
         *     progression in `If-Match`, even if none was chosen yet. `minReps` above `maxReps` gets 422 `range`. 410
         *     `exercise_deleted` for a deleted exercise.
         */
        put: operations["chooseProgression"];
        post?: never;
        /**
         * Revert to the default progression
         * @description Removes the choice. Does nothing if there is none.
         */
        delete: operations["resetProgression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the chosen progressions
         * @description The schemes that the user chose, by exercise; all other exercises follow the default. Reverted choices
         *     are not listed.
         */
        get: operations["listProgressions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendations/progression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recommend the next sets
         * @description The next prescription for one exercise, or for every exercise trained in the last four weeks: sets with
         *     weights that can be loaded with the user's plates, reps and target RPE, warm-ups, the rule applied, the
         *     reasons in words, and what would follow a miss. After a break of more than 14 days, after failures, or
         *     on a plateau, it also offers a lighter workout.
         *
         *     It follows the scheme that the user chose (`PUT /api/exercises/{id}/progression`), or else `memory`,
         *     which derives the next sets from the lift's past performance, its variability and the time since it was
         *     last trained. `memory` uses the user's own rep range, number of sets and weight steps, and states the
         *     chance of completing the heaviest set. Sets that look like typing errors are ignored.
         *
         *     Advice, not an order. Without enough data, the response is `insufficient_data` rather than a guess; an
         *     exercise that does not exist gets 404. `at` before 1900 or more than ten years ahead gets 422 `range`.
         */
        get: operations["getProgression"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendations/workout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommend a workout
         * @description A complete workout for the time and equipment at hand: exercises with prescriptions, the estimated
         *     duration, the fatigue that it would add, a reason for each choice, and what was left out and why.
         *     Exercises are selected by need (weekly fractional sets below target), readiness (no `fatigued` muscle,
         *     and none whose fatigue would exceed 100), specificity (exercises that the user does and progresses in
         *     come first) and balance. `workout` can be posted to `/api/workouts` unchanged: its sets have targets and
         *     count only after they are done. The same input always returns the same response.
         *
         *     The user's own main lifts come before new ones, and their own exercises that are due come before new ones
         *     for the same muscle; no new exercise is chosen alongside a similar one, and a knee, hip, push and pull
         *     movement come before the rest; workouts of up to 30 minutes have fewer sets of each. Rests are the user's
         *     own if they were logged. An exercise not done for more than eight weeks starts over without a weight; a
         *     user with no stated experience and no log is treated as a beginner.
         *     At most two exercises are new to the user, or five in a first workout; what is left out because of that has
         *     the code `new_exercises`. Experienced users whose log has only begun get full workouts.
         *
         *     Until the log shows a habit, the profile's `workoutsPerWeek` decides: with up to three workouts a week,
         *     each trains the whole body; with up to five, they alternate upper and lower body; with more, they
         *     rotate through push, pull and legs. Close to a competition (`competitionDay`, a last workout marked
         *     `peak`, or two lifts that work up to heavy singles) there is one heavy lift a day and no new exercise.
         *
         *     If nothing fits, the workout is empty and `empty` says why. An exercise in `exclude` that does not exist
         *     gets 422 `unknown_exercise`. Advice based on estimates, never a diagnosis.
         */
        post: operations["recommendWorkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List measurements
         * @description Newest first by `measuredAt`. All filters must match.
         */
        get: operations["listMeasurements"];
        put?: never;
        /**
         * Record a measurement
         * @description A new bodyweight immediately updates the figures of bodyweight lifts. 409 `id_taken` for an ID that is
         *     in use.
         */
        post: operations["createMeasurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a measurement
         * @description One measurement. 410 `measurement_deleted` for a deleted measurement.
         */
        get: operations["getMeasurement"];
        /**
         * Replace a measurement
         * @description Replaces the whole measurement, including its kind. 410 `measurement_deleted` for a deleted measurement.
         */
        put: operations["replaceMeasurement"];
        post?: never;
        /**
         * Delete a measurement
         * @description Figures that used it change immediately. `POST /api/measurements/{id}/restore` brings it back within 90
         *     days; after that it is gone (404). 410 `measurement_deleted` for a deleted measurement.
         */
        delete: operations["deleteMeasurement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted measurement
         * @description Restores a measurement as it was when it was deleted; does nothing if it isn't deleted. 90 days after the
         *     deletion, the measurement is gone (404).
         */
        post: operations["restoreMeasurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the profile
         * @description The caller's profile.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete the account
         * @description Permanently deletes the account and all of its data, and ends its sessions immediately. Export first:
         *     `GET /api/users/me/export`. Requires the current password in `X-Current-Password`: 403
         *     `invalid_credentials` if it is wrong. Attempts are limited like logins: 429.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change the profile
         * @description Applies a merge patch (RFC 7396): omitted fields stay unchanged, and `null` removes an optional field.
         *     Changing `dayStartHour` or `weekStart` moves the day and week boundaries of all figures. `timeZone`
         *     determines what today is and which time zone new workouts get; existing workouts keep theirs.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Immediately ends every session of the account, including this one, and returns the tokens of a new one.
         *     403 `invalid_credentials` if the current password is wrong.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all data
         * @description All of the user's data as one streamed JSON document: the profile, custom exercises, workouts with every
         *     set, measurements, programs with the revisions that runs follow, runs, chosen progressions, soreness
         *     reports, custom landmarks, and the meaning of names in imported files. `POST /api/imports` accepts it;
         *     in an empty account, that restores everything. Deleted resources (except exercises and programs, which
         *     workouts and runs may still refer to), earlier revisions of workouts, and sessions are not included.
         */
        get: operations["exportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull changes
         * @description The current state of every resource that changed after `cursor`, and a `delete` for each that was
         *     deleted, oldest change first, each resource once. Without `cursor`, returns everything. Repeat with
         *     `nextCursor`, which is always present, until `hasMore` is false; keep it as the cursor for the next
         *     pull. A resource that changes while you pull moves to the end: you may see it twice but never miss it.
         *
         *     410 `cursor_expired` for a cursor from which changes can no longer be listed: it is from before a backup was
         *     restored (which changes `epoch`), from before a deletion that is no longer reported (after 90 days), or
         *     ahead of the server. Pull everything again without a cursor, and keep what you have not pushed. Any other
         *     string, or another user's cursor, gets 422 `invalid_cursor`.
         */
        get: operations["pullChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push offline changes
         * @description Applies up to 500 mutations in order and independently: one that can't be applied doesn't stop the
         *     others, and each gets its own result, in the same order. A mutation names the revision that it is based
         *     on (`baseRevision`; 0 or left out for a new resource).
         *
         *     - `applied`: done, with the new revision. If nothing changed, the revision is the current one.
         *     - `duplicate`: this `mutationId` was applied before, with this revision, so nothing was done now.
         *       Recognized for at least 90 days.
         *     - `conflict`: the resource has a different revision, whose state is in `current`. Merge, and push again
         *       based on that revision, with a new `mutationId`. To keep the losing version of a workout among its
         *       revisions, send it as `superseded`. A `put` based on the revision of a deletion restores the resource.
         *     - `rejected`: the mutation can't be applied as it is, and `problem` says why: anything that `POST` and
         *       `PUT` of the resource reject, an unknown base (404 `not_found` if the resource doesn't exist; 409
         *       `revision_unknown` for a revision that the server doesn't have yet, as after restoring a backup: pull
         *       first), or 409 `mutation_id_reused` for a `mutationId` that was applied with other content. With
         *       `name_taken`, `existingId` is the exercise that has the name: replace references to yours with it.
         *       Pointers in `errors` refer to the request body; at most ten are reported per mutation. A problem with
         *       status 500 or above is a server error: push the same mutation again later.
         *
         *     Missing IDs of exercises and sets are derived from the `mutationId` and their positions, so the same
         *     mutation generates the same IDs even in a database that was restored from a backup.
         *
         *     A `delete` of a deleted resource is applied, whatever its base; if the resource never existed or its
         *     tombstone has expired, it is rejected with 404 `not_found`. A workout may refer to a deleted custom
         *     exercise, since the device may not have known of the deletion. Results of mutations that were not
         *     applied are not stored: the same mutation may be pushed again. A push is applied in small transactions,
         *     so after any response other than 200 (the session ended, the server stopped) the first mutations may
         *     have been applied: push the same ones again. With `epoch`, the whole push is rejected with 410
         *     `epoch_changed` if the database is no longer the one that was pulled from or pushed to. A client that
         *     pushes before its first pull must keep the `epoch` of the response: a pull from another epoch may lack
         *     what was pushed.
         */
        post: operations["pushMutations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream change hints
         * @description A stream of server-sent events (`text/event-stream`) that stays open. Each event is a hint,
         *     `data: {"seq":42}` with the number as its `id`: there are changes up to that number. Events never
         *     contain data, and losing one does no harm: pulling is the source of truth. The first event is sent
         *     immediately; with `Last-Event-ID`, only if something has changed since. A comment is sent every 15
         *     seconds. The stream ends when the session ends (not when the access token expires) and when the server
         *     stops. A user can have at most 20 open streams; another one gets 429.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload another app's file (dry run)
         * @description Reads an export from Strong, Hevy or FitNotes, or Replog itself (from `GET /api/users/me/export` or a
         *     device), recognizes it by its content, and reports what importing it would do:
         *
         *     - the format, the units and the date range, with the evidence
         *     - how much is new and how much already exists
         *     - which exercise each name means, how certain that is, and which names will become custom exercises
         *     - each skipped row, with its line and the reason
         *
         *     Nothing is written before `POST /api/imports/{id}/commit`. An uncommitted import is discarded after 24
         *     hours, or when there are more than five and it is the oldest.
         *
         *     A workout already exists if it was imported from such a file before, if one with the same name started
         *     in the same minute or, for files that only have days, if the sets of that day exist. So importing the
         *     same file twice, or your own export, adds nothing, and a newer file adds what is new.
         *
         *     `unit` is for files that don't name one; `weightUnit.ask` says when to ask the user. A file that can't
         *     be read at all gets 422 with a `file_…` code. The maximum is 20 MiB, 100,000 rows, 5,000 workouts and
         *     2,000 exercise names.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import
         * @description The report, and the current status of the import.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Undo an import
         * @description Deletes exactly what the import wrote: its workouts, measurements, and the exercises that it created.
         *     Anything changed since, also by a later import, is kept, and so is an exercise that another workout
         *     contains; `undone.kept` counts them. A pending import is discarded. Repeating the request returns the same response. Afterward,
         *     the same file can be imported again.
         */
        delete: operations["undoImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit an import
         * @description Writes everything that is new, in one transaction: all or nothing. `mappings` corrects what names mean,
         *     and is remembered for later imports; `unit` corrects the unit of a file that doesn't name one; `accept`
         *     applies changes to workouts that were imported before. Committing again changes nothing and returns the
         *     same response. 409 `conflict` if the import was undone or discarded, or if the user would have more than
         *     1,000 custom exercises.
         */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/workouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export workouts for another app
         * @description Streams all workouts in the order that the apps of these formats use: newest first for `hevy`, oldest first
         *     for the others. `strong`, `hevy` and `fitnotes` are CSV as those apps write it, in the profile's time zone;
         *     cells that a spreadsheet would evaluate as formulas are escaped. `json` is Replog's own format, including
         *     the user's own exercises. Data imported from a format and exported to it again yields the same workouts;
         *     formats without drop sets, supersets or times lose those.
         */
        get: operations["exportWorkouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process is alive
         * @description Responds as long as the process is running, so that a supervisor can restart one that doesn't.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the server is ready
         * @description 200 if the database can be read and written. 503, with the cause in `detail`, if it can't (for example
         *     because the disk is full, though reads may still work) or while the server is shutting down.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics for Prometheus
         * @description Request counts and durations by operation and status, and process metrics, in the Prometheus text
         *     format. Contains no user data.
         *
         *     The server's own machine may read them without a token; a request forwarded by a proxy doesn't count as
         *     local. Any other client needs the operator's token: without it, 401, or 403 `forbidden` if the operator
         *     has not set one.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download this contract as YAML
         * @description The file `openapi.yaml`, byte for byte.
         */
        get: operations["getContractYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download this contract as JSON
         * @description The same document as `/openapi.yaml`, for tools that read JSON.
         */
        get: operations["getContractJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the app
         * @description The app, which logs workouts without an account or a network and contacts no other host. If the operator
         *     has turned it off (`REPLOG_WEB=off`), redirects to `/docs`.
         */
        get: operations["getRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sw.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the app's service worker
         * @description The script that caches the app on the device so that it opens without a network.
         */
        get: operations["getServiceWorker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/web/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an app file
         * @description A script, style sheet, data file, font or icon of the app. Its name changes with its content.
         */
        get: operations["getAppAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the interactive API reference
         * @description An HTML page for this contract that contacts no other host.
         */
        get: operations["getReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of the API reference
         * @description The script or the style sheet of the reference page, served by this server.
         */
        get: operations["getReferenceAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description A lowercase UUID; version 7 keeps IDs in order of creation.
         * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
         */
        Id: string;
        /**
         * @description The slug of a built-in exercise, or the UUID of a custom one.
         * @example barbell-bench-press
         */
        ExerciseId: string;
        /**
         * Format: date-time
         * @description RFC 3339, in the years 1 to 9999. Responses are in UTC with milliseconds; requests may use another
         *     offset, and are stored to the millisecond.
         * @example 2026-11-20T17:02:00.000Z
         */
        Instant: string;
        /**
         * Format: date
         * @description A calendar day, in the years 1 to 9999.
         * @example 2026-11-20
         */
        Day: string;
        /**
         * @description A line of text with at least one visible character: one other than whitespace, control characters, those
         *     up to U+FFFF that Unicode calls Default_Ignorable_Code_Point, such as zero-width spaces, and U+2800. The
         *     pattern lists them, because few languages know that property.
         */
        Name: string;
        /** @description Free text; may contain line breaks. No U+0000. */
        Notes: string;
        /**
         * Format: int64
         * @description 1 when created (higher if an expired tombstone may have had the same ID), incremented by each change.
         * @example 1
         */
        Revision: number;
        /** @description Present if there are more items. Opaque. */
        NextCursor: string;
        /** @enum {string} */
        WeightUnit: "kg" | "lb";
        /** @enum {string} */
        DistanceUnit: "m" | "km" | "mi";
        /**
         * @description The unit that a user prefers for distances.
         * @enum {string}
         */
        PreferredDistanceUnit: "km" | "mi";
        /**
         * @description A weight as entered. It is returned unchanged; figures are computed in whole grams.
         * @example {
         *       "value": 100,
         *       "unit": "kg"
         *     }
         */
        Weight: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["WeightUnit"];
        };
        /**
         * @description A distance as entered. Figures are computed in whole millimeters.
         * @example {
         *       "value": 5,
         *       "unit": "km"
         *     }
         */
        Distance: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["DistanceUnit"];
        };
        /**
         * @description A weight computed by the server.
         * @example {
         *       "value": 2700,
         *       "unit": "kg"
         *     }
         */
        Load: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["WeightUnit"];
        };
        /**
         * @description A distance computed by the server.
         * @example {
         *       "value": 5000,
         *       "unit": "m"
         *     }
         */
        DistanceCovered: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["DistanceUnit"];
        };
        /**
         * @description The method that a figure was computed with.
         * @example {
         *       "id": "sets.fractional",
         *       "parameters": {
         *         "primary": 1,
         *         "secondary": 0.5,
         *         "stabilizer": 0
         *       }
         *     }
         */
        Method: {
            /** @description A stable identifier, such as `e1rm.epley` or `sets.fractional`. */
            id: string;
            /** @description The method's parameters by name: numbers, strings and flags. */
            parameters?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A stable, machine-readable error code.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "malformed_json" | "unauthorized" | "invalid_token" | "token_expired" | "session_ended" | "invalid_credentials" | "account_disabled" | "forbidden" | "registration_closed" | "invalid_reset_token" | "not_found" | "workout_deleted" | "exercise_deleted" | "measurement_deleted" | "program_deleted" | "run_deleted" | "cursor_expired" | "epoch_changed" | "method_not_allowed" | "conflict" | "id_taken" | "email_taken" | "name_taken" | "read_only" | "run_ended" | "run_paused" | "already_started" | "revision_mismatch" | "revision_unknown" | "mutation_id_reused" | "content_too_large" | "unsupported_media_type" | "validation_failed" | "idempotency_key_reused" | "precondition_required" | "too_many_requests" | "internal_error" | "unavailable";
        /**
         * @description A stable, machine-readable code for one error.
         * @enum {string}
         */
        FieldProblemCode: "required" | "unknown_field" | "type" | "format" | "pattern" | "enum" | "minimum" | "maximum" | "min_length" | "max_length" | "min_items" | "max_items" | "unique" | "multiple_of" | "unknown_parameter" | "repeated_parameter" | "unstorable_text" | "unsafe_integer" | "unknown_exercise" | "unknown_program" | "unknown_workout" | "unknown_step" | "unknown_lift" | "unknown_slot" | "unknown_revision" | "unknown_key" | "duplicate_key" | "slot_source" | "slot_exercise" | "base_missing" | "end_before_start" | "use_assistance" | "duplicate_id" | "id_mismatch" | "exclusive" | "range" | "requires" | "weak_password" | "invalid_cursor" | "reused" | "file_empty" | "file_binary" | "file_unknown_format" | "file_malformed_json" | "file_unsupported_version" | "file_too_many_rows" | "file_too_many_exercises" | "file_too_many_workouts" | "file_ambiguous_dates";
        /**
         * @description One error and its location: one of `pointer`, `parameter` and `header`.
         * @example {
         *       "pointer": "/exercises/0/sets/1/reps",
         *       "code": "maximum",
         *       "message": "Must be at most 1000."
         *     }
         */
        FieldProblem: {
            /** @description A JSON Pointer (RFC 6901) into the body. */
            pointer?: string;
            /** @description The name of a path or query parameter. */
            parameter?: string;
            /** @description The name of a header. */
            header?: string;
            code: components["schemas"]["FieldProblemCode"];
            /** @description The error, human-readable. */
            message: string;
        };
        /** @description An error in the format of RFC 9457. */
        Problem: {
            /** @description A URI that identifies the code. */
            type: string;
            /** @description The code, human-readable. */
            title: string;
            /** Format: int32 */
            status: number;
            /** @description What went wrong, human-readable. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            requestId: string;
            /** @description With `name_taken`, the ID of the user's exercise that has the name. */
            existingId?: components["schemas"]["Id"];
            /** @description Every error found, at most 50. */
            errors?: components["schemas"]["FieldProblem"][];
        };
        /**
         * Format: idn-email
         * @description An email address. Addresses that differ only in letter case or compatibility forms, such as full-width
         *     letters, belong to the same account.
         * @example ada@example.com
         */
        Email: string;
        /**
         * Format: email
         * @description The email address of a new account, in ASCII, because letters of other scripts could imitate another
         *     address. Write an international domain in Punycode (`xn--…`).
         * @example ada@example.com
         */
        NewEmail: string;
        /**
         * @description At least 12 characters of any kind, at most 1024 bytes in UTF-8. One that zxcvbn estimates to take fewer
         *     than 10^10 guesses gets 422 `weak_password`.
         */
        NewPassword: string;
        /** @description A password as the user enters it, at most 1024 bytes in UTF-8. */
        EnteredPassword: string;
        /** @description 256 bits in base64url, 128 of them random. Opaque, single use. */
        RefreshToken: string;
        /** @description A new account. */
        Registration: {
            email: components["schemas"]["NewEmail"];
            password: components["schemas"]["NewPassword"];
            displayName?: components["schemas"]["Name"];
            unit?: components["schemas"]["WeightUnit"];
            distanceUnit?: components["schemas"]["PreferredDistanceUnit"];
            timeZone?: components["schemas"]["TimeZone"];
            dayStartHour?: components["schemas"]["DayStartHour"];
            weekStart?: components["schemas"]["WeekStart"];
            device?: components["schemas"]["Name"];
        };
        /** @description An email address and password to log in with. */
        Credentials: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["EnteredPassword"];
            device?: components["schemas"]["Name"];
        };
        /** @description The refresh token to exchange. */
        RefreshInput: {
            refreshToken: components["schemas"]["RefreshToken"];
        };
        /** @description A session's tokens and its user. */
        Tokens: {
            /** @constant */
            tokenType: "Bearer";
            /** @description For `Authorization`. */
            accessToken: string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expiresIn: number;
            refreshToken: components["schemas"]["RefreshToken"];
            user: components["schemas"]["User"];
        };
        /** @description A login on one device. */
        Session: {
            id: components["schemas"]["Id"];
            /** @description Whether this request belongs to it. */
            current: boolean;
            device?: components["schemas"]["Name"];
            /** @description The client's `User-Agent` when it logged in. */
            userAgent?: string;
            createdAt: components["schemas"]["Instant"];
            lastUsedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A page of sessions. */
        SessionList: {
            items: components["schemas"]["Session"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description A valid session. */
        SessionValidity: {
            /** @description Always true; an invalid session gets 401. */
            valid: boolean;
            user: components["schemas"]["User"];
            session: components["schemas"]["Session"];
        };
        /** @enum {string} */
        Muscle: "neck" | "traps" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "chest" | "serratus" | "upper_back" | "lats" | "lower_back" | "biceps" | "triceps" | "forearms" | "abs" | "obliques" | "hip_flexors" | "glutes" | "abductors" | "adductors" | "quads" | "hamstrings" | "calves" | "tibialis";
        /** @enum {string} */
        MuscleGroup: "neck" | "shoulders" | "chest" | "back" | "arms" | "core" | "legs";
        /** @description A muscle of the taxonomy. */
        MuscleInfo: {
            muscle: components["schemas"]["Muscle"];
            group: components["schemas"]["MuscleGroup"];
            /** @description The display name. */
            name: string;
        };
        /** @description The muscle taxonomy. */
        MuscleList: {
            items: components["schemas"]["MuscleInfo"][];
        };
        /** @enum {string} */
        ExerciseCategory: "push" | "pull" | "legs" | "core" | "cardio" | "mobility";
        /** @enum {string} */
        MovementPattern: "squat" | "lunge" | "hinge" | "hip_extension" | "hip_abduction" | "hip_adduction" | "knee_extension" | "knee_flexion" | "ankle" | "horizontal_push" | "vertical_push" | "horizontal_pull" | "vertical_pull" | "chest_fly" | "shoulder_raise" | "shrug" | "shoulder_rotation" | "elbow_flexion" | "elbow_extension" | "wrist" | "neck" | "trunk_flexion" | "trunk_extension" | "trunk_rotation" | "bracing" | "carry" | "olympic" | "jump" | "locomotion" | "stretch";
        /** @enum {string} */
        Mechanic: "compound" | "isolation";
        /** @enum {string} */
        Force: "push" | "pull" | "hold";
        /** @enum {string} */
        Difficulty: "beginner" | "intermediate" | "advanced";
        /** @enum {string} */
        Equipment: "barbell" | "ez_bar" | "trap_bar" | "dumbbell" | "kettlebell" | "machine" | "cable" | "smith_machine" | "band" | "bodyweight" | "plate" | "medicine_ball" | "suspension" | "cardio_machine" | "sled" | "landmine" | "other";
        /**
         * @description How sets of the exercise are measured.
         * @enum {string}
         */
        Tracking: "weight_reps" | "bodyweight_reps" | "reps" | "duration" | "distance_duration";
        /** @enum {string} */
        ExerciseSource: "builtin" | "custom";
        /**
         * @description Primary at 50 percent or more, secondary at 20 or more, otherwise stabilizer.
         * @enum {string}
         */
        EngagementRole: "primary" | "secondary" | "stabilizer";
        /**
         * @description How much the exercise works a muscle.
         * @example {
         *       "muscle": "chest",
         *       "percent": 90
         *     }
         */
        EngagementInput: {
            muscle: components["schemas"]["Muscle"];
            /**
             * Format: int32
             * @description Independent for each muscle; the percentages don't add up to 100.
             */
            percent: number;
        };
        /**
         * @description How much the exercise works a muscle, and the resulting role.
         * @example {
         *       "muscle": "chest",
         *       "percent": 90,
         *       "role": "primary"
         *     }
         */
        Engagement: {
            muscle: components["schemas"]["Muscle"];
            /** Format: int32 */
            percent: number;
            role: components["schemas"]["EngagementRole"];
        };
        /** @description A custom exercise. */
        ExerciseInput: {
            id?: components["schemas"]["Id"];
            name: components["schemas"]["Name"];
            /** @description Other names, which search also finds. */
            aliases?: components["schemas"]["Name"][];
            category: components["schemas"]["ExerciseCategory"];
            pattern?: components["schemas"]["MovementPattern"];
            mechanic?: components["schemas"]["Mechanic"];
            force?: components["schemas"]["Force"];
            equipment: components["schemas"]["Equipment"];
            difficulty?: components["schemas"]["Difficulty"];
            tracking: components["schemas"]["Tracking"];
            /**
             * @description Done one side at a time.
             * @default false
             */
            unilateral?: boolean;
            /**
             * @description The entered weight is that of one hand.
             * @default false
             */
            perHand?: boolean;
            /**
             * Format: double
             * @description The share of bodyweight that is moved. The default is 1 for `bodyweight_reps`, otherwise 0.
             */
            bodyweightShare?: number;
            /** @description Short hints on form. */
            cues?: components["schemas"]["Name"][];
            /** @description Each muscle once. If left out or empty, the exercise counts toward no muscle. */
            engagement?: components["schemas"]["EngagementInput"][];
        };
        /** @description An exercise. */
        Exercise: {
            id: components["schemas"]["ExerciseId"];
            source: components["schemas"]["ExerciseSource"];
            /** @description True if its data was derived from another catalogue and not reviewed. */
            derived?: boolean;
            name: components["schemas"]["Name"];
            aliases: components["schemas"]["Name"][];
            /** @description Names of a popular built-in exercise in other languages, by language and then most common first. Search and imports recognize these, too. */
            translations?: components["schemas"]["ExerciseTranslation"][];
            category: components["schemas"]["ExerciseCategory"];
            pattern?: components["schemas"]["MovementPattern"];
            mechanic?: components["schemas"]["Mechanic"];
            force?: components["schemas"]["Force"];
            equipment: components["schemas"]["Equipment"];
            difficulty?: components["schemas"]["Difficulty"];
            tracking: components["schemas"]["Tracking"];
            unilateral: boolean;
            perHand: boolean;
            /** Format: double */
            bodyweightShare: number;
            cues: components["schemas"]["Name"][];
            /** @description Highest first. */
            engagement: components["schemas"]["Engagement"][];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            deletedAt?: components["schemas"]["Instant"];
        };
        /** @description A name of an exercise in another language. */
        ExerciseTranslation: {
            language: components["schemas"]["NameLanguage"];
            name: components["schemas"]["Name"];
        };
        /**
         * @description A language in which exercises have names, besides English: ISO 639-1.
         * @enum {string}
         */
        NameLanguage: "de" | "es" | "fr" | "it" | "ja" | "ko" | "nl" | "pl" | "pt" | "ru" | "zh";
        /** @description A page of exercises. */
        ExerciseList: {
            items: components["schemas"]["Exercise"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @enum {string} */
        WorkoutStatus: "in_progress" | "completed";
        /**
         * @description Warm-ups are listed but don't count toward any figure. Each drop counts as a set of its own, so log
         *     every drop (Coleman 2022: drop sets are no less effective than straight sets).
         * @enum {string}
         */
        SetType: "warmup" | "normal" | "drop" | "failure";
        /**
         * @description For a set done one side at a time. `both` means that it was done with each side.
         *
         *     For a `unilateral` exercise, a set without `side` stands for both sides: log one line for both. Reps and
         *     volume load count each side. Sets are counted once for both sides: the number of left sets or of right
         *     sets of the exercise in the workout, whichever is larger.
         * @enum {string}
         */
        Side: "left" | "right" | "both";
        /**
         * Format: double
         * @description Rate of perceived exertion, in steps of 0.5 (Zourdos 2016).
         * @example 8.5
         */
        Rpe: number;
        /**
         * @description The target range of reps.
         * @example {
         *       "min": 5,
         *       "max": 8
         *     }
         */
        RepRange: {
            /** Format: int32 */
            min: number;
            /** Format: int32 */
            max: number;
        };
        /** @description The planned target of a set. */
        SetTarget: {
            reps?: components["schemas"]["RepRange"];
            /** @description As many reps as possible, at least `reps.min`. */
            openEnded?: boolean;
            weight?: components["schemas"]["Weight"];
            rpe?: components["schemas"]["Rpe"];
            key?: components["schemas"]["ProgramKey"];
            /**
             * Format: int32
             * @description Reps in reserve.
             */
            rir?: number;
            tempo?: components["schemas"]["Tempo"];
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["Distance"];
        };
        /**
         * @description One set. It counts as done when it has reps, a duration or a distance. `assistance` is the weight that a
         *     band or machine removes; an assisted built-in exercise can't have a `weight` (422 `use_assistance`).
         */
        WorkoutSetInput: {
            id?: components["schemas"]["Id"];
            type: components["schemas"]["SetType"];
            weight?: components["schemas"]["Weight"];
            assistance?: components["schemas"]["Weight"];
            /** Format: int32 */
            reps?: number;
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["Distance"];
            rpe?: components["schemas"]["Rpe"];
            /**
             * Format: int32
             * @description Reps in reserve. Mutually exclusive with `rpe`.
             */
            rir?: number;
            side?: components["schemas"]["Side"];
            /**
             * Format: int32
             * @description The rest after the set.
             */
            restSeconds?: number;
            completedAt?: components["schemas"]["Instant"];
            notes?: components["schemas"]["Notes"];
            target?: components["schemas"]["SetTarget"];
            /**
             * @description Confirms that the set was done as logged. If `true`, a set in the workout's `doubts` counts like any
             *     other. `false` is the same as leaving it out.
             */
            confirmed?: boolean;
        };
        /** @description One set, as stored. */
        WorkoutSet: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["SetType"];
            weight?: components["schemas"]["Weight"];
            assistance?: components["schemas"]["Weight"];
            /** Format: int32 */
            reps?: number;
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["Distance"];
            rpe?: components["schemas"]["Rpe"];
            /**
             * Format: int32
             * @description Reps in reserve. Mutually exclusive with `rpe`.
             */
            rir?: number;
            side?: components["schemas"]["Side"];
            /**
             * Format: int32
             * @description The rest after the set.
             */
            restSeconds?: number;
            completedAt?: components["schemas"]["Instant"];
            notes?: components["schemas"]["Notes"];
            target?: components["schemas"]["SetTarget"];
            /**
             * @description Confirms that the set was done as logged. If `true`, a set in the workout's `doubts` counts like any
             *     other. `false` is the same as leaving it out.
             */
            confirmed?: boolean;
        };
        /** @description An exercise of a workout, and its sets in order. */
        WorkoutExerciseInput: {
            id?: components["schemas"]["Id"];
            exerciseId: components["schemas"]["ExerciseId"];
            slot?: components["schemas"]["ProgramKey"];
            /**
             * Format: int32
             * @description Exercises with the same number form a superset.
             */
            supersetGroup?: number;
            notes?: components["schemas"]["Notes"];
            sets: components["schemas"]["WorkoutSetInput"][];
        };
        /** @description An exercise of a workout, and its sets in order, as stored. */
        WorkoutExercise: {
            id: components["schemas"]["Id"];
            exerciseId: components["schemas"]["ExerciseId"];
            slot?: components["schemas"]["ProgramKey"];
            /**
             * Format: int32
             * @description Exercises with the same number form a superset.
             */
            supersetGroup?: number;
            notes?: components["schemas"]["Notes"];
            sets: components["schemas"]["WorkoutSet"][];
        };
        /**
         * @description The phase of training that a workout belongs to. A `deload`, or a `comeback` after a break or an
         *     illness, is light on purpose: it hardly lowers the expected performance of a lift, and no scheme counts
         *     it as a success or a failure. `base`, `build` and `peak` are informational.
         * @enum {string}
         */
        TrainingPhase: "base" | "build" | "peak" | "deload" | "comeback";
        /**
         * @description Muscles that, in the seven days up to this workout, the user trained more than they could recover from:
         *     the muscles stayed sore, or got weaker. Mark them on the workout in which this became noticeable, such as
         *     the last one of a block. The user's own MRV is learned from it (`GET /api/analytics/landmarks`).
         * @example [
         *       "chest"
         *     ]
         */
        OverreachedMuscles: components["schemas"]["Muscle"][];
        /**
         * @description A workout as sent by a client. Its `bodyweight` is used for bodyweight lifts unless one was measured on
         *     the same day.
         */
        WorkoutInput: {
            id?: components["schemas"]["Id"];
            name?: components["schemas"]["Name"];
            startedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            timeZone?: components["schemas"]["WorkoutTimeZone"];
            notes?: components["schemas"]["Notes"];
            /**
             * Format: int32
             * @description How rested the user felt.
             */
            energy?: number;
            /**
             * Format: double
             * @description Session RPE (Foster).
             */
            exertion?: number;
            phase?: components["schemas"]["TrainingPhase"];
            overreached?: components["schemas"]["OverreachedMuscles"];
            plan?: components["schemas"]["WorkoutPlan"];
            bodyweight?: components["schemas"]["Weight"];
            exercises: components["schemas"]["WorkoutExerciseInput"][];
        };
        /**
         * @description A workout. `totals`, `doubts`, `revision`, `createdAt` and `updatedAt` are set by the server and are not
         *     part of `WorkoutInput`.
         */
        Workout: {
            id: components["schemas"]["Id"];
            name?: components["schemas"]["Name"];
            startedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            timeZone: components["schemas"]["WorkoutTimeZone"];
            notes?: components["schemas"]["Notes"];
            /**
             * Format: int32
             * @description How rested the user felt.
             */
            energy?: number;
            /**
             * Format: double
             * @description Session RPE (Foster).
             */
            exertion?: number;
            phase?: components["schemas"]["TrainingPhase"];
            overreached?: components["schemas"]["OverreachedMuscles"];
            plan?: components["schemas"]["WorkoutPlan"];
            bodyweight?: components["schemas"]["Weight"];
            exercises: components["schemas"]["WorkoutExercise"][];
            totals: components["schemas"]["WorkoutTotals"];
            doubts?: components["schemas"]["DoubtedSets"];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * @description Sums over the sets that were done, without warm-ups. A set for both sides counts once, but its reps and
         *     volume count for each side. Per-hand loads count twice. Bodyweight lifts count the share of bodyweight
         *     that they move. The bodyweight is the one measured on the day of the workout, or else the workout's own,
         *     the nearest earlier one, or the first later one; if none is known, bodyweight lifts add no volume. The
         *     duration is present once the workout has ended.
         * @example {
         *       "volume": {
         *         "value": 500,
         *         "unit": "kg"
         *       },
         *       "sets": 1,
         *       "reps": 5,
         *       "durationSeconds": 3780
         *     }
         */
        WorkoutTotals: {
            volume: components["schemas"]["Load"];
            /** Format: int32 */
            sets: number;
            /** Format: int32 */
            reps: number;
            /** Format: int64 */
            durationSeconds?: number;
        };
        /** @description A page of workouts. */
        WorkoutList: {
            items: components["schemas"]["Workout"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description The state to restore. */
        RestoreInput: {
            revision?: components["schemas"]["Revision"];
        };
        /** @description A replaced state of a workout. */
        WorkoutRevision: {
            revision: components["schemas"]["Revision"];
            replacedAt: components["schemas"]["Instant"];
            /**
             * @description What replaced this state.
             * @enum {string}
             */
            reason: "replaced" | "deleted" | "restored";
            workout: components["schemas"]["WorkoutInput"];
        };
        /** @description A page of revisions. */
        WorkoutRevisionList: {
            items: components["schemas"]["WorkoutRevision"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /**
         * @description The identifier of a part of a program. It stays the same when the program is edited.
         * @example squat
         */
        ProgramKey: string;
        /**
         * @description The slug of a built-in program, or the ID of one of the user's own.
         * @example 531-boring-but-big
         */
        ProgramId: string;
        /**
         * @description Where the program was published.
         * @example https://www.jimwendler.com
         */
        ProgramUrl: string;
        /**
         * @description Seconds of lowering, pausing, lifting and pausing; X means explosively.
         * @example 3-1-X-0
         */
        Tempo: string;
        /**
         * Format: double
         * @example 85
         */
        LoadPercent: number;
        /**
         * @description A percentage of a lift's base, plus the weight in `plus` (which can't be negative). The lift is `lift`
         *     or, by default, that of the slot.
         */
        BaseLoad: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            of: "base";
            percent: components["schemas"]["LoadPercent"];
            lift?: components["schemas"]["ProgramKey"];
            plus?: components["schemas"]["Weight"];
        };
        /** @description A fixed weight. */
        FixedLoad: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            of: "weight";
            weight: components["schemas"]["Weight"];
        };
        /**
         * @description A percentage of the planned weight of an earlier set of this slot in the same workout, as for back-off
         *     sets. `set` is the `key` of that set.
         */
        LoadOfSet: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            of: "set";
            set: components["schemas"]["ProgramKey"];
            percent: components["schemas"]["LoadPercent"];
        };
        /**
         * @description A percentage of the heaviest weight lifted in another slot, in the last workout of the run that included
         *     it. Until there is one, the lifter chooses the weight. `slot` is the `key` of that slot.
         */
        LoadOfSlot: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            of: "slot";
            slot: components["schemas"]["ProgramKey"];
            percent: components["schemas"]["LoadPercent"];
        };
        /**
         * @description The load, rounded according to `rounding`. If left out, the lifter chooses it; with `reps` and `rpe` or
         *     `rir`, it is derived from the one-rep max.
         */
        PlannedLoad: components["schemas"]["BaseLoad"] | components["schemas"]["FixedLoad"] | components["schemas"]["LoadOfSet"] | components["schemas"]["LoadOfSlot"];
        /**
         * @description One or more (`count`) identical sets to do, with a target of reps, time or distance; without any, the
         *     lifter chooses. Rules and other loads refer to `key`, which all of the `count` sets share and which is unique
         *     within the slot.
         */
        PlannedSet: {
            /**
             * Format: int32
             * @description The default is 1.
             */
            count?: number;
            key?: components["schemas"]["ProgramKey"];
            type?: components["schemas"]["SetType"];
            reps?: components["schemas"]["RepRange"];
            /** @description As many reps as possible, at least `reps.min`. */
            openEnded?: boolean;
            load?: components["schemas"]["PlannedLoad"];
            rpe?: components["schemas"]["Rpe"];
            /**
             * Format: int32
             * @description Reps in reserve.
             */
            rir?: number;
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["Distance"];
            /** Format: int32 */
            restSeconds?: number;
            tempo?: components["schemas"]["Tempo"];
        };
        /**
         * @description Adds a weight, or subtracts one. If the lifter's sets are in the other unit, 2.5 kg count as 5 lb, and
         *     5 lb as 2.5 kg, so that bases stay round.
         */
        AddChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "add";
            /** Format: double */
            value: number;
            unit: components["schemas"]["WeightUnit"];
        };
        /** @description Raises or lowers the base by a percentage. */
        PercentChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "percent";
            /** Format: double */
            percent: number;
        };
        /**
         * @description Sets the base to a percentage of the one-rep max of the last judged set: its weight for a single,
         *     otherwise estimated by Epley's formula, `weight × (1 + reps / 30)`. Meant for sets that test a max.
         */
        TestedChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "tested";
            /** Format: double */
            percent: number;
        };
        /** @description How a base changes. */
        BaseChange: components["schemas"]["AddChange"] | components["schemas"]["PercentChange"] | components["schemas"]["TestedChange"];
        /**
         * @description The change for this many reps or more. If several steps match, the one with the highest `fromReps`
         *     applies.
         */
        RuleStep: {
            /** Format: int32 */
            fromReps: number;
            change: components["schemas"]["BaseChange"];
        };
        /** @description Applies `change` once for each rep above `over`, at most `max` times. */
        RepBonus: {
            /** Format: int32 */
            over: number;
            change: components["schemas"]["AddChange"];
            /**
             * Format: int32
             * @description The maximum number of times.
             */
            max?: number;
        };
        /**
         * @description When and how a lift's base changes. Each rule of a lift judges, once, each finished workout of the run
         *     that contains the lift.
         *
         *     A rule judges the working sets with a rep target in all slots of this lift in the workout; with `set`,
         *     only those with this `key`. The workout is a success if none of them falls short of its target: fewer reps
         *     than `reps.min`, or a weight more than 2.5% lighter than planned. Otherwise it is a miss. A lift with
         *     no completed set is not judged and keeps its base.
         *
         *     - After a success, `made`, the matching one of `steps`, and `bonus` apply.
         *     - After a miss: `missed`.
         *     - `afterMade` and `afterMissed` count consecutive successes and misses, and restart after each change.
         *
         *     Changes are relative to the base, whatever was lifted. The base itself is not rounded, but the loads
         *     derived from it are. Several rules apply one after the other. A rule needs at least one of `made`,
         *     `missed`, `steps` and `bonus`.
         *
         *     To raise a weight once every set reaches the top of a rep range, judge the sum: for 3 × 8–12, `reps: sum`
         *     and a step with `fromReps: 36`.
         */
        BaseRule: {
            /** @description Judges only workouts in these weeks. */
            weeks?: components["schemas"]["ProgramKey"][];
            /** @description Judges only workouts on these days. */
            days?: components["schemas"]["ProgramKey"][];
            set?: components["schemas"]["ProgramKey"];
            /**
             * @description The reps that `steps` and `bonus` use: those of the last judged set (default), or the sum of all judged sets.
             * @enum {string}
             */
            reps?: "last" | "sum";
            made?: components["schemas"]["BaseChange"];
            /**
             * Format: int32
             * @description The number of consecutive successes required. The default is 1.
             */
            afterMade?: number;
            missed?: components["schemas"]["BaseChange"];
            /**
             * Format: int32
             * @description The number of consecutive misses required. The default is 1.
             */
            afterMissed?: number;
            steps?: components["schemas"]["RuleStep"][];
            bonus?: components["schemas"]["RepBonus"];
            /**
             * @description When the change takes effect: immediately (`now`, the default), or when the next cycle begins. Of several `next_cycle` changes of a lift in a cycle, only one takes effect: that of a miss, or else the first.
             * @enum {string}
             */
            takes?: "now" | "next_cycle";
        };
        /**
         * @description A lift whose base, the weight that percentages refer to, is tracked by a run. Its initial base is set by
         *     the run (`RunInput.lifts`), or is `startPercent` of the one-rep max in the log. For bodyweight
         *     exercises, the base is the added weight.
         */
        ProgramLift: {
            key: components["schemas"]["ProgramKey"];
            exerciseId: components["schemas"]["ExerciseId"];
            /**
             * @description The kind of base, which only determines the default of `startPercent`.
             * @enum {string}
             */
            base: "training_max" | "working_weight";
            /**
             * Format: double
             * @description The initial base as a percentage of the one-rep max. The default is 90 for a training max and 75 for a working weight.
             */
            startPercent?: number;
            rules?: components["schemas"]["BaseRule"][];
        };
        /** @description The sets of one week. */
        WaveWeek: {
            week: components["schemas"]["ProgramKey"];
            sets: components["schemas"]["PlannedSet"][];
        };
        /**
         * @description Sets that vary by week, shared by any number of slots. `week` is the key of a week of the program. A
         *     slot with this wave is skipped in weeks that the wave doesn't list.
         */
        ProgramWave: {
            key: components["schemas"]["ProgramKey"];
            weeks: components["schemas"]["WaveWeek"][];
        };
        /**
         * @description A slot for an exercise in a day. Its sets are fixed (`sets`), vary by week (`wave`), or are prescribed
         *     by a scheme (`progression`) based on what was done in this slot in the run: exactly one of the three.
         *
         *     The exercise is that of its `lift`, or `exerciseId`. With both, `exerciseId` is done at percentages of
         *     the base of `lift` and counts for that lift's rules: a front squat at 55% of the squat.
         *
         *     The key is unique within its day. Slots of several days with the same key are treated as one: they are
         *     swapped together, and a scheme sees what was done in each of them, unless that day has a different
         *     scheme.
         */
        ProgramSlot: {
            key: components["schemas"]["ProgramKey"];
            lift?: components["schemas"]["ProgramKey"];
            exerciseId?: components["schemas"]["ExerciseId"];
            /** @description For other equipment, best first. */
            alternatives?: components["schemas"]["ExerciseId"][];
            /** @description Done only in these weeks. The default is all. */
            weeks?: components["schemas"]["ProgramKey"][];
            /**
             * Format: int32
             * @description Slots of a day with the same number form a superset.
             */
            supersetGroup?: number;
            sets?: components["schemas"]["PlannedSet"][];
            wave?: components["schemas"]["ProgramKey"];
            progression?: components["schemas"]["ProgressionScheme"];
            /** Format: int32 */
            restSeconds?: number;
            /** @description Skipping it does not count as missed. */
            optional?: boolean;
            notes?: components["schemas"]["Notes"];
        };
        /** @description A workout of a program. */
        ProgramDay: {
            key: components["schemas"]["ProgramKey"];
            name?: components["schemas"]["Name"];
            notes?: components["schemas"]["Notes"];
            slots: components["schemas"]["ProgramSlot"][];
        };
        /**
         * @description Days in order; a day may be listed more than once, and in several weeks. Not a calendar week: the next
         *     day follows when the lifter trains again. Every cycle has all weeks. `deload` only marks a week as
         *     light; its sets must be light themselves.
         */
        ProgramWeek: {
            key: components["schemas"]["ProgramKey"];
            name?: components["schemas"]["Name"];
            deload?: boolean;
            days: components["schemas"]["ProgramKey"][];
        };
        /**
         * @description A program as sent by a client. A cycle goes through all `weeks` in order, and each week through its
         *     `days`; then the next cycle begins. A program with a single day and week is a routine; one week with the
         *     days `[a, b]` alternates them.
         *
         *     Keys are chosen by the client: those of lifts, waves, days and weeks are unique within the program.
         */
        ProgramInput: {
            id?: components["schemas"]["Id"];
            name: components["schemas"]["Name"];
            author?: components["schemas"]["Name"];
            sourceUrl?: components["schemas"]["ProgramUrl"];
            notes?: components["schemas"]["Notes"];
            /** Format: int32 */
            sessionsPerWeek?: number;
            /**
             * Format: int32
             * @description The number of cycles. If left out, the program never ends.
             */
            cycles?: number;
            rounding?: components["schemas"]["LoadRounding"];
            lifts?: components["schemas"]["ProgramLift"][];
            waves?: components["schemas"]["ProgramWave"][];
            days: components["schemas"]["ProgramDay"][];
            weeks: components["schemas"]["ProgramWeek"][];
        };
        /**
         * @description How a percentage is rounded to a loadable weight: to the nearest, and up if two are equally near
         *     (`nearest`, the default), always down (`down`), or always up (`up`).
         * @enum {string}
         */
        LoadRounding: "nearest" | "down" | "up";
        /** @description A program, as stored. */
        Program: {
            id: components["schemas"]["ProgramId"];
            source: components["schemas"]["ExerciseSource"];
            name: components["schemas"]["Name"];
            author?: components["schemas"]["Name"];
            sourceUrl?: components["schemas"]["ProgramUrl"];
            notes?: components["schemas"]["Notes"];
            /** Format: int32 */
            sessionsPerWeek?: number;
            /** Format: int32 */
            cycles?: number;
            rounding?: components["schemas"]["LoadRounding"];
            lifts?: components["schemas"]["ProgramLift"][];
            waves?: components["schemas"]["ProgramWave"][];
            days: components["schemas"]["ProgramDay"][];
            weeks: components["schemas"]["ProgramWeek"][];
            revision: components["schemas"]["Revision"];
            createdAt?: components["schemas"]["Instant"];
            updatedAt?: components["schemas"]["Instant"];
            deletedAt?: components["schemas"]["Instant"];
        };
        /** @description A program in a list. */
        ProgramSummary: {
            id: components["schemas"]["ProgramId"];
            source: components["schemas"]["ExerciseSource"];
            name: components["schemas"]["Name"];
            author?: components["schemas"]["Name"];
            notes?: components["schemas"]["Notes"];
            /** Format: int32 */
            sessionsPerWeek?: number;
            /**
             * Format: int32
             * @description The number of distinct days.
             */
            days: number;
            /**
             * Format: int32
             * @description The number of weeks in a cycle.
             */
            weeks: number;
            revision: components["schemas"]["Revision"];
        };
        /** @description A page of programs. */
        ProgramList: {
            items: components["schemas"]["ProgramSummary"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description The workout to create a routine from. */
        ProgramFromWorkout: {
            workoutId: components["schemas"]["Id"];
            name?: components["schemas"]["Name"];
        };
        /**
         * @description The goal of a block. The default follows from the profile's goal: `strength` for `strength`,
         *     `hypertrophy` for `size`, and `general` for `health`, `sport` or none.
         * @enum {string}
         */
        ProgramGoal: "hypertrophy" | "strength" | "general";
        /** @description The goal of a block of training, and the available time and equipment. */
        ProgramPlanRequest: {
            goal?: components["schemas"]["ProgramGoal"];
            /**
             * Format: int32
             * @description The default is the profile's `workoutsPerWeek`, at most 6, or else 3.
             */
            sessionsPerWeek?: number;
            /**
             * Format: int32
             * @description The duration of a workout.
             */
            minutes: number;
            /**
             * Format: int32
             * @description The number of weeks, including a deload at the end. The default is 5.
             */
            weeks?: number;
            experience?: components["schemas"]["TrainingExperience"];
            /**
             * @description The available equipment. The default is the profile's. `machine` includes the stations for lat
             *     pulldowns and seated rows, although the catalogue lists those exercises under `cable`.
             */
            equipment?: components["schemas"]["Equipment"][];
            /** @description Muscles to emphasize. */
            favor?: components["schemas"]["Muscle"][];
            /** @description Exercises to leave out. */
            exclude?: components["schemas"]["ExerciseId"][];
        };
        /** @description The direct sets for a muscle in each week of a block, and why. */
        PlannedMuscle: {
            muscle: components["schemas"]["Muscle"];
            sets: number[];
            reason: string;
        };
        /** @description An exercise of a planned day, and why. */
        PlannedExercise: {
            day: components["schemas"]["ProgramKey"];
            slot: components["schemas"]["ProgramKey"];
            exerciseId: components["schemas"]["ExerciseId"];
            reasons: string[];
        };
        /** @description A block of training, and the reasons for its numbers. */
        ProgramPlan: {
            program: components["schemas"]["ProgramInput"];
            /** @description The initial training maxes, from the log. */
            lifts: components["schemas"]["LiftBase"][];
            muscles: components["schemas"]["PlannedMuscle"][];
            exercises: components["schemas"]["PlannedExercise"][];
            reasons: string[];
        };
        /** @description The text of a file with a program or routines. */
        ProgramFile: {
            text: string;
            /** @description The meaning of names in the file. */
            mappings?: components["schemas"]["NameOfExercise"][];
        };
        /** @description A name from another app, and the exercise that it means. */
        NameOfExercise: {
            name: components["schemas"]["Name"];
            exerciseId: components["schemas"]["ExerciseId"];
        };
        /** @description A name in the file. Without `exerciseId`, it is unknown. */
        ConvertedName: {
            name: string;
            exerciseId?: components["schemas"]["ExerciseId"];
            /** @description Possible meanings, best first. */
            candidates: components["schemas"]["ExerciseId"][];
        };
        /** @description The programs in a file, ready to post. */
        ConvertedPrograms: {
            /** @enum {string} */
            format: "replog" | "hevy";
            programs: components["schemas"]["ProgramInput"][];
            names: components["schemas"]["ConvertedName"][];
        };
        /** @description A program, and the bases for its preview. */
        ProgramPreviewRequest: {
            program: components["schemas"]["ProgramInput"];
            lifts?: components["schemas"]["LiftBase"][];
            /**
             * Format: int32
             * @description The number of cycles to show. The default is 1.
             */
            cycles?: number;
        };
        /** @description A slot of a previewed day. */
        PreviewSlot: {
            slot: components["schemas"]["ProgramKey"];
            exerciseId: components["schemas"]["ExerciseId"];
            sets: components["schemas"]["PrescribedSet"][];
            chance?: components["schemas"]["SlotChance"];
        };
        /** @description A day of a previewed week. */
        PreviewDay: {
            day: components["schemas"]["ProgramKey"];
            slots: components["schemas"]["PreviewSlot"][];
            /** Format: int32 */
            estimatedSeconds: number;
        };
        /** @description The hard sets of a muscle in a week. */
        PreviewMuscle: {
            muscle: components["schemas"]["Muscle"];
            /** Format: double */
            directSets: number;
            /** Format: double */
            fractionalSets: number;
        };
        /** @description A week of a previewed program. */
        PreviewWeek: {
            /** Format: int32 */
            cycle: number;
            week: components["schemas"]["ProgramKey"];
            days: components["schemas"]["PreviewDay"][];
            muscles: components["schemas"]["PreviewMuscle"][];
        };
        /** @description What a program prescribes, week by week. */
        ProgramPreview: {
            weeks: components["schemas"]["PreviewWeek"][];
        };
        /** @description A position in a run. */
        ProgramStep: {
            /** Format: int32 */
            cycle: number;
            week: components["schemas"]["ProgramKey"];
            day: components["schemas"]["ProgramKey"];
        };
        /** @description A lift and its base. */
        LiftBase: {
            lift: components["schemas"]["ProgramKey"];
            base: components["schemas"]["Weight"];
        };
        /** @description Skips a step. */
        SkipDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "skip";
            step: components["schemas"]["ProgramStep"];
        };
        /** @description Repeats a week. */
        RepeatDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "repeat";
            week: components["schemas"]["ProgramKey"];
        };
        /**
         * @description Continues from a step, at most 10 cycles ahead. Earlier steps are skipped; this step and the later ones
         *     of its cycle are open again.
         */
        GoToDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "go_to";
            step: components["schemas"]["ProgramStep"];
        };
        /** @description Sets a base. */
        BaseDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "set_base";
            lift: components["schemas"]["ProgramKey"];
            base: components["schemas"]["Weight"];
        };
        /** @description Uses another exercise in a slot from now on. */
        SwapDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "swap";
            slot: components["schemas"]["ProgramKey"];
            exerciseId: components["schemas"]["ExerciseId"];
        };
        /** @description Follows another revision of the program from now on. */
        RevisionDecision: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "use_revision";
            revision: components["schemas"]["Revision"];
        };
        /** @description The lifter's decision about a run. */
        RunDecision: components["schemas"]["SkipDecision"] | components["schemas"]["RepeatDecision"] | components["schemas"]["GoToDecision"] | components["schemas"]["BaseDecision"] | components["schemas"]["SwapDecision"] | components["schemas"]["RevisionDecision"];
        /** @enum {string} */
        RunStatus: "active" | "paused" | "ended";
        /** @description A run as sent by a client. */
        RunInput: {
            id?: components["schemas"]["Id"];
            programId: components["schemas"]["ProgramId"];
            programRevision: components["schemas"]["Revision"];
            status?: components["schemas"]["RunStatus"];
            /** @description The weekdays to train on, 1 for Monday. Only for calendars. */
            weekdays?: number[];
            lifts?: components["schemas"]["LiftBase"][];
            decisions?: components["schemas"]["RunDecision"][];
        };
        /** @description A current base and, if it has changed, the previous one, the reason, and the workout that changed it. */
        CurrentBase: {
            lift: components["schemas"]["ProgramKey"];
            base: components["schemas"]["Weight"];
            from?: components["schemas"]["Weight"];
            reason?: string;
            workoutId?: components["schemas"]["Id"];
        };
        /** @description The lifter's position, computed from the decisions and the log. */
        RunState: {
            programRevision: components["schemas"]["Revision"];
            next?: components["schemas"]["ProgramStep"];
            inProgress?: components["schemas"]["Id"];
            bases: components["schemas"]["CurrentBase"][];
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            skipped: number;
            /** @description Workouts for a step that was already done: they count as training but not toward the program. */
            extra: components["schemas"]["Id"][];
        };
        /** @description A run, with its state. */
        Run: {
            id: components["schemas"]["Id"];
            programId: components["schemas"]["ProgramId"];
            programRevision: components["schemas"]["Revision"];
            status: components["schemas"]["RunStatus"];
            weekdays?: number[];
            lifts: components["schemas"]["LiftBase"][];
            decisions: components["schemas"]["RunDecision"][];
            state: components["schemas"]["RunState"];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description A run without its state, which each device computes itself. */
        SyncedRun: {
            id: components["schemas"]["Id"];
            programId: components["schemas"]["ProgramId"];
            programRevision: components["schemas"]["Revision"];
            status: components["schemas"]["RunStatus"];
            weekdays?: number[];
            lifts: components["schemas"]["LiftBase"][];
            decisions: components["schemas"]["RunDecision"][];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description A page of runs. */
        RunList: {
            items: components["schemas"]["Run"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description The run and step that a workout belongs to. The run counts the workout toward that step. */
        WorkoutPlan: {
            runId: components["schemas"]["Id"];
            /** Format: int32 */
            cycle: number;
            week: components["schemas"]["ProgramKey"];
            day: components["schemas"]["ProgramKey"];
        };
        /** @description Why a slot has these sets. */
        SlotReason: {
            slot: components["schemas"]["ProgramKey"];
            exerciseId: components["schemas"]["ExerciseId"];
            rule?: string;
            reasons: string[];
            chance?: components["schemas"]["SlotChance"];
        };
        /**
         * Format: double
         * @description The chance of completing the heaviest set (the first of several at that weight) with at least the
         *     minimum of its reps. It is estimated from the log as of now: for a slot that follows a scheme, from the
         *     slot's own workouts, as in `GET /api/recommendations/progression`; for weights that the program
         *     prescribes, from all workouts with the exercise. Left out if the set has no weight, or the lift has too
         *     little data. An exercise done only in this run, and always exactly as planned, has too little data for a
         *     chance below one half. A preview assumes no progress before later weeks.
         */
        SlotChance: number;
        /** @description The next workout of a run. */
        NextWorkout: {
            finished: boolean;
            step?: components["schemas"]["ProgramStep"];
            workout?: components["schemas"]["WorkoutInput"];
            slots: components["schemas"]["SlotReason"][];
            /** Format: int32 */
            estimatedSeconds: number;
        };
        /** @description The workout to start. The default is the next one. */
        StartInput: {
            id?: components["schemas"]["Id"];
            startedAt?: components["schemas"]["Instant"];
            week?: components["schemas"]["ProgramKey"];
            day?: components["schemas"]["ProgramKey"];
        };
        /** @description How a step went. */
        StepAdherence: {
            step: components["schemas"]["ProgramStep"];
            /** @enum {string} */
            outcome: "done" | "partial" | "skipped";
            workoutId?: components["schemas"]["Id"];
        };
        /** @description How closely a slot was followed. */
        SlotAdherence: {
            slot: components["schemas"]["ProgramKey"];
            /** Format: int32 */
            plannedSets: number;
            /** Format: int32 */
            doneSets: number;
            /** Format: int32 */
            plannedReps: number;
            /** Format: int32 */
            doneReps: number;
            /**
             * Format: int32
             * @description The number of sets done with a load within 2.5% of the planned one.
             */
            loadsWithin: number;
            /**
             * Format: int32
             * @description The number of workouts in which another exercise was done instead.
             */
            swapped: number;
        };
        /** @description The sessions of a calendar week. */
        WeekAdherence: {
            startsOn: components["schemas"]["Day"];
            /** Format: int32 */
            sessions: number;
        };
        /** @description What was planned, and what was done. */
        Adherence: {
            steps: components["schemas"]["StepAdherence"][];
            slots: components["schemas"]["SlotAdherence"][];
            /** Format: int32 */
            sessionsPerWeek?: number;
            weeks: components["schemas"]["WeekAdherence"][];
        };
        /**
         * @default week
         * @enum {string}
         */
        BucketSize: "day" | "week" | "month";
        /**
         * @description Epley 1985, Brzycki 1993, Lombardi 1989, Mayhew 1992, O'Conner 1989, Wathan 1994, Lander 1985.
         * @default epley
         * @enum {string}
         */
        OneRepMaxFormula: "epley" | "brzycki" | "lombardi" | "mayhew" | "oconner" | "wathan" | "lander";
        /**
         * @description Weekly direct sets: maintenance, minimum effective, maximum adaptive (a range) and maximum recoverable
         *     volume.
         * @example {
         *       "mv": 8,
         *       "mev": 10,
         *       "mav": {
         *         "min": 12,
         *         "max": 20
         *       },
         *       "mrv": 22,
         *       "source": "Renaissance Periodization"
         *     }
         */
        Landmarks: {
            /** Format: int32 */
            mv: number;
            /** Format: int32 */
            mev: number;
            mav: {
                /** Format: int32 */
                min: number;
                /** Format: int32 */
                max: number;
            };
            /** Format: int32 */
            mrv: number;
            /** @description Who or what the landmarks come from. */
            source: string;
        };
        /**
         * @description Where weekly direct sets fall among the landmarks: `below_maintenance` is below the MV, `maintenance`
         *     below the MEV, `productive` up to the upper end of the MAV, `high` up to the MRV, and `over_mrv` above
         *     it. If the MEV is 0, no sets at all are `maintenance`. Muscles grow from the MEV to the MRV, which is
         *     `productive` and `high` together, and best within the MAV. The landmarks for glutes, front delts and
         *     traps are in addition to compound lifts, so only sets of lifts with no other primary muscle that has
         *     landmarks count: hip thrusts, but neither squats nor deadlifts.
         * @enum {string}
         */
        VolumeZone: "below_maintenance" | "maintenance" | "productive" | "high" | "over_mrv";
        /**
         * @description Where weekly fractional sets fall among the tiers of Pelland et al.
         * @enum {string}
         */
        VolumeTier: "below_minimum" | "high_efficiency" | "intermediate" | "low" | "lowest" | "no_data";
        /** @description The training of one muscle. */
        MuscleVolume: {
            muscle: components["schemas"]["Muscle"];
            group: components["schemas"]["MuscleGroup"];
            volumeLoad: components["schemas"]["Load"];
            /** Format: double */
            directSets: number;
            /** Format: double */
            fractionalSets: number;
            /** @description The exercises behind these figures; their sets are in `exercises` of the same bucket. */
            exerciseIds: components["schemas"]["ExerciseId"][];
        };
        /** @description A muscle's weekly sets, judged by landmarks and tiers. */
        MuscleWeek: {
            muscle: components["schemas"]["Muscle"];
            /** Format: double */
            directSets: number;
            /** Format: double */
            fractionalSets: number;
            landmarks?: components["schemas"]["Landmarks"];
            zone?: components["schemas"]["VolumeZone"];
            tier: components["schemas"]["VolumeTier"];
        };
        /** @description One exercise's contribution to the figures, and its sets. */
        ExerciseVolume: {
            exerciseId: components["schemas"]["ExerciseId"];
            volumeLoad: components["schemas"]["Load"];
            /**
             * Format: int32
             * @description The number of sets that count; a set done with both sides counts once.
             */
            sets: number;
            setIds: components["schemas"]["Id"][];
        };
        /** @description A part of the range. */
        VolumeBucket: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            muscles: components["schemas"]["MuscleVolume"][];
            exercises: components["schemas"]["ExerciseVolume"][];
        };
        /** @description Volume by muscle. Muscles and buckets are in order; `muscles` leaves out untrained muscles. */
        VolumeReport: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /** @enum {string} */
            bucket: "day" | "week" | "month";
            /**
             * Format: int32
             * @description The number of workouts with a set that counts.
             */
            workouts: number;
            /**
             * Format: int32
             * @description The number of sets without volume load because their load is unknown: bodyweight lifts without a
             *     known bodyweight, and weighted lifts without a weight.
             */
            unknownLoadSets: number;
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
            /** @description Figures for the whole range. */
            muscles: components["schemas"]["MuscleVolume"][];
            /** @description Every muscle of the taxonomy, or the requested one, in an average week of the range. */
            weekly: components["schemas"]["MuscleWeek"][];
            buckets: components["schemas"]["VolumeBucket"][];
        };
        /**
         * @description High up to 5 reps to failure, medium up to 10, low up to 12.
         * @enum {string}
         */
        Confidence: "high" | "medium" | "low";
        /** @description An estimate, not a test. `low` and `high` are the spread of the formulas for the same set. */
        OneRepMaxEstimate: {
            /** Format: double */
            value: number;
            /** Format: double */
            low: number;
            /** Format: double */
            high: number;
            unit: components["schemas"]["WeightUnit"];
            confidence: components["schemas"]["Confidence"];
            method: components["schemas"]["Method"];
            setId: components["schemas"]["Id"];
        };
        /** @description The heaviest set (of equally heavy ones, the one with the most reps), or the longest or farthest. */
        TopSet: {
            setId: components["schemas"]["Id"];
            load?: components["schemas"]["Load"];
            /** Format: int32 */
            reps?: number;
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["DistanceCovered"];
        };
        /** @description One workout. */
        ProgressPoint: {
            workoutId: components["schemas"]["Id"];
            startedAt: components["schemas"]["Instant"];
            day: components["schemas"]["Day"];
            /**
             * Format: double
             * @description The figure that the trend follows, named by `metric`.
             */
            value?: number;
            oneRepMax?: components["schemas"]["OneRepMaxEstimate"];
            topSet?: components["schemas"]["TopSet"];
            volumeLoad: components["schemas"]["Load"];
            /** Format: int32 */
            sets: number;
            /** Format: int32 */
            reps: number;
            /** @description Far from its neighbors. Flagged, but not dropped. */
            outlier: boolean;
            setIds: components["schemas"]["Id"][];
        };
        /**
         * @description What the trend follows: a workout's best estimated one-rep max, most reps, longest duration or longest
         *     distance. `level` is for weighted lifts whose sets have too many reps for estimating a one-rep max: the
         *     highest load × (1 + reps / 30) of a set, where `reps` includes those in reserve and is at most 20. It is
         *     not a one-rep max.
         * @enum {string}
         */
        ProgressMetric: "one_rep_max" | "level" | "reps" | "duration" | "distance";
        /** @enum {string} */
        ProgressStatus: "insufficient_data" | "plateau" | "improving" | "declining" | "holding";
        /** @description A Theil–Sen line through the points, which outliers hardly affect. */
        Trend: {
            /** Format: double */
            slopePerDay: number;
            /**
             * Format: double
             * @description The slope over 28 days in percent of the median value.
             */
            percentPerFourWeeks: number;
            /**
             * Format: double
             * @description The value of the line on the day of the first point.
             */
            intercept: number;
            method: components["schemas"]["Method"];
        };
        /** @description How one exercise is going. */
        ExerciseProgress: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scope: "exercise";
            exerciseId: components["schemas"]["ExerciseId"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            metric: components["schemas"]["ProgressMetric"];
            /**
             * @description The unit of `value`, `slopePerDay` and `intercept`.
             * @enum {string}
             */
            unit: "kg" | "lb" | "reps" | "s" | "m";
            status: components["schemas"]["ProgressStatus"];
            points: components["schemas"]["ProgressPoint"][];
            trend?: components["schemas"]["Trend"];
            plateau?: components["schemas"]["ProgressPlateau"];
            bodyweight?: components["schemas"]["ProgressInCut"];
            expected?: components["schemas"]["ExpectedOneRepMax"];
            /** Format: int32 */
            unknownLoadSets: number;
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /**
         * @description Weekly best figures, without outliers, that have stopped rising: two connected lines fit better than one
         *     (`flattened`), or there was no rise for eight weeks or more (`flat`).
         */
        ProgressPlateau: {
            since: components["schemas"]["Day"];
            /** @enum {string} */
            kind: "flattened" | "flat";
        };
        /**
         * @description The trend of the figure compared with that of a falling bodyweight.
         * @example {
         *       "percentPerFourWeeks": -2.6,
         *       "relativePercentPerFourWeeks": 1.4,
         *       "text": "In four weeks your bodyweight fell by 2.6% and this lift fell by 1.2%: relative to your bodyweight you got stronger."
         *     }
         */
        ProgressInCut: {
            /**
             * Format: double
             * @description The trend of the bodyweight over 28 days, in percent. Left out if too little was measured.
             */
            percentPerFourWeeks?: number;
            /**
             * Format: double
             * @description The trend of the figure per kilogram of bodyweight over 28 days, in percent.
             */
            relativePercentPerFourWeeks?: number;
            /** @description What that means for the exercise. */
            text: string;
        };
        /** @description Sums over a period. */
        PeriodTotals: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** Format: int32 */
            workouts: number;
            /** Format: int32 */
            sets: number;
            /** Format: int64 */
            reps: number;
            volumeLoad: components["schemas"]["Load"];
            /** Format: int64 */
            durationSeconds: number;
        };
        /** @description The training of one category. */
        CategoryShare: {
            category: components["schemas"]["ExerciseCategory"];
            /** Format: int32 */
            sets: number;
            /**
             * Format: double
             * @description Share of all sets that count.
             */
            percent: number;
        };
        /** @description How training is going overall. */
        OverallProgress: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scope: "overall";
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if no workout counts.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            current: components["schemas"]["PeriodTotals"];
            previous: components["schemas"]["PeriodTotals"];
            /** Format: double */
            workoutsPerWeek: number;
            /**
             * Format: int32
             * @description Consecutive weeks with a workout, up to the last week of the range; that week can only break the streak once it is over.
             */
            streakWeeks: number;
            split: components["schemas"]["CategoryShare"][];
            /** Format: int32 */
            unknownLoadSets: number;
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description Progress of one exercise, or of all training. */
        ProgressReport: components["schemas"]["ExerciseProgress"] | components["schemas"]["OverallProgress"];
        /** @enum {string} */
        PersonalRecordKind: "heaviest_weight" | "most_reps_at_weight" | "heaviest_for_reps" | "best_one_rep_max" | "most_set_volume" | "most_workout_volume" | "longest_duration" | "longest_distance";
        /**
         * @description The unit of `value`.
         * @enum {string}
         */
        RecordUnit: "kg" | "lb" | "reps" | "s" | "m";
        /** @description A weight as entered, minus the assistance; below 0 for an assisted lift. */
        EnteredLoad: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["WeightUnit"];
        };
        /** @description A best that was beaten. */
        RecordMark: {
            /**
             * Format: double
             * @description In the unit of the record.
             */
            value: number;
            workoutId: components["schemas"]["Id"];
            performedAt: components["schemas"]["Instant"];
            day: components["schemas"]["Day"];
            setIds: components["schemas"]["Id"][];
        };
        /** @description The best of a kind: when and with which sets it was set, and what it beat. */
        PersonalRecord: {
            kind: components["schemas"]["PersonalRecordKind"];
            exerciseId: components["schemas"]["ExerciseId"];
            /** Format: double */
            value: number;
            unit: components["schemas"]["RecordUnit"];
            /**
             * Format: int32
             * @description Only for `heaviest_for_reps`.
             */
            atLeastReps?: number;
            atWeight?: components["schemas"]["EnteredLoad"];
            /** Format: int32 */
            reps?: number;
            load?: components["schemas"]["Load"];
            workoutId: components["schemas"]["Id"];
            performedAt: components["schemas"]["Instant"];
            day: components["schemas"]["Day"];
            /** @description The sets that set it: one, or those of the workout for `most_workout_volume`. */
            setIds: components["schemas"]["Id"][];
            previous?: components["schemas"]["RecordMark"];
        };
        /** @description The records of one exercise. */
        ExerciseRecords: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scope: "exercise";
            exerciseId: components["schemas"]["ExerciseId"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if no set counts.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            /** @description The current best of each kind, including baselines. */
            current: components["schemas"]["PersonalRecord"][];
            /** @description Each time that a best was beaten in the range, oldest first. */
            history: components["schemas"]["PersonalRecord"][];
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description The current bests of one exercise, including baselines. */
        ExerciseBests: {
            exerciseId: components["schemas"]["ExerciseId"];
            records: components["schemas"]["PersonalRecord"][];
        };
        /** @description A page of the records of all exercises. */
        AllRecords: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scope: "all";
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if no set counts.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            /** @description Each time that a best was beaten in the range, newest first. */
            items: components["schemas"]["PersonalRecord"][];
            /** @description Only on the first page. Ordered by exercise ID. */
            current?: components["schemas"]["ExerciseBests"][];
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description The records of one exercise, or of all. */
        RecordsReport: components["schemas"]["ExerciseRecords"] | components["schemas"]["AllRecords"];
        /**
         * @description Recovered below a fatigue of 20, fatigued at 60 or more.
         * @enum {string}
         */
        RecoveryState: "recovered" | "recovering" | "fatigued";
        /** @description One workout or user report, and the fatigue remaining from it. */
        FatigueContribution: {
            /** @enum {string} */
            kind: "workout" | "soreness";
            workoutId?: components["schemas"]["Id"];
            startedAt: components["schemas"]["Instant"];
            /**
             * Format: double
             * @description Fractional sets weighted by effort; left out for soreness.
             */
            stimulus?: number;
            /** Format: double */
            initialFatigue: number;
            /**
             * Format: double
             * @description Hours until no fatigue remains.
             */
            recoveryHours: number;
            /**
             * Format: double
             * @description The remaining fatigue.
             */
            fatigue: number;
            setIds: components["schemas"]["Id"][];
        };
        /** @description A muscle at a later time, assuming no further training. */
        FatigueForecast: {
            at: components["schemas"]["Instant"];
            /** Format: double */
            fatigue: number;
            /** Format: double */
            readiness: number;
            state: components["schemas"]["RecoveryState"];
        };
        /** @description How recovered a muscle is. `readinessLow` and `readinessHigh` assume recovery 25% slower and faster. */
        MuscleFatigue: {
            muscle: components["schemas"]["Muscle"];
            group: components["schemas"]["MuscleGroup"];
            /** Format: double */
            fatigue: number;
            /**
             * Format: double
             * @description 100 − fatigue.
             */
            readiness: number;
            /** Format: double */
            readinessLow: number;
            /** Format: double */
            readinessHigh: number;
            state: components["schemas"]["RecoveryState"];
            lastTrainedAt?: components["schemas"]["Instant"];
            recoveredAt?: components["schemas"]["Instant"];
            recoveredEarliest?: components["schemas"]["Instant"];
            recoveredLatest?: components["schemas"]["Instant"];
            contributions: components["schemas"]["FatigueContribution"][];
            forecast: components["schemas"]["FatigueForecast"][];
        };
        /** @description How recovered every muscle is. `lastTrainedAt` goes back 28 days at most. */
        FatigueReport: {
            at: components["schemas"]["Instant"];
            timeZone: components["schemas"]["TimeZone"];
            muscles: components["schemas"]["MuscleFatigue"][];
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description How sore a muscle feels. */
        SorenessInput: {
            /**
             * Format: double
             * @description From 0 (none) to 10.
             */
            soreness: number;
            at?: components["schemas"]["Instant"];
        };
        /** @description A stored soreness report. */
        Soreness: {
            muscle: components["schemas"]["Muscle"];
            /** Format: double */
            soreness: number;
            at: components["schemas"]["Instant"];
        };
        /** @description A page of soreness reports. */
        SorenessList: {
            items: components["schemas"]["Soreness"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description The last workout with a set that counts. */
        LastWorkout: {
            startedAt: components["schemas"]["Instant"];
            day: components["schemas"]["Day"];
        };
        /** @description How recovered a muscle is, without details. */
        MuscleReadiness: {
            muscle: components["schemas"]["Muscle"];
            /** Format: double */
            fatigue: number;
            /** Format: double */
            readiness: number;
            state: components["schemas"]["RecoveryState"];
            recoveredAt?: components["schemas"]["Instant"];
        };
        /** @description Sums over all workouts with a set that counts, up to today. */
        AllTimeTotals: {
            /** Format: int32 */
            workouts: number;
            /** Format: int32 */
            sets: number;
            /** Format: int64 */
            reps: number;
            volumeLoad: components["schemas"]["Load"];
            /**
             * Format: int64
             * @description Only of workouts that have ended.
             */
            durationSeconds: number;
            /**
             * Format: int32
             * @description Sets without volume load because their load is unknown.
             */
            unknownLoadSets: number;
            firstWorkout?: components["schemas"]["FirstWorkout"];
        };
        /** @description The first workout with a set that counts. */
        FirstWorkout: {
            workoutId: components["schemas"]["Id"];
            startedAt: components["schemas"]["Instant"];
            day: components["schemas"]["Day"];
        };
        /** @description A summary of a user's training. */
        TrainingSummary: {
            at: components["schemas"]["Instant"];
            today: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if no workout counts.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            /**
             * Format: int32
             * @description All workouts of all time.
             */
            workouts: number;
            lastWorkout?: components["schemas"]["LastWorkout"];
            /**
             * Format: int32
             * @description As in `GET /api/analytics/progress`.
             */
            streakWeeks: number;
            allTime: components["schemas"]["AllTimeTotals"];
            /**
             * @description The newest records of the 28 days that end today, at most 20; the rest are in
             *     `GET /api/analytics/records`.
             */
            recentRecords: components["schemas"]["PersonalRecord"][];
            thisWeek: components["schemas"]["PeriodTotals"];
            lastWeek: components["schemas"]["PeriodTotals"];
            /** @description Every muscle's sets in the seven days that end today, judged. */
            muscles: components["schemas"]["MuscleWeek"][];
            readiness: components["schemas"]["MuscleReadiness"][];
            /**
             * Format: int32
             * @description Sets of both weeks whose load is unknown.
             */
            unknownLoadSets: number;
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description The training of one day. */
        CalendarDay: {
            day: components["schemas"]["Day"];
            workoutIds: components["schemas"]["Id"][];
            /** Format: int32 */
            sets: number;
            /** Format: int32 */
            reps: number;
            volumeLoad: components["schemas"]["Load"];
            /**
             * Format: int64
             * @description Only of workouts that have ended.
             */
            durationSeconds: number;
            /**
             * Format: int32
             * @description For a heatmap: 0 on a rest day, otherwise 1 to 4, the quartile of its sets among training days.
             */
            level: number;
        };
        /** @description Each day of the range in order. */
        CalendarReport: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            days: components["schemas"]["CalendarDay"][];
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description The seven days up to and including a day. Without monotony and strain if their loads are equal. */
        WeekLoad: {
            /** Format: double */
            sum: number;
            /** Format: double */
            monotony?: number;
            /** Format: double */
            strain?: number;
        };
        /** @description Exponentially weighted averages over 7 and 28 days. Purely descriptive. */
        AcuteChronicLoad: {
            /** Format: double */
            acute: number;
            /** Format: double */
            chronic: number;
            /**
             * Format: double
             * @description Left out if there is no chronic load.
             */
            ratio?: number;
        };
        /** @description The load of a day, in arbitrary units. */
        LoadDay: {
            day: components["schemas"]["Day"];
            /** Format: double */
            load: number;
            /** @description The workouts that the load comes from. */
            workoutIds: components["schemas"]["Id"][];
            week?: components["schemas"]["WeekLoad"];
            acuteChronic?: components["schemas"]["AcuteChronicLoad"];
        };
        /** @description The load of each day of the range in order. */
        TrainingLoadReport: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if no workout of the range has a load.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            days: components["schemas"]["LoadDay"][];
            /** @description Workouts in the range without `exertion` or `endedAt`, which count as 0. */
            unknownWorkoutIds: components["schemas"]["Id"][];
            methods: components["schemas"]["Method"][];
        };
        /** @enum {string} */
        CompetitionLift: "squat" | "bench_press" | "deadlift";
        /** @description The best set of a lift. */
        BestLift: {
            value: components["schemas"]["Load"];
            exerciseId: components["schemas"]["ExerciseId"];
            workoutId: components["schemas"]["Id"];
            setId: components["schemas"]["Id"];
            performedAt: components["schemas"]["Instant"];
            weight: components["schemas"]["Load"];
            /** Format: int32 */
            reps: number;
        };
        /** @description The best sets of a lift. Both are left out if it was never done. */
        LiftStrength: {
            lift: components["schemas"]["CompetitionLift"];
            lifted?: components["schemas"]["BestLift"];
            estimated?: components["schemas"]["BestLift"];
        };
        /** @description The sum of the three lifts, with its points if sex and bodyweight are known. */
        StrengthTotal: {
            total: components["schemas"]["Load"];
            /** Format: double */
            dots?: number;
            /** Format: double */
            wilks?: number;
            /** @description The sets of the three lifts. */
            setIds: components["schemas"]["Id"][];
        };
        /** @description Strength relative to bodyweight. A total is left out while one of the three lifts is missing. */
        StrengthReport: {
            from?: components["schemas"]["Day"];
            to?: components["schemas"]["Day"];
            timeZone: components["schemas"]["TimeZone"];
            /**
             * @description `insufficient_data` if one of the three lifts is missing.
             * @enum {string}
             */
            status: "insufficient_data" | "ok";
            lifts: components["schemas"]["LiftStrength"][];
            lifted?: components["schemas"]["StrengthTotal"];
            estimated?: components["schemas"]["StrengthTotal"];
            sex?: components["schemas"]["Sex"];
            bodyweight?: components["schemas"]["Load"];
            /** @description What is needed to compute a total or its points. */
            missing: ("squat" | "bench_press" | "deadlift" | "sex" | "bodyweight")[];
            doubts?: components["schemas"]["DoubtedSets"];
            methods: components["schemas"]["Method"][];
        };
        /** @description A range of weekly direct sets. */
        SetRange: {
            /** Format: int32 */
            min: number;
            /** Format: int32 */
            max: number;
        };
        /**
         * @description A user's own landmarks for a muscle, in weekly direct sets.
         * @example {
         *       "muscle": "chest",
         *       "mv": 6,
         *       "mev": 8,
         *       "mav": {
         *         "min": 10,
         *         "max": 16
         *       },
         *       "mrv": 20
         *     }
         */
        MuscleLandmarksInput: {
            muscle: components["schemas"]["Muscle"];
            /** Format: int32 */
            mv: number;
            /** Format: int32 */
            mev: number;
            mav: components["schemas"]["SetRange"];
            /** Format: int32 */
            mrv: number;
        };
        /** @description All of a user's own landmarks. */
        LandmarksInput: {
            items: components["schemas"]["MuscleLandmarksInput"][];
        };
        /** @description The landmarks for a muscle. */
        MuscleLandmarks: {
            muscle: components["schemas"]["Muscle"];
            landmarks: components["schemas"]["Landmarks"];
            /** @description Whether the user set them. */
            custom: boolean;
            learned?: components["schemas"]["LearnedVolume"];
            /**
             * @description The direct sets in each workout that trains the muscle, for weekly sets between the MEV and the upper
             *     end of the MAV. Present only if the profile has `workoutsPerWeek`.
             */
            perWorkout?: components["schemas"]["SetRange"];
        };
        /**
         * @description The maximum recoverable volume, learned from the user's own overreaches: an estimate that starts at the
         *     MRV of the landmarks and moves toward the weekly sets at which the user overreached. Only overreaches
         *     from the MEV up to, but not including, that MRV count: the MRV already predicts those with more sets, and
         *     those with fewer sets had a cause other than volume.
         * @example {
         *       "mrv": 19.16,
         *       "deviation": 1.91,
         *       "overreaches": 2,
         *       "text": "Your MRV is about 19 sets a week, learned from 2 overreaches."
         *     }
         */
        LearnedVolume: {
            /**
             * Format: double
             * @description In weekly direct sets.
             */
            mrv: number;
            /**
             * Format: double
             * @description The standard deviation of `mrv`.
             */
            deviation: number;
            /**
             * Format: int32
             * @description The number of overreaches that it was learned from.
             */
            overreaches: number;
            /** @description The learned volume, in a sentence. */
            text: string;
        };
        /** @description The landmarks for every muscle that has them. */
        LandmarkTable: {
            items: components["schemas"]["MuscleLandmarks"][];
            /**
             * Format: int64
             * @description 0 until the user changes any.
             */
            revision: number;
        };
        /** @description The fatigue that a workout adds to a muscle. */
        AddedFatigue: {
            muscle: components["schemas"]["Muscle"];
            /**
             * Format: double
             * @description Fractional sets weighted by effort.
             */
            stimulus: number;
            /**
             * Format: double
             * @description Fatigue at the start of the workout.
             */
            before: number;
            /**
             * Format: double
             * @description Fatigue including the workout.
             */
            after: number;
        };
        /** @description A muscle's sets in seven days. */
        WeekOfSets: {
            /** Format: double */
            directSets: number;
            /** Format: double */
            fractionalSets: number;
        };
        /**
         * @description The effect of a workout on a muscle: its volume, the sets of the seven days up to it (`weekBefore` without
         *     the workout, `weekAfter` with it), and the fatigue.
         */
        SimulatedMuscle: {
            muscle: components["schemas"]["Muscle"];
            group: components["schemas"]["MuscleGroup"];
            volumeLoad: components["schemas"]["Load"];
            /** Format: double */
            directSets: number;
            /** Format: double */
            fractionalSets: number;
            exerciseIds: components["schemas"]["ExerciseId"][];
            weekBefore: components["schemas"]["WeekOfSets"];
            weekAfter: components["schemas"]["WeekOfSets"];
            zone?: components["schemas"]["VolumeZone"];
            /** Format: double */
            fatigueBefore: number;
            /** Format: double */
            fatigueAfter: number;
            state: components["schemas"]["RecoveryState"];
            recoveredAt?: components["schemas"]["Instant"];
        };
        /** @description The effect of a workout. Muscles that it does not train are left out. */
        SimulationReport: {
            startedAt: components["schemas"]["Instant"];
            totals: components["schemas"]["WorkoutTotals"];
            muscles: components["schemas"]["SimulatedMuscle"][];
            /** Format: int32 */
            unknownLoadSets: number;
            methods: components["schemas"]["Method"][];
        };
        /** @enum {string} */
        ProgressionSchemeId: "memory" | "linear" | "double" | "sum" | "rpe" | "two_for_two" | "five_three_one" | "gzclp" | "apre";
        /**
         * Format: int32
         * @description The number of sets. The default is as many as last time.
         */
        SchemeSets: number;
        /**
         * Format: int32
         * @description The target reps.
         */
        SchemeReps: number;
        /**
         * @description The weight added after a success. The default is 2.5 kg or 5 lb for the upper body and 5 kg or 10 lb for
         *     the lower body, or the smallest loadable step if that is larger.
         * @example {
         *       "value": 2.5,
         *       "unit": "kg"
         *     }
         */
        Increment: {
            /** Format: double */
            value: number;
            unit: components["schemas"]["WeightUnit"];
        };
        /**
         * @description The default. Derives the next sets from the lift's past performance, its variability and the time since
         *     it was last trained; the rep range, number of sets and step are taken from the log unless they are set
         *     here.
         */
        MemoryProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "memory";
            range?: components["schemas"]["RepRange"];
            increment?: components["schemas"]["Increment"];
        };
        /** @description The weight rises after `successes` successful workouts and falls after `failures` failed ones in a row. */
        LinearProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "linear";
            sets?: components["schemas"]["SchemeSets"];
            reps?: components["schemas"]["SchemeReps"];
            increment?: components["schemas"]["Increment"];
            /**
             * Format: int32
             * @description The default is 1.
             */
            successes?: number;
            /**
             * Format: int32
             * @description The default is 3.
             */
            failures?: number;
            /**
             * Format: double
             * @description The default is 10.
             */
            decrementPercent?: number;
            targetRpe?: components["schemas"]["Rpe"];
        };
        /** @description Reps rise to `maxReps`, then the weight rises. The default is 8 to 12 reps. */
        DoubleProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "double";
            sets?: components["schemas"]["SchemeSets"];
            minReps?: components["schemas"]["SchemeReps"];
            maxReps?: components["schemas"]["SchemeReps"];
            increment?: components["schemas"]["Increment"];
        };
        /** @description The weight rises once all sets together reach `totalReps`. The default is 30. */
        SumProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "sum";
            sets?: components["schemas"]["SchemeSets"];
            /** Format: int32 */
            totalReps?: number;
            increment?: components["schemas"]["Increment"];
        };
        /** @description The weight is derived from the estimated one-rep max by the RPE chart. The default is 5 reps at RPE 8. */
        RpeProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "rpe";
            sets?: components["schemas"]["SchemeSets"];
            /** Format: int32 */
            reps?: number;
            rpe?: components["schemas"]["Rpe"];
        };
        /**
         * @description The weight rises when the last set is two reps over the goal in two consecutive workouts (NSCA). The
         *     default goal is 10.
         */
        TwoForTwoProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "two_for_two";
            sets?: components["schemas"]["SchemeSets"];
            reps?: components["schemas"]["SchemeReps"];
            increment?: components["schemas"]["Increment"];
        };
        /**
         * @description 5/3/1 (Wendler): percentages of a training max in cycles of four workouts. The default training max is
         *     0.9 × the estimated one-rep max.
         */
        FiveThreeOneProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "five_three_one";
            trainingMax?: components["schemas"]["Weight"];
            increment?: components["schemas"]["Increment"];
        };
        /** @description One of the tiers of GZCLP (Lefever). */
        GzclpProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "gzclp";
            /**
             * @description The default is 1.
             * @enum {integer}
             */
            tier?: 1 | 2 | 3;
            increment?: components["schemas"]["Increment"];
        };
        /**
         * @description Autoregulatory progressive resistance exercise (Mann 2010) for a rep maximum of 3, 6 or 10. The default
         *     is 6.
         */
        ApreProgression: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            scheme: "apre";
            /** @enum {integer} */
            repMax?: 3 | 6 | 10;
        };
        /** @description A progression scheme and its parameters. Omitted parameters have their defaults. */
        ProgressionScheme: components["schemas"]["MemoryProgression"] | components["schemas"]["LinearProgression"] | components["schemas"]["DoubleProgression"] | components["schemas"]["SumProgression"] | components["schemas"]["RpeProgression"] | components["schemas"]["TwoForTwoProgression"] | components["schemas"]["FiveThreeOneProgression"] | components["schemas"]["GzclpProgression"] | components["schemas"]["ApreProgression"];
        /** @description How an exercise progresses. */
        ExerciseProgression: {
            exerciseId: components["schemas"]["ExerciseId"];
            /** @description False if the user did not choose one and the default applies. */
            chosen: boolean;
            progression: components["schemas"]["ProgressionScheme"];
            since?: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description 0 if the user never chose.
             */
            revision: number;
        };
        /** @description A page of chosen schemes. */
        ChosenProgressionList: {
            items: components["schemas"]["ChosenProgression"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /**
         * @description A set to do. The weight is loadable and in the form in which it would be entered: that of one hand for a
         *     per-hand lift, the added weight for a bodyweight lift.
         */
        PrescribedSet: {
            /** @enum {string} */
            type: "warmup" | "normal" | "failure";
            weight?: components["schemas"]["Weight"];
            assistance?: components["schemas"]["Weight"];
            reps?: components["schemas"]["RepRange"];
            /** @description As many reps as possible, at least `reps.min`. */
            openEnded?: boolean;
            rpe?: components["schemas"]["Rpe"];
            /** Format: int32 */
            durationSeconds?: number;
            distance?: components["schemas"]["Distance"];
            side?: components["schemas"]["Side"];
            /** @description The plates for each side of the bar, heaviest first, if the user's plates are known. */
            platesPerSide?: components["schemas"]["Weight"][];
            /** @description Advice for during the workout. */
            note?: string;
        };
        /** @description What would follow a miss. */
        IfMissed: {
            rule: string;
            sets: components["schemas"]["PrescribedSet"][];
            text: string;
        };
        /** @description A lighter workout, offered as an alternative. */
        DeloadOffer: {
            /** @enum {string} */
            cause: "break" | "plateau" | "missed";
            /**
             * Format: double
             * @description How much lighter it is, in percent.
             */
            percent: number;
            sets: components["schemas"]["PrescribedSet"][];
            text: string;
        };
        /** @description What to do next for an exercise. */
        Prescription: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "prescription";
            exerciseId: components["schemas"]["ExerciseId"];
            scheme: components["schemas"]["ProgressionSchemeId"];
            /** @description The rule applied, such as `double.add_weight`. */
            rule: string;
            sets: components["schemas"]["PrescribedSet"][];
            warmUps: components["schemas"]["PrescribedSet"][];
            /** @description The reasons in words, the main one first. */
            reasons: string[];
            ifMissed?: components["schemas"]["IfMissed"];
            deload?: components["schemas"]["DeloadOffer"];
            /**
             * Format: double
             * @description The chance of completing the heaviest set (the first of several at that weight). If no effort is
             *     logged and the log doesn't show a limit, it assumes the reps in reserve that `reasons` names. Left out
             *     for a lift with too little data.
             */
            chance?: number;
            oneRepMax?: components["schemas"]["ExpectedOneRepMax"];
            /** @description The workouts that the decision is based on. */
            workoutIds: components["schemas"]["Id"][];
            setIds: components["schemas"]["Id"][];
            method: components["schemas"]["Method"];
        };
        /**
         * @description The one-rep max expected on the day, by Epley's formula and including bodyweight, and the interval
         *     expected to contain the actual one in 80% of cases, calibrated on the logs of 36 lifters. An estimate;
         *     left out for lifts that are tracked without a load.
         */
        ExpectedOneRepMax: {
            /** Format: double */
            value: number;
            /** Format: double */
            low: number;
            /** Format: double */
            high: number;
            unit: components["schemas"]["WeightUnit"];
            /**
             * Format: double
             * @description The share of cases that the interval covers.
             */
            coverage: number;
            /**
             * @description The confidence; left out before the third workout.
             * @enum {string}
             */
            label?: "high" | "medium" | "low";
        };
        /** @description Too little data; a prescription would be a guess. */
        UnknownPrescription: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "insufficient_data";
            exerciseId: components["schemas"]["ExerciseId"];
            scheme: components["schemas"]["ProgressionSchemeId"];
            reasons: string[];
            method: components["schemas"]["Method"];
        };
        /** @description What to do next for an exercise, or why there is no prescription. */
        NextPrescription: components["schemas"]["Prescription"] | components["schemas"]["UnknownPrescription"];
        /** @description What to lift next time. */
        ProgressionReport: {
            at: components["schemas"]["Instant"];
            items: components["schemas"]["NextPrescription"][];
            doubts?: components["schemas"]["DoubtedSets"];
        };
        /** @description The sets that look like typing errors and don't count. Left out if there are none. */
        DoubtedSets: components["schemas"]["DoubtedSet"][];
        /**
         * @description A set that doesn't fit the history of its lift. In the first three sessions of a lift, there is hardly any
         *     history, so a set is doubted if nobody can have done it, or if it is probably a slip: a weight well above
         *     the world record for its movement and equipment (for the lift's first weight, and for one more than three
         *     times the largest one so far, more than 55% of that record), a weight more than eight times the largest
         *     one so far (more than five times, if a tenth of it was lifted before or in the same workout), or more than
         *     500 reps with a weight. Even a set in which no rep was made can be doubted. A doubted set stays as logged
         *     but is excluded from records, totals and recommendations until it is corrected or `confirmed`, or until
         *     the same value is logged in a second workout, with at least one rep.
         */
        DoubtedSet: {
            exerciseId: components["schemas"]["ExerciseId"];
            workoutId: components["schemas"]["Id"];
            setId: components["schemas"]["Id"];
            /**
             * @description Which value is doubtful, and whether it looks too high or too low.
             * @enum {string}
             */
            reason: "load_high" | "load_low" | "reps_high";
            /** @description The probable intended value, ready to be entered; left out if nothing fits. */
            meant?: {
                weight?: components["schemas"]["Weight"];
                assistance?: components["schemas"]["Weight"];
                /** Format: int32 */
                reps: number;
            };
        };
        /** @description The user's available time and equipment, and wishes for the next workout. */
        WorkoutRequest: {
            /** Format: int32 */
            minutes: number;
            at?: components["schemas"]["Instant"];
            /** @description The available equipment. The default is the profile's. */
            equipment?: components["schemas"]["Equipment"][];
            /** @description Muscles to train first, with more sets. */
            focus?: components["schemas"]["Muscle"][];
            /** @description Muscles to avoid. Excludes exercises with one of these as a primary or secondary muscle. */
            avoid?: components["schemas"]["Muscle"][];
            /**
             * Format: int32
             * @description How rested the user feels. The default is 3.
             */
            energy?: number;
            /** @description Exercises to leave out. */
            exclude?: components["schemas"]["ExerciseId"][];
        };
        /** @description An exercise of a recommended workout, and why. */
        RecommendedExercise: {
            exerciseId: components["schemas"]["ExerciseId"];
            warmUps: components["schemas"]["PrescribedSet"][];
            sets: components["schemas"]["PrescribedSet"][];
            /** Format: int32 */
            restSeconds: number;
            /**
             * Format: int32
             * @description Includes warm-ups, sets, rests and changeovers.
             */
            estimatedSeconds: number;
            /** @description Why it was chosen, most important reason first, then why it has these sets. */
            reasons: string[];
            /** @description The rule of its progression. */
            rule?: string;
        };
        /** @description A muscle, or one of the user's exercises, that is not in the workout, and why. */
        Omission: {
            /** @enum {string} */
            code: "fatigued" | "would_overload" | "avoided" | "excluded" | "equipment" | "enough_sets" | "time" | "too_advanced" | "peaking" | "other_day" | "new_exercises";
            muscle?: components["schemas"]["Muscle"];
            exerciseId?: components["schemas"]["ExerciseId"];
            text: string;
        };
        /** @description Why a workout is empty. */
        EmptyWorkout: {
            /** @enum {string} */
            code: "no_time" | "no_equipment" | "nothing_recovered" | "nothing_needed" | "all_excluded" | "competition";
            text: string;
        };
        /** @description A complete workout, with its reasons. */
        WorkoutRecommendation: {
            workout: components["schemas"]["WorkoutInput"];
            exercises: components["schemas"]["RecommendedExercise"][];
            /** Format: int32 */
            estimatedSeconds: number;
            addedFatigue: components["schemas"]["AddedFatigue"][];
            leftOut: components["schemas"]["Omission"][];
            /**
             * Format: int32
             * @description How ready the user is for the workout: 100 minus 0.6 × the mean fatigue of the large muscles, 5 for
             *     each point of soreness above 2, and 10 for each point of `energy` below 3. Below 75, there are fewer
             *     sets, with one more rep in reserve. A coaching judgment, not a research finding.
             */
            readiness: number;
            empty?: components["schemas"]["EmptyWorkout"];
            methods: components["schemas"]["Method"][];
        };
        /** @enum {string} */
        MeasurementKind: "bodyweight" | "lean_mass" | "body_fat" | "height" | "neck" | "shoulders" | "chest" | "waist" | "hips" | "left_upper_arm" | "right_upper_arm" | "left_forearm" | "right_forearm" | "left_thigh" | "right_thigh" | "left_calf" | "right_calf";
        /** @enum {string} */
        LengthUnit: "cm" | "in";
        /** @enum {string} */
        MeasurementUnit: "kg" | "lb" | "percent" | "cm" | "in";
        /**
         * @description A measurement to record. Its `kind` determines the allowed units and values: masses in `kg` or `lb` up
         *     to 2000, `body_fat` in `percent` up to 100, lengths and circumferences in `cm` or `in` up to 500.
         */
        MeasurementInput: {
            id?: components["schemas"]["Id"];
            kind: components["schemas"]["MeasurementKind"];
            /** Format: double */
            value: number;
            unit: components["schemas"]["MeasurementUnit"];
            measuredAt: components["schemas"]["Instant"];
            notes?: components["schemas"]["Notes"];
        };
        /** @description A measurement as entered. */
        Measurement: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["MeasurementKind"];
            /** Format: double */
            value: number;
            unit: components["schemas"]["MeasurementUnit"];
            measuredAt: components["schemas"]["Instant"];
            notes?: components["schemas"]["Notes"];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description A page of measurements. */
        MeasurementList: {
            items: components["schemas"]["Measurement"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description 256 bits in base64url, 128 of them random, from the password reset link. Single use. */
        ResetToken: string;
        /**
         * Format: time-zone
         * @description An IANA time zone.
         * @example Europe/Berlin
         */
        TimeZone: string;
        /**
         * Format: time-zone-or-offset
         * @description The time zone in which a workout was done: an IANA zone, or an offset from UTC such as `-04:00`. It
         *     determines the day of the workout, which stays the same when the user's profile changes or they travel.
         *
         *     The default is the offset of `startedAt`. If that has none (`Z` or `-00:00`: RFC 9557), a replaced
         *     workout keeps its time zone, and a new one gets the profile's.
         * @example America/New_York
         */
        WorkoutTimeZone: string;
        /**
         * Format: int32
         * @description The hour at which the user's day starts, for people who train past midnight.
         * @example 4
         */
        DayStartHour: number;
        /**
         * @description The day on which the user's week starts.
         * @enum {string}
         */
        WeekStart: "monday" | "saturday" | "sunday";
        /**
         * @description For scores that depend on sex.
         * @enum {string}
         */
        Sex: "female" | "male";
        /** @enum {string} */
        TrainingExperience: "beginner" | "intermediate" | "advanced";
        /**
         * @description The user's training goal. It shifts the rep range, sets and weekly volume of recommended workouts, and
         *     the reps of `memory` if the user's own are far outside that range: `strength` 3–6 reps, `size` 6–12,
         *     `health` 8–15 with fewer sets, `sport` 4–8 with no more volume than necessary.
         * @enum {string}
         */
        TrainingGoal: "strength" | "size" | "health" | "sport";
        /**
         * Format: int32
         * @description How often the user trains, or plans to. Until the log shows a habit, it decides what a recommended
         *     workout trains: the whole body with up to three workouts a week, otherwise a part of it. Recommendations
         *     also aim for no more weekly sets than that many workouts have room for.
         * @example 3
         */
        WorkoutsPerWeek: number;
        /**
         * @description What the user wants their bodyweight to do. With `lose`, maintaining strength counts as progress. If left
         *     out, a bodyweight that falls steadily in the log counts as `lose`.
         * @enum {string}
         */
        BodyweightGoal: "lose" | "maintain" | "gain";
        /**
         * Format: date
         * @description The day of the next lifting competition. In the three weeks before it, recommended workouts have one
         *     heavy lift a day and no new exercises; in the last week, half the sets; on the two days before it, none.
         * @example 2026-12-12
         */
        CompetitionDay: string;
        /**
         * Format: int32
         * @example 1990
         */
        BirthYear: number;
        /**
         * @description The equipment available to the user. If left out, any. `machine` includes the stations for lat pulldowns
         *     and seated rows, although the catalogue lists those exercises under `cable`.
         */
        AvailableEquipment: components["schemas"]["Equipment"][];
        /** @description The plates that the user has. */
        Plates: components["schemas"]["PlatePairs"][];
        /**
         * @description The number of pairs of one plate that the user has.
         * @example {
         *       "weight": {
         *         "value": 20,
         *         "unit": "kg"
         *       },
         *       "pairs": 2
         *     }
         */
        PlatePairs: {
            weight: components["schemas"]["Weight"];
            /** Format: int32 */
            pairs: number;
        };
        /** @description A new password, with the token of a reset link. */
        PasswordReset: {
            token: components["schemas"]["ResetToken"];
            newPassword: components["schemas"]["NewPassword"];
        };
        /** @description The current password and the new one. */
        PasswordChange: {
            currentPassword: components["schemas"]["EnteredPassword"];
            newPassword: components["schemas"]["NewPassword"];
            device?: components["schemas"]["Name"];
        };
        /** @description A profile. */
        User: {
            id: components["schemas"]["Id"];
            email: components["schemas"]["Email"];
            displayName?: components["schemas"]["Name"];
            unit: components["schemas"]["WeightUnit"];
            distanceUnit: components["schemas"]["PreferredDistanceUnit"];
            timeZone: components["schemas"]["TimeZone"];
            dayStartHour: components["schemas"]["DayStartHour"];
            weekStart: components["schemas"]["WeekStart"];
            birthYear?: components["schemas"]["BirthYear"];
            sex?: components["schemas"]["Sex"];
            experience?: components["schemas"]["TrainingExperience"];
            goal?: components["schemas"]["TrainingGoal"];
            workoutsPerWeek?: components["schemas"]["WorkoutsPerWeek"];
            bodyweightGoal?: components["schemas"]["BodyweightGoal"];
            competitionDay?: components["schemas"]["CompetitionDay"];
            equipment?: components["schemas"]["AvailableEquipment"];
            plates?: components["schemas"]["Plates"];
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description Changes to a profile. `null` removes an optional field. */
        UserPatch: {
            displayName?: components["schemas"]["Name"] | null;
            unit?: components["schemas"]["WeightUnit"];
            distanceUnit?: components["schemas"]["PreferredDistanceUnit"];
            timeZone?: components["schemas"]["TimeZone"];
            dayStartHour?: components["schemas"]["DayStartHour"];
            weekStart?: components["schemas"]["WeekStart"];
            birthYear?: components["schemas"]["BirthYear"] | null;
            sex?: components["schemas"]["Sex"] | null;
            experience?: components["schemas"]["TrainingExperience"] | null;
            goal?: components["schemas"]["TrainingGoal"] | null;
            workoutsPerWeek?: components["schemas"]["WorkoutsPerWeek"] | null;
            bodyweightGoal?: components["schemas"]["BodyweightGoal"] | null;
            competitionDay?: components["schemas"]["CompetitionDay"] | null;
            equipment?: components["schemas"]["AvailableEquipment"] | null;
            plates?: components["schemas"]["Plates"] | null;
        };
        /** @description All of a user's data. */
        AccountExport: {
            /** @constant */
            format: "replog";
            /** @constant */
            version: 1;
            exportedAt: components["schemas"]["Instant"];
            user: components["schemas"]["User"];
            /** @description The user's own, including deleted ones. */
            exercises: components["schemas"]["Exercise"][];
            workouts: components["schemas"]["Workout"][];
            measurements: components["schemas"]["Measurement"][];
            /**
             * @description The chosen schemes. Left out, like all of the following members, in `GET /api/exports/workouts` and
             *     in older exports.
             */
            progressions?: components["schemas"]["ChosenProgression"][];
            /** @description Soreness reports, oldest first. */
            soreness?: components["schemas"]["Soreness"][];
            landmarks?: components["schemas"]["OwnLandmarks"];
            /** @description The user's own, including deleted ones. */
            programs?: components["schemas"]["Program"][];
            runs?: components["schemas"]["SyncedRun"][];
            /** @description The meaning of names in imported files, as set by the user. */
            rememberedNames?: components["schemas"]["RememberedName"][];
            /** @description The replaced states of the user's own programs that a run follows or followed. */
            programRevisions?: components["schemas"]["ProgramRevision"][];
        };
        /** @description The scheme that the user chose for an exercise. */
        ChosenProgression: {
            exerciseId: components["schemas"]["ExerciseId"];
            progression: components["schemas"]["ProgressionScheme"];
            since: components["schemas"]["Instant"];
            revision: components["schemas"]["Revision"];
        };
        /** @description Custom weekly landmarks. Left out if the user changed none. */
        OwnLandmarks: {
            items: components["schemas"]["MuscleLandmarksInput"][];
            revision: components["schemas"]["Revision"];
        };
        /** @description The meaning of a name. */
        RememberedName: {
            /** @description The normal form of the name: its words in order, in lowercase. */
            name: string;
            exerciseId: components["schemas"]["ExerciseId"];
        };
        /** @description A replaced state of a program. */
        ProgramRevision: {
            programId: components["schemas"]["Id"];
            revision: components["schemas"]["Revision"];
            replacedAt: components["schemas"]["Instant"];
            program: components["schemas"]["ProgramInput"];
        };
        /**
         * @description Create or replace the resource, or delete it.
         * @enum {string}
         */
        SyncOp: "put" | "delete";
        /**
         * Format: int64
         * @description The revision that the change is based on; 0 or left out for a new resource.
         * @example 3
         */
        BaseRevision: number;
        /** @description A workout to store (`value`), or to delete (without `value`). */
        WorkoutMutation: {
            mutationId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "workout";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            baseRevision?: components["schemas"]["BaseRevision"];
            value?: components["schemas"]["WorkoutInput"];
            /**
             * @description The client's version, if part of it lost in a merge. It becomes the revision before `value`, in the
             *     same transaction, so that it can still be read and restored. Only together with `value`.
             */
            superseded?: components["schemas"]["WorkoutInput"];
        };
        /** @description A custom exercise to store (`value`), or to delete (without `value`). */
        ExerciseMutation: {
            mutationId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "exercise";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            baseRevision?: components["schemas"]["BaseRevision"];
            value?: components["schemas"]["ExerciseInput"];
        };
        /** @description A measurement to store (`value`), or to delete (without `value`). */
        MeasurementMutation: {
            mutationId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "measurement";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            baseRevision?: components["schemas"]["BaseRevision"];
            value?: components["schemas"]["MeasurementInput"];
        };
        /** @description A program to store (`value`), or to delete (without `value`). */
        ProgramMutation: {
            mutationId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "program";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            baseRevision?: components["schemas"]["BaseRevision"];
            value?: components["schemas"]["ProgramInput"];
        };
        /**
         * @description A run to store (`value`), or to delete (without `value`). It may follow a revision that its program
         *     doesn't have, such as one that was guessed offline or lost in a restore from a backup. It is then stored
         *     with the next revision that the program has, or else with the newest.
         */
        RunMutation: {
            mutationId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "run";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            baseRevision?: components["schemas"]["BaseRevision"];
            value?: components["schemas"]["RunInput"];
        };
        /** @description One change made by a client. `mutationId` is a UUID (version 7) that no other mutation has. */
        SyncMutation: components["schemas"]["WorkoutMutation"] | components["schemas"]["ExerciseMutation"] | components["schemas"]["MeasurementMutation"] | components["schemas"]["ProgramMutation"] | components["schemas"]["RunMutation"];
        /** @description Mutations in the order in which they were made. */
        SyncPush: {
            /** @description The epoch of the client's last pull or push. */
            epoch?: string;
            mutations: components["schemas"]["SyncMutation"][];
        };
        /** @description The current state of a workout, or its deletion (without `value`). */
        WorkoutChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "workout";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            revision: components["schemas"]["Revision"];
            value?: components["schemas"]["Workout"];
        };
        /**
         * @description The current state of a custom exercise. A deleted one keeps its `value`, with `deletedAt`, because
         *     workouts refer to it.
         */
        ExerciseChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "exercise";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            revision: components["schemas"]["Revision"];
            value?: components["schemas"]["Exercise"];
        };
        /** @description The current state of a measurement, or its deletion (without `value`). */
        MeasurementChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "measurement";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            revision: components["schemas"]["Revision"];
            value?: components["schemas"]["Measurement"];
        };
        /**
         * @description The current state of one of the user's programs. A deleted one keeps its `value`, because runs follow
         *     it.
         */
        ProgramChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "program";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            revision: components["schemas"]["Revision"];
            value?: components["schemas"]["Program"];
        };
        /** @description The current state of a run, or its deletion (without `value`). */
        RunChange: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            resource: "run";
            id: components["schemas"]["Id"];
            op: components["schemas"]["SyncOp"];
            revision: components["schemas"]["Revision"];
            value?: components["schemas"]["SyncedRun"];
        };
        /** @description The current state of a resource. */
        SyncChange: components["schemas"]["WorkoutChange"] | components["schemas"]["ExerciseChange"] | components["schemas"]["MeasurementChange"] | components["schemas"]["ProgramChange"] | components["schemas"]["RunChange"];
        /** @description A page of changes. */
        SyncChanges: {
            items: components["schemas"]["SyncChange"][];
            /** @description Where to continue. Opaque. */
            nextCursor: string;
            /** @description Whether there are more changes now. */
            hasMore: boolean;
            epoch: components["schemas"]["Epoch"];
            /**
             * Format: int64
             * @description The number of the last change that `nextCursor` covers.
             */
            seq: number;
        };
        /** @description The mutation was applied, either now or earlier. */
        AppliedMutation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "applied" | "duplicate";
            mutationId: components["schemas"]["Id"];
            revision: components["schemas"]["Revision"];
        };
        /** @description The resource's revision differs from the mutation's base. Nothing was changed. */
        ConflictingMutation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "conflict";
            mutationId: components["schemas"]["Id"];
            current: components["schemas"]["SyncChange"];
        };
        /**
         * @description The mutation can't be applied as it is. Nothing was changed. `mutationId` is left out if it was not a
         *     UUID.
         */
        RejectedMutation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "rejected";
            mutationId?: components["schemas"]["Id"];
            problem: components["schemas"]["Problem"];
        };
        /** @description The result of one mutation. */
        SyncResult: components["schemas"]["AppliedMutation"] | components["schemas"]["ConflictingMutation"] | components["schemas"]["RejectedMutation"];
        /** @description The database's epoch, which changes when a backup is restored. */
        Epoch: string;
        /** @description The result of a push. */
        SyncPushed: {
            results: components["schemas"]["SyncResult"][];
            epoch: components["schemas"]["Epoch"];
        };
        /** @description Another app's file, and information that the file lacks. */
        ImportUpload: {
            /** @description The unmodified file (at most 20 MiB). */
            file: Blob;
            timezone?: components["schemas"]["TimeZone"];
            unit?: components["schemas"]["WeightUnit"];
            dayOrder?: components["schemas"]["DayOrder"];
        };
        /**
         * @description Whether the day or the month comes first in dates such as `7/8/2025`, which spreadsheets write. Required
         *     if no date in the file has a day above 12; without it, such a file gets 422 `file_ambiguous_dates`.
         * @enum {string}
         */
        DayOrder: "dmy" | "mdy";
        /**
         * @description The format of the file. `fitnotes_body` is FitNotes' body tracker, `replog` a Replog account export.
         * @enum {string}
         */
        ImportFormat: "strong" | "hevy" | "fitnotes" | "fitnotes_body" | "replog";
        /** @enum {string} */
        ExportFormat: "strong" | "hevy" | "fitnotes" | "json";
        /**
         * @description Only a `pending` import can be committed, and only a `committed` one undone.
         * @enum {string}
         */
        ImportStatus: "pending" | "committed" | "undone" | "discarded";
        /**
         * @description How a unit was determined. `header`: from a column's name; `column`: from each row; `given`: specified
         *     in the request; `guess`: suggested by the figures; `fixed`: the only unit of the format; `none`: the
         *     file has no such values.
         * @enum {string}
         */
        UnitBasis: "header" | "column" | "given" | "guess" | "fixed" | "none";
        /** @description The detected unit of weights in a file. */
        WeightUnitFinding: {
            /**
             * @description Left out if the file has no weights.
             * @enum {string}
             */
            unit?: "kg" | "lb" | "mixed";
            basis: components["schemas"]["UnitBasis"];
            /** @description Whether to ask the user before committing. */
            ask: boolean;
            /** @description Whether the evidence is clear. Only for a guess. */
            sure?: boolean;
            /** @description The evidence, human-readable. */
            evidence: string[];
        };
        /** @description The detected unit of distances in a file. */
        DistanceUnitFinding: {
            /**
             * @description Left out if the file has no distances.
             * @enum {string}
             */
            unit?: "m" | "km" | "mi" | "mixed";
            basis: components["schemas"]["UnitBasis"];
            /** @description Whether to ask the user before committing. */
            ask: boolean;
            /** @description The evidence, human-readable. */
            evidence: string[];
        };
        /** @description The first and the last day. */
        DayRange: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
        };
        /** @description The number in the file, and how many of those are new or already exist. */
        ImportCount: {
            /** Format: int32 */
            found: number;
            /** Format: int32 */
            new: number;
            /** Format: int32 */
            duplicates: number;
        };
        /**
         * @description How certain the meaning of a name is. `given`: set with the commit; `remembered`: set earlier; `exact`,
         *     `alias`: matches a name or an alias, ignoring letter case; `normal`: matches except for word order or
         *     spelling; `score`: similar enough; `new`: no known exercise, so it becomes a custom one.
         * @enum {string}
         */
        Certainty: "given" | "remembered" | "exact" | "alias" | "normal" | "score" | "new";
        /** @description A custom exercise to be created for a name. */
        ExerciseDraft: {
            name: components["schemas"]["Name"];
            category: components["schemas"]["ExerciseCategory"];
            equipment: components["schemas"]["Equipment"];
            tracking: components["schemas"]["Tracking"];
            /** @description Done one side at a time. */
            unilateral?: boolean;
        };
        /** @description A possible meaning of a name. */
        ImportCandidate: {
            exerciseId: components["schemas"]["ExerciseId"];
            exerciseName: components["schemas"]["Name"];
        };
        /** @description A name in the file and its meaning: `exerciseId` with `exerciseName`, or `newExercise`. */
        ImportedName: {
            /** @description As written in the file. */
            name: string;
            /** Format: int32 */
            sets: number;
            certainty: components["schemas"]["Certainty"];
            /** Format: double */
            score: number;
            exerciseId?: components["schemas"]["ExerciseId"];
            exerciseName?: components["schemas"]["Name"];
            newExercise?: components["schemas"]["ExerciseDraft"];
            /**
             * @description If the name is ambiguous or becomes a custom exercise, its possible meanings, most likely first.
             *     Send one of them with the commit.
             */
            candidates?: components["schemas"]["ImportCandidate"][];
        };
        /** @description A workout that already exists. */
        ImportDuplicate: {
            /** Format: int32 */
            line?: number;
            name?: string;
            workoutId: components["schemas"]["Id"];
            startedAt: components["schemas"]["Instant"];
            /**
             * @description Whether its sets differ from those in this file, for example because the workout has grown since it
             *     was imported. It stays unchanged unless the commit accepts the change.
             */
            changed: boolean;
        };
        /** @description Something the user should know about one row. */
        ImportProblem: {
            /**
             * Format: int32
             * @description The line on which the row starts; left out for a file without lines.
             */
            line?: number;
            /** @description The name of the column, or a JSON Pointer. */
            field?: string;
            /** @description A stable, machine-readable reason. */
            code: string;
            /**
             * @description What happened to the row. `value_dropped`, `value_changed`: it was read without the value or with a
             *     different one; `kept`: unchanged.
             * @enum {string}
             */
            effect: "row_skipped" | "value_dropped" | "value_changed" | "kept";
            /** @description The reason, human-readable. */
            message: string;
        };
        /** @description A weight or distance that was rounded back to the value originally entered. */
        ImportSnap: {
            /** Format: int32 */
            line: number;
            from: string;
            to: string;
        };
        /** @description The number of values that were rounded back to what was entered, with the first few. */
        ImportSnaps: {
            /** Format: int32 */
            count: number;
            examples: components["schemas"]["ImportSnap"][];
        };
        /** @description Counts of what the commit wrote. */
        ImportWritten: {
            /** Format: int32 */
            workouts: number;
            /** Format: int32 */
            sets: number;
            /** Format: int32 */
            measurements: number;
            /** Format: int32 */
            exercises: number;
            /** @description Whether the profile's settings were imported: from an account export into an empty account. */
            profile: boolean;
            /**
             * Format: int32
             * @description Existing workouts that were changed as accepted.
             */
            changed?: number;
            settings?: components["schemas"]["ImportSettings"];
        };
        /**
         * @description Counts of data that only an account export contains: chosen progressions, soreness reports, landmarks,
         *     meanings of names. The user's existing data is kept.
         */
        ImportSettings: {
            /** Format: int32 */
            progressions: number;
            /** Format: int32 */
            soreness: number;
            /**
             * Format: int32
             * @description Only for an account without custom landmarks.
             */
            landmarks: number;
            /** Format: int32 */
            rememberedNames: number;
        };
        /** @description Counts of what the undo kept because it was changed or is in use. */
        ImportKept: {
            /** Format: int32 */
            workouts: number;
            /** Format: int32 */
            measurements: number;
            /** Format: int32 */
            exercises: number;
        };
        /** @description Counts of what the undo removed. */
        ImportUndone: {
            /** Format: int32 */
            workouts: number;
            /** Format: int32 */
            measurements: number;
            /** Format: int32 */
            exercises: number;
            /** @description Whether the profile's settings were reset to their earlier values. */
            profile: boolean;
            /**
             * Format: int32
             * @description Workouts whose earlier sets were restored.
             */
            changed?: number;
            /**
             * Format: int32
             * @description Present if the import wrote programs or runs.
             */
            programs?: number;
            /**
             * Format: int32
             * @description Present if the import wrote programs or runs.
             */
            runs?: number;
            settings?: components["schemas"]["ImportSettings"];
            kept: components["schemas"]["ImportKept"];
        };
        /** @description An uploaded file, what importing it would do, and its status. */
        Import: {
            id: components["schemas"]["Id"];
            status: components["schemas"]["ImportStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt?: components["schemas"]["Instant"];
            committedAt?: components["schemas"]["Instant"];
            undoneAt?: components["schemas"]["Instant"];
            format: components["schemas"]["ImportFormat"];
            /** @description The variant of the format, human-readable. */
            variant: string;
            /** @description How the format was recognized, human-readable. */
            evidence: string;
            timeZone: components["schemas"]["TimeZone"];
            weightUnit: components["schemas"]["WeightUnitFinding"];
            distanceUnit: components["schemas"]["DistanceUnitFinding"];
            days?: components["schemas"]["DayRange"];
            dayOrder?: components["schemas"]["DayOrder"];
            /**
             * Format: int32
             * @description The number of rows after the header, including invalid ones.
             */
            rows: number;
            /** Format: int32 */
            skippedRows: number;
            workouts: components["schemas"]["ImportCount"];
            sets: components["schemas"]["ImportCount"];
            measurements: components["schemas"]["ImportCount"];
            settings?: components["schemas"]["ImportSettings"];
            /** @description Each name once, in file order. */
            exercises: components["schemas"]["ImportedName"][];
            /** @description The first 200 duplicates. */
            duplicates: components["schemas"]["ImportDuplicate"][];
            /** @description The first 1,000 problems, in file order, skipped rows first. */
            problems: components["schemas"]["ImportProblem"][];
            /**
             * Format: int32
             * @description The total number of problems.
             */
            problemCount: number;
            snapped: components["schemas"]["ImportSnaps"];
            committed?: components["schemas"]["ImportWritten"];
            undone?: components["schemas"]["ImportUndone"];
        };
        /** @description The meaning of a name: one of `exerciseId` and `newExercise`. */
        ImportMapping: {
            /** @description The name as in the report. */
            name: string;
            exerciseId?: components["schemas"]["ExerciseId"];
            newExercise?: components["schemas"]["ExerciseDraft"];
        };
        /** @description The user's corrections to the report. */
        ImportCorrections: {
            mappings?: components["schemas"]["ImportMapping"][];
            unit?: components["schemas"]["WeightUnit"];
            /**
             * @description The `workoutId` of each duplicate with `changed: true` that should be changed to match the file. What the
             *     user has changed or added since the last import is kept. Its previous state is kept as a revision, and an
             *     undo restores it.
             */
            accept?: components["schemas"]["Id"][];
        };
        /** @description The process responds. */
        Liveness: {
            /** @constant */
            status: "alive";
        };
        /** @description The server is ready. */
        Readiness: {
            /** @constant */
            status: "ready";
        };
        /** @description An OpenAPI 3.1 document. */
        OpenApiDocument: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The client has the current version. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                ETag: components["headers"]["ETag"];
                Vary: components["headers"]["Vary"];
                "Cache-Control": components["headers"]["Revalidated"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The request can't be parsed: not UTF-8, not JSON, nested deeper than 32 levels, a repeated member name,
         *     or broken percent-encoding (`malformed_request`, `malformed_json`).
         */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:malformed_json",
                 *       "title": "Malformed JSON",
                 *       "status": 400,
                 *       "detail": "The body is not JSON.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "malformed_json",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description No token (`unauthorized`), an invalid or expired token (`invalid_token`, `token_expired`), a session
         *     that has ended (`session_ended`), or wrong credentials (`invalid_credentials`).
         */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:unauthorized",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "This operation needs an access token.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "unauthorized",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Understood but not allowed: `forbidden`, `registration_closed`, `account_disabled`,
         *     `invalid_credentials` or `invalid_reset_token`.
         */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:forbidden",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "detail": "Built-in exercises can't be changed.",
                 *       "instance": "/api/exercises/barbell-bench-press",
                 *       "code": "forbidden",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The object does not exist, or belongs to another user. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such workout.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "not_found",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The path doesn't support the method. (This operation itself never returns this; other methods on its
         *     path do.)
         */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                Allow: components["headers"]["Allow"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:method_not_allowed",
                 *       "title": "Method not allowed",
                 *       "status": 405,
                 *       "detail": "This path supports GET, HEAD, PUT, DELETE, OPTIONS.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "method_not_allowed",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing was started: `already_started`, `run_ended`, `run_paused` or `id_taken`. */
        NotStarted: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                /** @description With `already_started`, the workout in progress. */
                Location?: string;
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:already_started",
                 *       "title": "Already started",
                 *       "status": 409,
                 *       "detail": "A workout for this step is in progress.",
                 *       "instance": "/api/runs/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01/start",
                 *       "code": "already_started",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request conflicts with existing data: `id_taken`, `email_taken`, `name_taken` or `conflict`. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:id_taken",
                 *       "title": "ID taken",
                 *       "status": 409,
                 *       "detail": "Another workout has or had this ID.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "id_taken",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The resource was deleted (`workout_deleted`, `exercise_deleted`, `measurement_deleted`,
         *     `program_deleted` or `run_deleted`), or the cursor or epoch is no longer valid (`cursor_expired`,
         *     `epoch_changed`).
         */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:workout_deleted",
                 *       "title": "Workout deleted",
                 *       "status": 410,
                 *       "detail": "This workout was deleted. It can be restored.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "workout_deleted",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` does not match the current version, whose tag is in `ETag`. Nothing was changed. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                ETag: components["headers"]["CurrentETag"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:revision_mismatch",
                 *       "title": "Revision mismatch",
                 *       "status": 412,
                 *       "detail": "The resource has changed since the version in If-Match. Read it again.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "revision_mismatch",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 1 MiB, or than the operation's own limit. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:content_too_large",
                 *       "title": "Content too large",
                 *       "status": 413,
                 *       "detail": "The body is larger than 1048576 bytes.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "content_too_large",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Content-Type` is missing, or the operation doesn't accept it. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:unsupported_media_type",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "detail": "The body must have the media type application/json, in UTF-8.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "unsupported_media_type",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The request is well-formed but violates the contract; `errors` says where and why (`validation_failed`,
         *     `idempotency_key_reused`). Nothing was changed.
         */
        ValidationFailed: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:validation_failed",
                 *       "title": "Validation failed",
                 *       "status": 422,
                 *       "detail": "One part of the request is not valid.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "validation_failed",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112",
                 *       "errors": [
                 *         {
                 *           "pointer": "/exercises/0/sets/1/reps",
                 *           "code": "maximum",
                 *           "message": "Must be at most 1000."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` is missing. */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:precondition_required",
                 *       "title": "Precondition required",
                 *       "status": 428,
                 *       "detail": "Send the ETag of the version that you are changing in If-Match.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "precondition_required",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests or login attempts. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:too_many_requests",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many requests. Try again in 17 s.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "too_many_requests",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A server error. Nothing was changed. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:internal_error",
                 *       "title": "Internal error",
                 *       "status": 500,
                 *       "detail": "Something went wrong on the server. Its log contains the details under this requestId.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "internal_error",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is busy, full or damaged, or the server is shutting down. Nothing was changed. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Content-Type-Options": components["headers"]["NoSniff"];
                "Strict-Transport-Security": components["headers"]["StrictTransport"];
                "Cache-Control": components["headers"]["NoStore"];
                Vary: components["headers"]["Vary"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:replog:problem:unavailable",
                 *       "title": "Unavailable",
                 *       "status": 503,
                 *       "detail": "The server is temporarily unable to do this. Try again.",
                 *       "instance": "/api/workouts/0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *       "code": "unavailable",
                 *       "requestId": "0193a5c2-aaaa-7bbb-8ccc-0d0e0f101112"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The ID of the resource.
         * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
         */
        Id: components["schemas"]["Id"];
        /**
         * @description The slug of a built-in exercise, or the ID of a custom one.
         * @example barbell-bench-press
         */
        ExercisePathId: components["schemas"]["ExerciseId"];
        /**
         * @description The slug of a built-in program, or the ID of one of the user's own.
         * @example 531-boring-but-big
         */
        ProgramPathId: components["schemas"]["ProgramId"];
        /** @description The maximum number of items on a page. */
        Limit: number;
        /**
         * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
         *     (`invalid_cursor` if it looks like a cursor).
         */
        Cursor: string;
        /**
         * @description The first day (inclusive), one of the user's own days.
         * @example 2026-09-01
         */
        From: components["schemas"]["Day"];
        /**
         * @description The last day (inclusive), one of the user's own days.
         * @example 2026-11-20
         */
        To: components["schemas"]["Day"];
        /** @description The unit of the figures. The default is the profile's. */
        Unit: components["schemas"]["WeightUnit"];
        /**
         * @description The account's current password as percent-encoded UTF-8, as produced by `encodeURIComponent`: headers
         *     are limited to ASCII, and some proxies and clients drop the body of a `DELETE`.
         * @example correct%20horse%20battery
         */
        CurrentPassword: string;
        /**
         * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
         * @example *
         */
        IfMatch: string;
        /** @description The `ETag` of the version that the client has; 304 if it is still current. */
        IfNoneMatch: string;
        /**
         * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
         *     body within 24 hours, it returns the first response again; with a different body, 422
         *     `idempotency_key_reused`.
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The ID of this request, which is also in the server's log. */
        XRequestId: string;
        /** @description Keeps browsers from guessing a type other than `Content-Type`. */
        NoSniff: "nosniff";
        /** @description Present if the operator serves Replog over HTTPS; browsers then use only HTTPS (RFC 6797). */
        StrictTransport: "max-age=31536000";
        /** @description The strong entity tag of this version. Opaque; for `If-Match` and `If-None-Match`. */
        ETag: string;
        /** @description The entity tag of the current version. */
        CurrentETag: string;
        /** @description The path of the new resource. */
        Location: string;
        /** @description The path of the reference. */
        ReferenceLocation: "/docs";
        /** @description The next page as `<path>; rel="next"`, if there is one (RFC 8288). */
        Link: string;
        /** @description The remaining quota, and the seconds until it resets (draft-ietf-httpapi-ratelimit-headers). */
        RateLimit: string;
        /** @description The policy, its quota and its window in seconds. */
        RateLimitPolicy: string;
        /** @description Seconds to wait before the next attempt. */
        RetryAfter: string;
        /** @description How to authenticate, and what was wrong (RFC 6750). */
        WwwAuthenticate: string;
        /** @description The methods of this path. */
        Allow: string;
        /** @description No cache may store the response. */
        NoStore: "no-store";
        /** @description Only the user's own cache may store the response, and must revalidate it. */
        PrivateCache: "private, no-cache";
        /** @description Any cache may store the response, and must revalidate it. */
        PublicCache: "public, no-cache";
        /**
         * @description Any cache may store the response to a request without a token; otherwise, only the user's own cache may.
         *     Either must revalidate it.
         */
        SharedCache: "public, no-cache" | "private, no-cache";
        /** @description Any cache may store the response for a year, and need not revalidate it. */
        ImmutableCache: "public, max-age=31536000, immutable";
        /** @description Any cache may store the response for a day. */
        AssetCache: "public, max-age=86400";
        /** @description As in the response that the client already has. */
        Revalidated: string;
        /** @description The request headers that the response depends on. */
        Vary: string;
        /** @description Present, and `true`, if this is the response to an earlier request with the same `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /** @description The suggested file name. */
        ContentDisposition: string;
        /** @description Pages opened from this one don't learn its address. */
        ReferrerPolicy: "no-referrer";
        /** @description Prevents the page from contacting any other host. */
        ContentSecurityPolicy: string;
    };
    pathItems: never;
}
export type SchemaId = components['schemas']['Id'];
export type SchemaExerciseId = components['schemas']['ExerciseId'];
export type SchemaInstant = components['schemas']['Instant'];
export type SchemaDay = components['schemas']['Day'];
export type SchemaName = components['schemas']['Name'];
export type SchemaNotes = components['schemas']['Notes'];
export type SchemaRevision = components['schemas']['Revision'];
export type SchemaNextCursor = components['schemas']['NextCursor'];
export type SchemaWeightUnit = components['schemas']['WeightUnit'];
export type SchemaDistanceUnit = components['schemas']['DistanceUnit'];
export type SchemaPreferredDistanceUnit = components['schemas']['PreferredDistanceUnit'];
export type SchemaWeight = components['schemas']['Weight'];
export type SchemaDistance = components['schemas']['Distance'];
export type SchemaLoad = components['schemas']['Load'];
export type SchemaDistanceCovered = components['schemas']['DistanceCovered'];
export type SchemaMethod = components['schemas']['Method'];
export type SchemaProblemCode = components['schemas']['ProblemCode'];
export type SchemaFieldProblemCode = components['schemas']['FieldProblemCode'];
export type SchemaFieldProblem = components['schemas']['FieldProblem'];
export type SchemaProblem = components['schemas']['Problem'];
export type SchemaEmail = components['schemas']['Email'];
export type SchemaNewEmail = components['schemas']['NewEmail'];
export type SchemaNewPassword = components['schemas']['NewPassword'];
export type SchemaEnteredPassword = components['schemas']['EnteredPassword'];
export type SchemaRefreshToken = components['schemas']['RefreshToken'];
export type SchemaRegistration = components['schemas']['Registration'];
export type SchemaCredentials = components['schemas']['Credentials'];
export type SchemaRefreshInput = components['schemas']['RefreshInput'];
export type SchemaTokens = components['schemas']['Tokens'];
export type SchemaSession = components['schemas']['Session'];
export type SchemaSessionList = components['schemas']['SessionList'];
export type SchemaSessionValidity = components['schemas']['SessionValidity'];
export type SchemaMuscle = components['schemas']['Muscle'];
export type SchemaMuscleGroup = components['schemas']['MuscleGroup'];
export type SchemaMuscleInfo = components['schemas']['MuscleInfo'];
export type SchemaMuscleList = components['schemas']['MuscleList'];
export type SchemaExerciseCategory = components['schemas']['ExerciseCategory'];
export type SchemaMovementPattern = components['schemas']['MovementPattern'];
export type SchemaMechanic = components['schemas']['Mechanic'];
export type SchemaForce = components['schemas']['Force'];
export type SchemaDifficulty = components['schemas']['Difficulty'];
export type SchemaEquipment = components['schemas']['Equipment'];
export type SchemaTracking = components['schemas']['Tracking'];
export type SchemaExerciseSource = components['schemas']['ExerciseSource'];
export type SchemaEngagementRole = components['schemas']['EngagementRole'];
export type SchemaEngagementInput = components['schemas']['EngagementInput'];
export type SchemaEngagement = components['schemas']['Engagement'];
export type SchemaExerciseInput = components['schemas']['ExerciseInput'];
export type SchemaExercise = components['schemas']['Exercise'];
export type SchemaExerciseTranslation = components['schemas']['ExerciseTranslation'];
export type SchemaNameLanguage = components['schemas']['NameLanguage'];
export type SchemaExerciseList = components['schemas']['ExerciseList'];
export type SchemaWorkoutStatus = components['schemas']['WorkoutStatus'];
export type SchemaSetType = components['schemas']['SetType'];
export type SchemaSide = components['schemas']['Side'];
export type SchemaRpe = components['schemas']['Rpe'];
export type SchemaRepRange = components['schemas']['RepRange'];
export type SchemaSetTarget = components['schemas']['SetTarget'];
export type SchemaWorkoutSetInput = components['schemas']['WorkoutSetInput'];
export type SchemaWorkoutSet = components['schemas']['WorkoutSet'];
export type SchemaWorkoutExerciseInput = components['schemas']['WorkoutExerciseInput'];
export type SchemaWorkoutExercise = components['schemas']['WorkoutExercise'];
export type SchemaTrainingPhase = components['schemas']['TrainingPhase'];
export type SchemaOverreachedMuscles = components['schemas']['OverreachedMuscles'];
export type SchemaWorkoutInput = components['schemas']['WorkoutInput'];
export type SchemaWorkout = components['schemas']['Workout'];
export type SchemaWorkoutTotals = components['schemas']['WorkoutTotals'];
export type SchemaWorkoutList = components['schemas']['WorkoutList'];
export type SchemaRestoreInput = components['schemas']['RestoreInput'];
export type SchemaWorkoutRevision = components['schemas']['WorkoutRevision'];
export type SchemaWorkoutRevisionList = components['schemas']['WorkoutRevisionList'];
export type SchemaProgramKey = components['schemas']['ProgramKey'];
export type SchemaProgramId = components['schemas']['ProgramId'];
export type SchemaProgramUrl = components['schemas']['ProgramUrl'];
export type SchemaTempo = components['schemas']['Tempo'];
export type SchemaLoadPercent = components['schemas']['LoadPercent'];
export type SchemaBaseLoad = components['schemas']['BaseLoad'];
export type SchemaFixedLoad = components['schemas']['FixedLoad'];
export type SchemaLoadOfSet = components['schemas']['LoadOfSet'];
export type SchemaLoadOfSlot = components['schemas']['LoadOfSlot'];
export type SchemaPlannedLoad = components['schemas']['PlannedLoad'];
export type SchemaPlannedSet = components['schemas']['PlannedSet'];
export type SchemaAddChange = components['schemas']['AddChange'];
export type SchemaPercentChange = components['schemas']['PercentChange'];
export type SchemaTestedChange = components['schemas']['TestedChange'];
export type SchemaBaseChange = components['schemas']['BaseChange'];
export type SchemaRuleStep = components['schemas']['RuleStep'];
export type SchemaRepBonus = components['schemas']['RepBonus'];
export type SchemaBaseRule = components['schemas']['BaseRule'];
export type SchemaProgramLift = components['schemas']['ProgramLift'];
export type SchemaWaveWeek = components['schemas']['WaveWeek'];
export type SchemaProgramWave = components['schemas']['ProgramWave'];
export type SchemaProgramSlot = components['schemas']['ProgramSlot'];
export type SchemaProgramDay = components['schemas']['ProgramDay'];
export type SchemaProgramWeek = components['schemas']['ProgramWeek'];
export type SchemaProgramInput = components['schemas']['ProgramInput'];
export type SchemaLoadRounding = components['schemas']['LoadRounding'];
export type SchemaProgram = components['schemas']['Program'];
export type SchemaProgramSummary = components['schemas']['ProgramSummary'];
export type SchemaProgramList = components['schemas']['ProgramList'];
export type SchemaProgramFromWorkout = components['schemas']['ProgramFromWorkout'];
export type SchemaProgramGoal = components['schemas']['ProgramGoal'];
export type SchemaProgramPlanRequest = components['schemas']['ProgramPlanRequest'];
export type SchemaPlannedMuscle = components['schemas']['PlannedMuscle'];
export type SchemaPlannedExercise = components['schemas']['PlannedExercise'];
export type SchemaProgramPlan = components['schemas']['ProgramPlan'];
export type SchemaProgramFile = components['schemas']['ProgramFile'];
export type SchemaNameOfExercise = components['schemas']['NameOfExercise'];
export type SchemaConvertedName = components['schemas']['ConvertedName'];
export type SchemaConvertedPrograms = components['schemas']['ConvertedPrograms'];
export type SchemaProgramPreviewRequest = components['schemas']['ProgramPreviewRequest'];
export type SchemaPreviewSlot = components['schemas']['PreviewSlot'];
export type SchemaPreviewDay = components['schemas']['PreviewDay'];
export type SchemaPreviewMuscle = components['schemas']['PreviewMuscle'];
export type SchemaPreviewWeek = components['schemas']['PreviewWeek'];
export type SchemaProgramPreview = components['schemas']['ProgramPreview'];
export type SchemaProgramStep = components['schemas']['ProgramStep'];
export type SchemaLiftBase = components['schemas']['LiftBase'];
export type SchemaSkipDecision = components['schemas']['SkipDecision'];
export type SchemaRepeatDecision = components['schemas']['RepeatDecision'];
export type SchemaGoToDecision = components['schemas']['GoToDecision'];
export type SchemaBaseDecision = components['schemas']['BaseDecision'];
export type SchemaSwapDecision = components['schemas']['SwapDecision'];
export type SchemaRevisionDecision = components['schemas']['RevisionDecision'];
export type SchemaRunDecision = components['schemas']['RunDecision'];
export type SchemaRunStatus = components['schemas']['RunStatus'];
export type SchemaRunInput = components['schemas']['RunInput'];
export type SchemaCurrentBase = components['schemas']['CurrentBase'];
export type SchemaRunState = components['schemas']['RunState'];
export type SchemaRun = components['schemas']['Run'];
export type SchemaSyncedRun = components['schemas']['SyncedRun'];
export type SchemaRunList = components['schemas']['RunList'];
export type SchemaWorkoutPlan = components['schemas']['WorkoutPlan'];
export type SchemaSlotReason = components['schemas']['SlotReason'];
export type SchemaSlotChance = components['schemas']['SlotChance'];
export type SchemaNextWorkout = components['schemas']['NextWorkout'];
export type SchemaStartInput = components['schemas']['StartInput'];
export type SchemaStepAdherence = components['schemas']['StepAdherence'];
export type SchemaSlotAdherence = components['schemas']['SlotAdherence'];
export type SchemaWeekAdherence = components['schemas']['WeekAdherence'];
export type SchemaAdherence = components['schemas']['Adherence'];
export type SchemaBucketSize = components['schemas']['BucketSize'];
export type SchemaOneRepMaxFormula = components['schemas']['OneRepMaxFormula'];
export type SchemaLandmarks = components['schemas']['Landmarks'];
export type SchemaVolumeZone = components['schemas']['VolumeZone'];
export type SchemaVolumeTier = components['schemas']['VolumeTier'];
export type SchemaMuscleVolume = components['schemas']['MuscleVolume'];
export type SchemaMuscleWeek = components['schemas']['MuscleWeek'];
export type SchemaExerciseVolume = components['schemas']['ExerciseVolume'];
export type SchemaVolumeBucket = components['schemas']['VolumeBucket'];
export type SchemaVolumeReport = components['schemas']['VolumeReport'];
export type SchemaConfidence = components['schemas']['Confidence'];
export type SchemaOneRepMaxEstimate = components['schemas']['OneRepMaxEstimate'];
export type SchemaTopSet = components['schemas']['TopSet'];
export type SchemaProgressPoint = components['schemas']['ProgressPoint'];
export type SchemaProgressMetric = components['schemas']['ProgressMetric'];
export type SchemaProgressStatus = components['schemas']['ProgressStatus'];
export type SchemaTrend = components['schemas']['Trend'];
export type SchemaExerciseProgress = components['schemas']['ExerciseProgress'];
export type SchemaProgressPlateau = components['schemas']['ProgressPlateau'];
export type SchemaProgressInCut = components['schemas']['ProgressInCut'];
export type SchemaPeriodTotals = components['schemas']['PeriodTotals'];
export type SchemaCategoryShare = components['schemas']['CategoryShare'];
export type SchemaOverallProgress = components['schemas']['OverallProgress'];
export type SchemaProgressReport = components['schemas']['ProgressReport'];
export type SchemaPersonalRecordKind = components['schemas']['PersonalRecordKind'];
export type SchemaRecordUnit = components['schemas']['RecordUnit'];
export type SchemaEnteredLoad = components['schemas']['EnteredLoad'];
export type SchemaRecordMark = components['schemas']['RecordMark'];
export type SchemaPersonalRecord = components['schemas']['PersonalRecord'];
export type SchemaExerciseRecords = components['schemas']['ExerciseRecords'];
export type SchemaExerciseBests = components['schemas']['ExerciseBests'];
export type SchemaAllRecords = components['schemas']['AllRecords'];
export type SchemaRecordsReport = components['schemas']['RecordsReport'];
export type SchemaRecoveryState = components['schemas']['RecoveryState'];
export type SchemaFatigueContribution = components['schemas']['FatigueContribution'];
export type SchemaFatigueForecast = components['schemas']['FatigueForecast'];
export type SchemaMuscleFatigue = components['schemas']['MuscleFatigue'];
export type SchemaFatigueReport = components['schemas']['FatigueReport'];
export type SchemaSorenessInput = components['schemas']['SorenessInput'];
export type SchemaSoreness = components['schemas']['Soreness'];
export type SchemaSorenessList = components['schemas']['SorenessList'];
export type SchemaLastWorkout = components['schemas']['LastWorkout'];
export type SchemaMuscleReadiness = components['schemas']['MuscleReadiness'];
export type SchemaAllTimeTotals = components['schemas']['AllTimeTotals'];
export type SchemaFirstWorkout = components['schemas']['FirstWorkout'];
export type SchemaTrainingSummary = components['schemas']['TrainingSummary'];
export type SchemaCalendarDay = components['schemas']['CalendarDay'];
export type SchemaCalendarReport = components['schemas']['CalendarReport'];
export type SchemaWeekLoad = components['schemas']['WeekLoad'];
export type SchemaAcuteChronicLoad = components['schemas']['AcuteChronicLoad'];
export type SchemaLoadDay = components['schemas']['LoadDay'];
export type SchemaTrainingLoadReport = components['schemas']['TrainingLoadReport'];
export type SchemaCompetitionLift = components['schemas']['CompetitionLift'];
export type SchemaBestLift = components['schemas']['BestLift'];
export type SchemaLiftStrength = components['schemas']['LiftStrength'];
export type SchemaStrengthTotal = components['schemas']['StrengthTotal'];
export type SchemaStrengthReport = components['schemas']['StrengthReport'];
export type SchemaSetRange = components['schemas']['SetRange'];
export type SchemaMuscleLandmarksInput = components['schemas']['MuscleLandmarksInput'];
export type SchemaLandmarksInput = components['schemas']['LandmarksInput'];
export type SchemaMuscleLandmarks = components['schemas']['MuscleLandmarks'];
export type SchemaLearnedVolume = components['schemas']['LearnedVolume'];
export type SchemaLandmarkTable = components['schemas']['LandmarkTable'];
export type SchemaAddedFatigue = components['schemas']['AddedFatigue'];
export type SchemaWeekOfSets = components['schemas']['WeekOfSets'];
export type SchemaSimulatedMuscle = components['schemas']['SimulatedMuscle'];
export type SchemaSimulationReport = components['schemas']['SimulationReport'];
export type SchemaProgressionSchemeId = components['schemas']['ProgressionSchemeId'];
export type SchemaSchemeSets = components['schemas']['SchemeSets'];
export type SchemaSchemeReps = components['schemas']['SchemeReps'];
export type SchemaIncrement = components['schemas']['Increment'];
export type SchemaMemoryProgression = components['schemas']['MemoryProgression'];
export type SchemaLinearProgression = components['schemas']['LinearProgression'];
export type SchemaDoubleProgression = components['schemas']['DoubleProgression'];
export type SchemaSumProgression = components['schemas']['SumProgression'];
export type SchemaRpeProgression = components['schemas']['RpeProgression'];
export type SchemaTwoForTwoProgression = components['schemas']['TwoForTwoProgression'];
export type SchemaFiveThreeOneProgression = components['schemas']['FiveThreeOneProgression'];
export type SchemaGzclpProgression = components['schemas']['GzclpProgression'];
export type SchemaApreProgression = components['schemas']['ApreProgression'];
export type SchemaProgressionScheme = components['schemas']['ProgressionScheme'];
export type SchemaExerciseProgression = components['schemas']['ExerciseProgression'];
export type SchemaChosenProgressionList = components['schemas']['ChosenProgressionList'];
export type SchemaPrescribedSet = components['schemas']['PrescribedSet'];
export type SchemaIfMissed = components['schemas']['IfMissed'];
export type SchemaDeloadOffer = components['schemas']['DeloadOffer'];
export type SchemaPrescription = components['schemas']['Prescription'];
export type SchemaExpectedOneRepMax = components['schemas']['ExpectedOneRepMax'];
export type SchemaUnknownPrescription = components['schemas']['UnknownPrescription'];
export type SchemaNextPrescription = components['schemas']['NextPrescription'];
export type SchemaProgressionReport = components['schemas']['ProgressionReport'];
export type SchemaDoubtedSets = components['schemas']['DoubtedSets'];
export type SchemaDoubtedSet = components['schemas']['DoubtedSet'];
export type SchemaWorkoutRequest = components['schemas']['WorkoutRequest'];
export type SchemaRecommendedExercise = components['schemas']['RecommendedExercise'];
export type SchemaOmission = components['schemas']['Omission'];
export type SchemaEmptyWorkout = components['schemas']['EmptyWorkout'];
export type SchemaWorkoutRecommendation = components['schemas']['WorkoutRecommendation'];
export type SchemaMeasurementKind = components['schemas']['MeasurementKind'];
export type SchemaLengthUnit = components['schemas']['LengthUnit'];
export type SchemaMeasurementUnit = components['schemas']['MeasurementUnit'];
export type SchemaMeasurementInput = components['schemas']['MeasurementInput'];
export type SchemaMeasurement = components['schemas']['Measurement'];
export type SchemaMeasurementList = components['schemas']['MeasurementList'];
export type SchemaResetToken = components['schemas']['ResetToken'];
export type SchemaTimeZone = components['schemas']['TimeZone'];
export type SchemaWorkoutTimeZone = components['schemas']['WorkoutTimeZone'];
export type SchemaDayStartHour = components['schemas']['DayStartHour'];
export type SchemaWeekStart = components['schemas']['WeekStart'];
export type SchemaSex = components['schemas']['Sex'];
export type SchemaTrainingExperience = components['schemas']['TrainingExperience'];
export type SchemaTrainingGoal = components['schemas']['TrainingGoal'];
export type SchemaWorkoutsPerWeek = components['schemas']['WorkoutsPerWeek'];
export type SchemaBodyweightGoal = components['schemas']['BodyweightGoal'];
export type SchemaCompetitionDay = components['schemas']['CompetitionDay'];
export type SchemaBirthYear = components['schemas']['BirthYear'];
export type SchemaAvailableEquipment = components['schemas']['AvailableEquipment'];
export type SchemaPlates = components['schemas']['Plates'];
export type SchemaPlatePairs = components['schemas']['PlatePairs'];
export type SchemaPasswordReset = components['schemas']['PasswordReset'];
export type SchemaPasswordChange = components['schemas']['PasswordChange'];
export type SchemaUser = components['schemas']['User'];
export type SchemaUserPatch = components['schemas']['UserPatch'];
export type SchemaAccountExport = components['schemas']['AccountExport'];
export type SchemaChosenProgression = components['schemas']['ChosenProgression'];
export type SchemaOwnLandmarks = components['schemas']['OwnLandmarks'];
export type SchemaRememberedName = components['schemas']['RememberedName'];
export type SchemaProgramRevision = components['schemas']['ProgramRevision'];
export type SchemaSyncOp = components['schemas']['SyncOp'];
export type SchemaBaseRevision = components['schemas']['BaseRevision'];
export type SchemaWorkoutMutation = components['schemas']['WorkoutMutation'];
export type SchemaExerciseMutation = components['schemas']['ExerciseMutation'];
export type SchemaMeasurementMutation = components['schemas']['MeasurementMutation'];
export type SchemaProgramMutation = components['schemas']['ProgramMutation'];
export type SchemaRunMutation = components['schemas']['RunMutation'];
export type SchemaSyncMutation = components['schemas']['SyncMutation'];
export type SchemaSyncPush = components['schemas']['SyncPush'];
export type SchemaWorkoutChange = components['schemas']['WorkoutChange'];
export type SchemaExerciseChange = components['schemas']['ExerciseChange'];
export type SchemaMeasurementChange = components['schemas']['MeasurementChange'];
export type SchemaProgramChange = components['schemas']['ProgramChange'];
export type SchemaRunChange = components['schemas']['RunChange'];
export type SchemaSyncChange = components['schemas']['SyncChange'];
export type SchemaSyncChanges = components['schemas']['SyncChanges'];
export type SchemaAppliedMutation = components['schemas']['AppliedMutation'];
export type SchemaConflictingMutation = components['schemas']['ConflictingMutation'];
export type SchemaRejectedMutation = components['schemas']['RejectedMutation'];
export type SchemaSyncResult = components['schemas']['SyncResult'];
export type SchemaEpoch = components['schemas']['Epoch'];
export type SchemaSyncPushed = components['schemas']['SyncPushed'];
export type SchemaImportUpload = components['schemas']['ImportUpload'];
export type SchemaDayOrder = components['schemas']['DayOrder'];
export type SchemaImportFormat = components['schemas']['ImportFormat'];
export type SchemaExportFormat = components['schemas']['ExportFormat'];
export type SchemaImportStatus = components['schemas']['ImportStatus'];
export type SchemaUnitBasis = components['schemas']['UnitBasis'];
export type SchemaWeightUnitFinding = components['schemas']['WeightUnitFinding'];
export type SchemaDistanceUnitFinding = components['schemas']['DistanceUnitFinding'];
export type SchemaDayRange = components['schemas']['DayRange'];
export type SchemaImportCount = components['schemas']['ImportCount'];
export type SchemaCertainty = components['schemas']['Certainty'];
export type SchemaExerciseDraft = components['schemas']['ExerciseDraft'];
export type SchemaImportCandidate = components['schemas']['ImportCandidate'];
export type SchemaImportedName = components['schemas']['ImportedName'];
export type SchemaImportDuplicate = components['schemas']['ImportDuplicate'];
export type SchemaImportProblem = components['schemas']['ImportProblem'];
export type SchemaImportSnap = components['schemas']['ImportSnap'];
export type SchemaImportSnaps = components['schemas']['ImportSnaps'];
export type SchemaImportWritten = components['schemas']['ImportWritten'];
export type SchemaImportSettings = components['schemas']['ImportSettings'];
export type SchemaImportKept = components['schemas']['ImportKept'];
export type SchemaImportUndone = components['schemas']['ImportUndone'];
export type SchemaImport = components['schemas']['Import'];
export type SchemaImportMapping = components['schemas']['ImportMapping'];
export type SchemaImportCorrections = components['schemas']['ImportCorrections'];
export type SchemaLiveness = components['schemas']['Liveness'];
export type SchemaReadiness = components['schemas']['Readiness'];
export type SchemaOpenApiDocument = components['schemas']['OpenApiDocument'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponseNotStarted = components['responses']['NotStarted'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseGone = components['responses']['Gone'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseValidationFailed = components['responses']['ValidationFailed'];
export type ResponsePreconditionRequired = components['responses']['PreconditionRequired'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ParameterId = components['parameters']['Id'];
export type ParameterExercisePathId = components['parameters']['ExercisePathId'];
export type ParameterProgramPathId = components['parameters']['ProgramPathId'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterFrom = components['parameters']['From'];
export type ParameterTo = components['parameters']['To'];
export type ParameterUnit = components['parameters']['Unit'];
export type ParameterCurrentPassword = components['parameters']['CurrentPassword'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type HeaderXRequestId = components['headers']['XRequestId'];
export type HeaderNoSniff = components['headers']['NoSniff'];
export type HeaderStrictTransport = components['headers']['StrictTransport'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderCurrentETag = components['headers']['CurrentETag'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderReferenceLocation = components['headers']['ReferenceLocation'];
export type HeaderLink = components['headers']['Link'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimitPolicy'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderWwwAuthenticate = components['headers']['WwwAuthenticate'];
export type HeaderAllow = components['headers']['Allow'];
export type HeaderNoStore = components['headers']['NoStore'];
export type HeaderPrivateCache = components['headers']['PrivateCache'];
export type HeaderPublicCache = components['headers']['PublicCache'];
export type HeaderSharedCache = components['headers']['SharedCache'];
export type HeaderImmutableCache = components['headers']['ImmutableCache'];
export type HeaderAssetCache = components['headers']['AssetCache'];
export type HeaderRevalidated = components['headers']['Revalidated'];
export type HeaderVary = components['headers']['Vary'];
export type HeaderIdempotencyReplayed = components['headers']['IdempotencyReplayed'];
export type HeaderContentDisposition = components['headers']['ContentDisposition'];
export type HeaderReferrerPolicy = components['headers']['ReferrerPolicy'];
export type HeaderContentSecurityPolicy = components['headers']['ContentSecurityPolicy'];
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "correct horse battery",
                 *       "displayName": "Ada",
                 *       "timeZone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description The account, and the tokens of its first session. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "correct horse battery",
                 *       "device": "Ada's phone"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The tokens of the new session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "q0Yb1nqfJ9pT3dFJv8m3rO2kq0mZb7o8b1w4s5t6u7A"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshInput"];
            };
        };
        responses: {
            /** @description New tokens of the same session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "q0Yb1nqfJ9pT3dFJv8m3rO2kq0mZb7o8b1w4s5t6u7A",
                 *       "newPassword": "wrong donkey capacitor"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The password is set. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getResetPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>New password</title> */
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    validateSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is valid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "valid": true,
                     *       "user": {
                     *         "id": "0193a5c0-11aa-7b22-8c33-5d44e6f7a801",
                     *         "email": "ada@example.com",
                     *         "displayName": "Ada",
                     *         "unit": "kg",
                     *         "distanceUnit": "km",
                     *         "timeZone": "Europe/Berlin",
                     *         "dayStartHour": 0,
                     *         "weekStart": "monday",
                     *         "revision": 1,
                     *         "createdAt": "2026-11-20T16:50:00.000Z",
                     *         "updatedAt": "2026-11-20T16:50:00.000Z"
                     *       },
                     *       "session": {
                     *         "id": "0193a5c0-11ab-7c01-9d10-0a1b2c3d4e5f",
                     *         "current": true,
                     *         "device": "Ada's phone",
                     *         "createdAt": "2026-11-20T16:50:00.000Z",
                     *         "lastUsedAt": "2026-11-20T17:00:00.000Z",
                     *         "expiresAt": "2027-01-19T16:50:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionValidity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193a5c0-11ab-7c01-9d10-0a1b2c3d4e5f",
                     *           "current": true,
                     *           "device": "Ada's phone",
                     *           "createdAt": "2026-11-20T16:50:00.000Z",
                     *           "lastUsedAt": "2026-11-20T17:00:00.000Z",
                     *           "expiresAt": "2027-01-19T16:50:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExercises: {
        parameters: {
            query?: {
                /**
                 * @description Words of the name or of an alias, in any order; each may be just the beginning of a word. Letter
                 *     case, accents, plurals and spelling (`push up`, `pushup`) don't matter; if few names match, typing
                 *     errors are tolerated.
                 * @example bench barbell
                 */
                q?: string;
                /** @description Only exercises that engage this muscle. */
                muscle?: components["schemas"]["Muscle"];
                /** @description The minimum engagement of `muscle`, in percent. Requires `muscle`; otherwise 422. */
                minEngagement?: number;
                /** @description Only exercises that use one of these. */
                equipment?: components["schemas"]["Equipment"][];
                /** @description Only exercises in this category. */
                category?: components["schemas"]["ExerciseCategory"];
                /** @description Only exercises of this movement pattern. */
                pattern?: components["schemas"]["MovementPattern"];
                /** @description Only compound or only isolation exercises. */
                mechanic?: components["schemas"]["Mechanic"];
                /** @description Only exercises of this difficulty. */
                difficulty?: components["schemas"]["Difficulty"];
                /** @description Only the built-in ones, or only the user's own. */
                source?: components["schemas"]["ExerciseSource"];
                /**
                 * @description The default is `relevance` with `q`, and `name` without it.
                 *
                 *     - `relevance`, which requires `q`: exact names, then names that begin with the query, names that
                 *       contain its words, aliases, names in other languages, and similar spellings; ties go to what the
                 *       user logs most, then to what is most popular.
                 *     - `recent`: most recently done first, then those never done, by name.
                 *     - `engagement`, which requires `muscle`: highest engagement of that muscle first.
                 */
                sort?: "relevance" | "name" | "recent" | "engagement";
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exercises. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["SharedCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "barbell-bench-press",
                     *           "source": "builtin",
                     *           "name": "Barbell Bench Press",
                     *           "aliases": [
                     *             "Bench Press (Barbell)"
                     *           ],
                     *           "category": "push",
                     *           "pattern": "horizontal_push",
                     *           "mechanic": "compound",
                     *           "force": "push",
                     *           "equipment": "barbell",
                     *           "difficulty": "intermediate",
                     *           "tracking": "weight_reps",
                     *           "unilateral": false,
                     *           "perHand": false,
                     *           "bodyweightShare": 0,
                     *           "cues": [
                     *             "Pull the shoulder blades together and down."
                     *           ],
                     *           "engagement": [
                     *             {
                     *               "muscle": "chest",
                     *               "percent": 90,
                     *               "role": "primary"
                     *             },
                     *             {
                     *               "muscle": "triceps",
                     *               "percent": 45,
                     *               "role": "secondary"
                     *             },
                     *             {
                     *               "muscle": "front_delts",
                     *               "percent": 40,
                     *               "role": "secondary"
                     *             }
                     *           ],
                     *           "revision": 1,
                     *           "createdAt": "2026-11-20T16:00:00.000Z",
                     *           "updatedAt": "2026-11-20T16:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExerciseList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createExercise: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExerciseInput"];
            };
        };
        responses: {
            /** @description The new exercise. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exercise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["SharedCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceExercise: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Landmine Squat",
                 *       "category": "legs",
                 *       "equipment": "landmine",
                 *       "tracking": "weight_reps",
                 *       "engagement": [
                 *         {
                 *           "muscle": "quads",
                 *           "percent": 80
                 *         },
                 *         {
                 *           "muscle": "glutes",
                 *           "percent": 50
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ExerciseInput"];
            };
        };
        responses: {
            /** @description The updated exercise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteExercise: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exercise has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreExercise: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The restored exercise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMuscles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every muscle, grouped by part of the body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "muscle": "chest",
                     *           "group": "chest",
                     *           "name": "Chest"
                     *         },
                     *         {
                     *           "muscle": "side_delts",
                     *           "group": "shoulders",
                     *           "name": "Side delts"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MuscleList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWorkouts: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description Only workouts that contain this exercise. */
                exerciseId?: components["schemas"]["ExerciseId"];
                /**
                 * @description Text in the name or in the notes of the workout, its exercises or its sets. Letter case and accents
                 *     don't matter.
                 */
                q?: string;
                /** @description In progress (no `endedAt`), or completed. */
                status?: components["schemas"]["WorkoutStatus"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workouts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                     *           "name": "Push A",
                     *           "startedAt": "2026-11-20T17:02:00.000Z",
                     *           "endedAt": "2026-11-20T18:05:00.000Z",
                     *           "timeZone": "Europe/Berlin",
                     *           "notes": "felt strong",
                     *           "energy": 4,
                     *           "exertion": 7.5,
                     *           "bodyweight": {
                     *             "value": 82.4,
                     *             "unit": "kg"
                     *           },
                     *           "exercises": [
                     *             {
                     *               "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02",
                     *               "exerciseId": "barbell-bench-press",
                     *               "supersetGroup": 1,
                     *               "notes": "pause reps",
                     *               "sets": [
                     *                 {
                     *                   "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03",
                     *                   "type": "warmup",
                     *                   "weight": {
                     *                     "value": 60,
                     *                     "unit": "kg"
                     *                   },
                     *                   "reps": 8
                     *                 },
                     *                 {
                     *                   "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04",
                     *                   "type": "normal",
                     *                   "weight": {
                     *                     "value": 100,
                     *                     "unit": "kg"
                     *                   },
                     *                   "reps": 5,
                     *                   "rpe": 8.5,
                     *                   "restSeconds": 180,
                     *                   "completedAt": "2026-11-20T17:20:00.000Z",
                     *                   "target": {
                     *                     "reps": {
                     *                       "min": 5,
                     *                       "max": 8
                     *                     },
                     *                     "rpe": 8
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "totals": {
                     *             "volume": {
                     *               "value": 500,
                     *               "unit": "kg"
                     *             },
                     *             "sets": 1,
                     *             "reps": 5,
                     *             "durationSeconds": 3780
                     *           },
                     *           "revision": 1,
                     *           "createdAt": "2026-11-20T18:05:02.000Z",
                     *           "updatedAt": "2026-11-20T18:05:02.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkoutList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWorkout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkoutInput"];
            };
        };
        responses: {
            /** @description The stored workout. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWorkout: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceWorkout: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkoutInput"];
            };
        };
        responses: {
            /** @description The updated workout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWorkout: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workout has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWorkoutRevisions: {
        parameters: {
            query?: {
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of revisions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "revision": 1,
                     *           "replacedAt": "2026-11-20T18:06:00.000Z",
                     *           "reason": "replaced",
                     *           "workout": {
                     *             "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                     *             "name": "Push A",
                     *             "startedAt": "2026-11-20T17:02:00.000Z",
                     *             "endedAt": "2026-11-20T18:05:00.000Z",
                     *             "timeZone": "Europe/Berlin",
                     *             "notes": "felt strong",
                     *             "energy": 4,
                     *             "exertion": 7.5,
                     *             "bodyweight": {
                     *               "value": 82.4,
                     *               "unit": "kg"
                     *             },
                     *             "exercises": [
                     *               {
                     *                 "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02",
                     *                 "exerciseId": "barbell-bench-press",
                     *                 "supersetGroup": 1,
                     *                 "notes": "pause reps",
                     *                 "sets": [
                     *                   {
                     *                     "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03",
                     *                     "type": "warmup",
                     *                     "weight": {
                     *                       "value": 60,
                     *                       "unit": "kg"
                     *                     },
                     *                     "reps": 8
                     *                   },
                     *                   {
                     *                     "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04",
                     *                     "type": "normal",
                     *                     "weight": {
                     *                       "value": 100,
                     *                       "unit": "kg"
                     *                     },
                     *                     "reps": 5,
                     *                     "rpe": 8.5,
                     *                     "restSeconds": 180,
                     *                     "completedAt": "2026-11-20T17:20:00.000Z",
                     *                     "target": {
                     *                       "reps": {
                     *                         "min": 5,
                     *                         "max": 8
                     *                       },
                     *                       "rpe": 8
                     *                     }
                     *                   }
                     *                 ]
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkoutRevisionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreWorkout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": components["schemas"]["RestoreInput"];
            };
        };
        responses: {
            /** @description The restored workout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPrograms: {
        parameters: {
            query?: {
                /** @description Only the built-in ones, or only the user's own. */
                source?: components["schemas"]["ExerciseSource"];
                /** @description Only programs with this number of sessions a week. */
                sessionsPerWeek?: number;
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of programs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProgram: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramInput"];
            };
        };
        responses: {
            /** @description The new program. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProgram: {
        parameters: {
            query?: {
                /** @description An earlier revision. */
                revision?: number;
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in program, or the ID of one of the user's own.
                 * @example 531-boring-but-big
                 */
                id: components["parameters"]["ProgramPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The program. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceProgram: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in program, or the ID of one of the user's own.
                 * @example 531-boring-but-big
                 */
                id: components["parameters"]["ProgramPathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramInput"];
            };
        };
        responses: {
            /** @description The updated program. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteProgram: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in program, or the ID of one of the user's own.
                 * @example 531-boring-but-big
                 */
                id: components["parameters"]["ProgramPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The program has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewProgram: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramPreviewRequest"];
            };
        };
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    planProgram: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramPlanRequest"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    convertProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramFile"];
            };
        };
        responses: {
            /** @description The programs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConvertedPrograms"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProgramFromWorkout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramFromWorkout"];
            };
        };
        responses: {
            /** @description The new program. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunInput"];
            };
        };
        responses: {
            /** @description The new run. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRun: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceRun: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunInput"];
            };
        };
        responses: {
            /** @description The updated run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteRun: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunDecision"];
            };
        };
        responses: {
            /** @description The run, with its new state. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getNextWorkout: {
        parameters: {
            query?: {
                /** @description A week of the program. */
                week?: components["schemas"]["ProgramKey"];
                /** @description A day of the program. */
                day?: components["schemas"]["ProgramKey"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextWorkout"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startRunWorkout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartInput"];
            };
        };
        responses: {
            /** @description The workout. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["NotStarted"];
            410: components["responses"]["Gone"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdherence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adherence"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getVolume: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description How the range is divided. The first and the last bucket may be incomplete. */
                bucket?: components["schemas"]["BucketSize"];
                /** @description Only this muscle. */
                muscle?: components["schemas"]["Muscle"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Volume and hard sets, for the whole range and for each bucket. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProgress: {
        parameters: {
            query?: {
                /**
                 * @description The exercise. If left out, all training.
                 * @example barbell-bench-press
                 */
                exerciseId?: components["schemas"]["ExerciseId"];
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description How a one-rep max is estimated from weight and reps. Has no effect without `exerciseId`. */
                formula?: components["schemas"]["OneRepMaxFormula"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress of the exercise, or of all training. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRecords: {
        parameters: {
            query?: {
                /**
                 * @description The exercise. If left out, all exercises.
                 * @example barbell-bench-press
                 */
                exerciseId?: components["schemas"]["ExerciseId"];
                /** @description Only records of this kind. */
                kind?: components["schemas"]["PersonalRecordKind"];
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description How a one-rep max is estimated from weight and reps. */
                formula?: components["schemas"]["OneRepMaxFormula"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
                /**
                 * @description The maximum number of records on a page. Has no effect with `exerciseId`, whose records are not
                 *     paged.
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordsReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFatigue: {
        parameters: {
            query?: {
                /**
                 * @description The requested time; now by default. May be up to ten years ahead.
                 * @example 2026-11-21T06:00:00.000Z
                 */
                at?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fatigue and readiness of every muscle. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FatigueReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportSoreness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A muscle of the taxonomy.
                 * @example quads
                 */
                muscle: components["schemas"]["Muscle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "soreness": 6,
                 *       "at": "2026-11-21T06:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["SorenessInput"];
            };
        };
        responses: {
            /** @description The stored report. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Soreness"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSoreness: {
        parameters: {
            query: {
                /**
                 * @description The instant of the report.
                 * @example 2026-11-21T06:00:00.000Z
                 */
                at: components["schemas"]["Instant"];
            };
            header?: never;
            path: {
                /**
                 * @description A muscle of the taxonomy.
                 * @example quads
                 */
                muscle: components["schemas"]["Muscle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSoreness: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "muscle": "quads",
                     *           "soreness": 6,
                     *           "at": "2026-11-21T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SorenessList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSummary"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingLoad: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The load of each day. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingLoadReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStrength: {
        parameters: {
            query?: {
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description How a one-rep max is estimated from weight and reps. */
                formula?: components["schemas"]["OneRepMaxFormula"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lifts, totals and points. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLandmarks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The landmarks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandmarkTable"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceLandmarks: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "muscle": "chest",
                 *           "mv": 6,
                 *           "mev": 8,
                 *           "mav": {
                 *             "min": 10,
                 *             "max": 16
                 *           },
                 *           "mrv": 20
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["LandmarksInput"];
            };
        };
        responses: {
            /** @description The updated landmarks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandmarkTable"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    simulateWorkout: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkoutInput"];
            };
        };
        responses: {
            /** @description Volume, sets and fatigue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExerciseProgression: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheme. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseProgression"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    chooseProgression: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheme": "double",
                 *       "sets": 3,
                 *       "minReps": 8,
                 *       "maxReps": 12,
                 *       "increment": {
                 *         "value": 2.5,
                 *         "unit": "kg"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProgressionScheme"];
            };
        };
        responses: {
            /** @description The updated scheme. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseProgression"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetProgression: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The slug of a built-in exercise, or the ID of a custom one.
                 * @example barbell-bench-press
                 */
                id: components["parameters"]["ExercisePathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The default applies. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProgressions: {
        parameters: {
            query?: {
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of choices. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "exerciseId": "barbell-bench-press",
                     *           "progression": {
                     *             "scheme": "double",
                     *             "sets": 3,
                     *             "minReps": 8,
                     *             "maxReps": 12,
                     *             "increment": {
                     *               "value": 2.5,
                     *               "unit": "kg"
                     *             }
                     *           },
                     *           "since": "2026-11-20T17:00:00.000Z",
                     *           "revision": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChosenProgressionList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProgression: {
        parameters: {
            query?: {
                /**
                 * @description The exercise. If left out, every exercise trained in the last four weeks.
                 * @example barbell-bench-press
                 */
                exerciseId?: components["schemas"]["ExerciseId"];
                /**
                 * @description The time of the workout; now by default. Later workouts are ignored. May be up to ten years
                 *     ahead.
                 * @example 2026-11-22T17:00:00.000Z
                 */
                at?: components["schemas"]["Instant"];
                /** @description How a one-rep max is estimated from weight and reps. */
                formula?: components["schemas"]["OneRepMaxFormula"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prescriptions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressionReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recommendWorkout: {
        parameters: {
            query?: {
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 60,
                 *       "equipment": [
                 *         "barbell",
                 *         "dumbbell",
                 *         "bodyweight"
                 *       ],
                 *       "focus": [
                 *         "chest"
                 *       ],
                 *       "avoid": [
                 *         "lower_back"
                 *       ],
                 *       "exclude": [
                 *         "barbell-deadlift"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkoutRequest"];
            };
        };
        responses: {
            /** @description The recommended workout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkoutRecommendation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMeasurements: {
        parameters: {
            query?: {
                /** @description Only measurements of this kind. */
                kind?: components["schemas"]["MeasurementKind"];
                /**
                 * @description The first day (inclusive), one of the user's own days.
                 * @example 2026-09-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description The last day (inclusive), one of the user's own days.
                 * @example 2026-11-20
                 */
                to?: components["parameters"]["To"];
                /** @description The maximum number of items on a page. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the previous page, with the same filters. Opaque; any other string gets 422
                 *     (`invalid_cursor` if it looks like a cursor).
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of measurements. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193a5c1-2f00-7a00-8b00-0c0d0e0f1011",
                     *           "kind": "bodyweight",
                     *           "value": 82.4,
                     *           "unit": "kg",
                     *           "measuredAt": "2026-11-20T06:30:00.000Z",
                     *           "revision": 1,
                     *           "createdAt": "2026-11-20T06:30:05.000Z",
                     *           "updatedAt": "2026-11-20T06:30:05.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeasurementList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "bodyweight",
                 *       "value": 82.4,
                 *       "unit": "kg",
                 *       "measuredAt": "2026-11-20T06:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["MeasurementInput"];
            };
        };
        responses: {
            /** @description The new measurement. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measurement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceMeasurement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "body_fat",
                 *       "value": 17.5,
                 *       "unit": "percent",
                 *       "measuredAt": "2026-11-20T06:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["MeasurementInput"];
            };
        };
        responses: {
            /** @description The updated measurement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMeasurement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measurement has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The restored measurement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The account's current password as percent-encoded UTF-8, as produced by `encodeURIComponent`: headers
                 *     are limited to ASCII, and some proxies and clients drop the body of a `DELETE`.
                 * @example correct%20horse%20battery
                 */
                "X-Current-Password": components["parameters"]["CurrentPassword"];
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account has been deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on, or `*`. 428 if missing, 412 if stale.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "lb",
                 *       "timeZone": "America/Chicago",
                 *       "birthYear": null
                 *     }
                 */
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description The updated profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery",
                 *       "newPassword": "wrong donkey capacitor"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The tokens of the only session left. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "replog",
                     *       "version": 1,
                     *       "exportedAt": "2026-11-20T20:00:00.000Z",
                     *       "user": {
                     *         "id": "0193a5c0-11aa-7b22-8c33-5d44e6f7a801",
                     *         "email": "ada@example.com",
                     *         "displayName": "Ada",
                     *         "unit": "kg",
                     *         "distanceUnit": "km",
                     *         "timeZone": "Europe/Berlin",
                     *         "dayStartHour": 0,
                     *         "weekStart": "monday",
                     *         "revision": 1,
                     *         "createdAt": "2026-11-20T16:50:00.000Z",
                     *         "updatedAt": "2026-11-20T16:50:00.000Z"
                     *       },
                     *       "exercises": [],
                     *       "workouts": [
                     *         {
                     *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                     *           "name": "Push A",
                     *           "startedAt": "2026-11-20T17:02:00.000Z",
                     *           "endedAt": "2026-11-20T18:05:00.000Z",
                     *           "timeZone": "Europe/Berlin",
                     *           "notes": "felt strong",
                     *           "energy": 4,
                     *           "exertion": 7.5,
                     *           "bodyweight": {
                     *             "value": 82.4,
                     *             "unit": "kg"
                     *           },
                     *           "exercises": [
                     *             {
                     *               "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02",
                     *               "exerciseId": "barbell-bench-press",
                     *               "supersetGroup": 1,
                     *               "notes": "pause reps",
                     *               "sets": [
                     *                 {
                     *                   "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03",
                     *                   "type": "warmup",
                     *                   "weight": {
                     *                     "value": 60,
                     *                     "unit": "kg"
                     *                   },
                     *                   "reps": 8
                     *                 },
                     *                 {
                     *                   "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04",
                     *                   "type": "normal",
                     *                   "weight": {
                     *                     "value": 100,
                     *                     "unit": "kg"
                     *                   },
                     *                   "reps": 5,
                     *                   "rpe": 8.5,
                     *                   "restSeconds": 180,
                     *                   "completedAt": "2026-11-20T17:20:00.000Z",
                     *                   "target": {
                     *                     "reps": {
                     *                       "min": 5,
                     *                       "max": 8
                     *                     },
                     *                     "rpe": 8
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "totals": {
                     *             "volume": {
                     *               "value": 500,
                     *               "unit": "kg"
                     *             },
                     *             "sets": 1,
                     *             "reps": 5,
                     *             "durationSeconds": 3780
                     *           },
                     *           "revision": 1,
                     *           "createdAt": "2026-11-20T18:05:02.000Z",
                     *           "updatedAt": "2026-11-20T18:05:02.000Z"
                     *         }
                     *       ],
                     *       "measurements": []
                     *     }
                     */
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pullChanges: {
        parameters: {
            query?: {
                /** @description The maximum number of changes on a page. */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page. Opaque; any other string gets 422 (`invalid_cursor` if it looks
                 *     like a cursor).
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "resource": "workout",
                     *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                     *           "op": "put",
                     *           "revision": 1,
                     *           "value": {
                     *             "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                     *             "name": "Push A",
                     *             "startedAt": "2026-11-20T17:02:00.000Z",
                     *             "timeZone": "Europe/Berlin",
                     *             "exercises": [
                     *               {
                     *                 "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02",
                     *                 "exerciseId": "barbell-bench-press",
                     *                 "sets": [
                     *                   {
                     *                     "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04",
                     *                     "type": "normal",
                     *                     "weight": {
                     *                       "value": 100,
                     *                       "unit": "kg"
                     *                     },
                     *                     "reps": 5
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "totals": {
                     *               "volume": {
                     *                 "value": 500,
                     *                 "unit": "kg"
                     *               },
                     *               "sets": 1,
                     *               "reps": 5
                     *             },
                     *             "revision": 1,
                     *             "createdAt": "2026-11-20T18:05:02.000Z",
                     *             "updatedAt": "2026-11-20T18:05:02.000Z"
                     *           }
                     *         },
                     *         {
                     *           "resource": "measurement",
                     *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d09",
                     *           "op": "delete",
                     *           "revision": 2
                     *         }
                     *       ],
                     *       "nextCursor": "eyJlcG9jaCI6IjAxOTMiLCJzZXEiOjQyfQ",
                     *       "hasMore": false,
                     *       "epoch": "6f1f3c52-9a40-4a55-8d1c-54e1f7a60b11",
                     *       "seq": 42
                     *     }
                     */
                    "application/json": components["schemas"]["SyncChanges"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pushMutations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mutations": [
                 *         {
                 *           "mutationId": "0193a5c2-9a40-7a55-8d1c-54e1f7a60b11",
                 *           "resource": "workout",
                 *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *           "op": "put",
                 *           "baseRevision": 0,
                 *           "value": {
                 *             "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01",
                 *             "name": "Push A",
                 *             "startedAt": "2026-11-20T17:02:00.000Z",
                 *             "exercises": [
                 *               {
                 *                 "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02",
                 *                 "exerciseId": "barbell-bench-press",
                 *                 "sets": [
                 *                   {
                 *                     "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d04",
                 *                     "type": "normal",
                 *                     "weight": {
                 *                       "value": 100,
                 *                       "unit": "kg"
                 *                     },
                 *                     "reps": 5
                 *                   }
                 *                 ]
                 *               }
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "mutationId": "0193a5c2-9a40-7a55-8d1c-54e1f7a60b12",
                 *           "resource": "measurement",
                 *           "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d09",
                 *           "op": "delete",
                 *           "baseRevision": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncPush"];
            };
        };
        responses: {
            /** @description A result for each mutation, in the same order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "outcome": "applied",
                     *           "mutationId": "0193a5c2-9a40-7a55-8d1c-54e1f7a60b11",
                     *           "revision": 1
                     *         },
                     *         {
                     *           "outcome": "conflict",
                     *           "mutationId": "0193a5c2-9a40-7a55-8d1c-54e1f7a60b12",
                     *           "current": {
                     *             "resource": "measurement",
                     *             "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d09",
                     *             "op": "put",
                     *             "revision": 2,
                     *             "value": {
                     *               "id": "0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d09",
                     *               "kind": "bodyweight",
                     *               "value": 82.4,
                     *               "unit": "kg",
                     *               "measuredAt": "2026-11-20T06:30:00.000Z",
                     *               "revision": 2,
                     *               "createdAt": "2026-11-20T06:30:02.000Z",
                     *               "updatedAt": "2026-11-20T07:10:00.000Z"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "epoch": "6f1f3c52-9a40-4a55-8d1c-54e1f7a60b11"
                     *     }
                     */
                    "application/json": components["schemas"]["SyncPushed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["Gone"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `id` of the last event received. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 42
                     *     data: {"seq":42}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n2026-08-04,Lat Pulldown,Back,35.0,kgs,10,,,,\n",
                 *       "timezone": "Europe/Berlin",
                 *       "unit": "kg"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["ImportUpload"];
            };
        };
        responses: {
            /** @description What importing the file would do. Nothing has been written. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import, undone or discarded. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A string chosen by the client, unique per logical request, preferably a UUID. Sent again with the same
                 *     body within 24 hours, it returns the first response again; with a different body, 422
                 *     `idempotency_key_reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ID of the resource.
                 * @example 0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "mappings": [
                 *         {
                 *           "name": "Lat Pulldown",
                 *           "exerciseId": "lat-pulldown"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ImportCorrections"];
            };
        };
        responses: {
            /** @description The committed import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportWorkouts: {
        parameters: {
            query: {
                /**
                 * @description The format to write.
                 * @example strong
                 */
                format: components["schemas"]["ExportFormat"];
                /** @description The unit of the figures. The default is the profile's. */
                unit?: components["parameters"]["Unit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PrivateCache"];
                    Vary: components["headers"]["Vary"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment */
                    "text/csv": string;
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "alive"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server is ready. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # HELP http_requests_total Completed requests, by operation of the contract, method and status.
                     *     # TYPE http_requests_total counter
                     *     http_requests_total{operation="getWorkout",method="GET",status="200"} 42
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getContractYaml: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1",
                     *       "info": {
                     *         "title": "Replog API",
                     *         "version": "0.1.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/yaml": components["schemas"]["OpenApiDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getContractJson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1",
                     *       "info": {
                     *         "title": "Replog API",
                     *         "version": "0.1.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getRoot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app's page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Replog</title> */
                    "text/html": string;
                };
            };
            /** @description The app is turned off. `Location` is the API reference. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    Location: components["headers"]["ReferenceLocation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getServiceWorker: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example addEventListener('fetch', () => {}) */
                    "text/javascript": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getAppAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The file name.
                 * @example icon.svg
                 */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["ImmutableCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example export {} */
                    "text/javascript": string;
                    /** @example body { margin: 0 } */
                    "text/css": string;
                    /** @example wOF2 */
                    "font/woff2": string;
                    /** @example <svg xmlns="http://www.w3.org/2000/svg"/> */
                    "image/svg+xml": string;
                    /** @example PNG */
                    "image/png": string;
                    /**
                     * @example {
                     *       "chest": "M0 0z"
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                    /** @example { "name": "Replog" } */
                    "application/manifest+json": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    Vary: components["headers"]["Vary"];
                    "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Replog API</title> */
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
    getReferenceAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the client has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The file name.
                 * @example swagger-ui-bundle.js
                 */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Content-Type-Options": components["headers"]["NoSniff"];
                    "Strict-Transport-Security": components["headers"]["StrictTransport"];
                    "Cache-Control": components["headers"]["AssetCache"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example export {} */
                    "text/javascript": string;
                    /** @example .swagger-ui { color: #3b4151 } */
                    "text/css": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
        };
    };
}

/** Every schema of the contract, by name. */
export type Schemas = components['schemas']

/**
 * The facts that openapi-typescript's types don't contain: the security and its schemes, the query parameters with
 * a default, and the list whose items are validated one by one.
 */
export interface OperationFacts {
  register: { security: 'none'; schemes: never; defaults: never; validated: never }
  login: { security: 'none'; schemes: never; defaults: never; validated: never }
  refresh: { security: 'none'; schemes: never; defaults: never; validated: never }
  resetPassword: { security: 'none'; schemes: never; defaults: never; validated: never }
  getResetPage: { security: 'none'; schemes: never; defaults: never; validated: never }
  logout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  validateSession: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listSessions: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  endSession: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listExercises: { security: 'optional'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  createExercise: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getExercise: { security: 'optional'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceExercise: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteExercise: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  restoreExercise: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listMuscles: { security: 'none'; schemes: never; defaults: never; validated: never }
  listWorkouts: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  createWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listWorkoutRevisions: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  restoreWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listPrograms: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  createProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  previewProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  planProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  convertProgram: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  createProgramFromWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listRuns: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  createRun: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getRun: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceRun: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteRun: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  decideRun: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getNextWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  startRunWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getAdherence: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getVolume: { security: 'required'; schemes: 'bearerAuth'; defaults: 'bucket'; validated: never }
  getProgress: { security: 'required'; schemes: 'bearerAuth'; defaults: 'formula'; validated: never }
  getRecords: { security: 'required'; schemes: 'bearerAuth'; defaults: 'formula' | 'limit'; validated: never }
  getFatigue: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  reportSoreness: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteSoreness: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listSoreness: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  getSummary: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getCalendar: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getTrainingLoad: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getStrength: { security: 'required'; schemes: 'bearerAuth'; defaults: 'formula'; validated: never }
  getLandmarks: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceLandmarks: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  simulateWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getExerciseProgression: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  chooseProgression: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  resetProgression: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listProgressions: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  getProgression: { security: 'required'; schemes: 'bearerAuth'; defaults: 'formula'; validated: never }
  recommendWorkout: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  listMeasurements: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  createMeasurement: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getMeasurement: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  replaceMeasurement: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteMeasurement: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  restoreMeasurement: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getMe: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  updateMe: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  deleteMe: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  changePassword: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  exportMe: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  pullChanges: { security: 'required'; schemes: 'bearerAuth'; defaults: 'limit'; validated: never }
  pushMutations: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: 'mutations' }
  streamEvents: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  createImport: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getImport: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  undoImport: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  commitImport: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  exportWorkouts: { security: 'required'; schemes: 'bearerAuth'; defaults: never; validated: never }
  getLiveness: { security: 'none'; schemes: never; defaults: never; validated: never }
  getReadiness: { security: 'none'; schemes: never; defaults: never; validated: never }
  getMetrics: { security: 'none'; schemes: never; defaults: never; validated: never }
  getContractYaml: { security: 'none'; schemes: never; defaults: never; validated: never }
  getContractJson: { security: 'none'; schemes: never; defaults: never; validated: never }
  getRoot: { security: 'none'; schemes: never; defaults: never; validated: never }
  getServiceWorker: { security: 'none'; schemes: never; defaults: never; validated: never }
  getAppAsset: { security: 'none'; schemes: never; defaults: never; validated: never }
  getReference: { security: 'none'; schemes: never; defaults: never; validated: never }
  getReferenceAsset: { security: 'none'; schemes: never; defaults: never; validated: never }
}
