import sys

import openapi_client as replog

configuration = replog.Configuration(host=sys.argv[1])
client = replog.ApiClient(configuration)
credentials = replog.Registration(email="openapi-generator@example.com", password="quiet marble kettles sing")
configuration.access_token = replog.AuthApi(client).register(credentials).access_token
workouts = replog.WorkoutsApi(client)
sets = [{"type": "normal", "weight": {"value": 100.25, "unit": "kg"}, "reps": 5}]
body = {"startedAt": "2026-11-20T17:02:00.000Z", "exercises": [{"exerciseId": "barbell-bench-press", "sets": sets}]}
created = workouts.create_workout(replog.WorkoutInput.from_dict(body))
workout = workouts.get_workout(created.id)
assert workout.exercises[0].sets[0].weight.value == 100.25, workout
body_fat = {"kind": "body_fat", "value": 17.5, "unit": "percent", "measuredAt": "2026-11-20T17:02:00.000Z"}
measurement = replog.MeasurementsApi(client).create_measurement(replog.MeasurementInput.from_dict(body_fat))
assert measurement.value == 17.5, measurement
profile = replog.UsersApi(client).update_me("*", replog.UserPatch.from_dict({"unit": "lb", "sex": "female"}))
assert profile.unit == "lb", profile
replog.AnalyticsApi(client).get_volume(var_from="2026-11-01", to="2026-11-30")
