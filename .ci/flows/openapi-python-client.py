import datetime
import sys

from replog_client import AuthenticatedClient, Client
from replog_client.api.analytics import get_volume
from replog_client.api.auth import register
from replog_client.api.measurements import create_measurement
from replog_client.api.users import update_me
from replog_client.api.workouts import create_workout, get_workout
from replog_client.models import MeasurementInput, Registration, Tokens, UserPatch, VolumeReport, WorkoutInput

base = sys.argv[1]
credentials = {"email": "opc@example.com", "password": "quiet marble kettles sing"}
tokens = register.sync(client=Client(base), body=Registration.from_dict(credentials))
assert isinstance(tokens, Tokens), tokens
client = AuthenticatedClient(base, tokens.access_token)
sets = [{"type": "normal", "weight": {"value": 100.25, "unit": "kg"}, "reps": 5}]
body = {"startedAt": "2026-11-20T17:02:00.000Z", "exercises": [{"exerciseId": "barbell-bench-press", "sets": sets}]}
created = create_workout.sync(client=client, body=WorkoutInput.from_dict(body))
workout = get_workout.sync(str(created.id), client=client)
assert workout.exercises[0].sets[0].weight.value == 100.25, workout
body_fat = {"kind": "body_fat", "value": 17.5, "unit": "percent", "measuredAt": "2026-11-20T17:02:00.000Z"}
measurement = create_measurement.sync(client=client, body=MeasurementInput.from_dict(body_fat))
assert measurement.value == 17.5, measurement
patch = UserPatch.from_dict({"unit": "lb", "sex": "female", "birthYear": None})
profile = update_me.sync(client=client, body=patch, if_match="*")
assert profile.unit.value == "lb", profile
volume = get_volume.sync(client=client, from_=datetime.date(2026, 11, 1), to=datetime.date(2026, 11, 30))
assert isinstance(volume, VolumeReport), volume
