package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"flow/replog"

	"github.com/oapi-codegen/runtime/types"
)

func main() {
	ctx := context.Background()
	anonymous, err := replog.NewClientWithResponses(os.Args[1])
	check(err)
	credentials := replog.Registration{Email: "oapi-codegen@example.com", Password: "quiet marble kettles sing"}
	registered, err := anonymous.RegisterWithResponse(ctx, credentials)
	check(err)
	expect(registered.JSON201 != nil, "no account", registered.Body)
	bearer := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+registered.JSON201.AccessToken)
		return nil
	}
	client, err := replog.NewClientWithResponses(os.Args[1], replog.WithRequestEditorFn(bearer))
	check(err)

	startedAt := time.Date(2026, 11, 20, 17, 2, 0, 0, time.UTC)
	reps := int32(5)
	// A 32-bit float would round it to 999744.
	set := replog.WorkoutSetInput{Type: "normal", Reps: &reps, Distance: &replog.Distance{Value: 999743.99, Unit: "m"}}
	sets := []replog.WorkoutSetInput{set}
	exercises := []replog.WorkoutExerciseInput{{ExerciseId: "barbell-bench-press", Sets: sets}}
	created, err := client.CreateWorkoutWithResponse(ctx, nil, replog.WorkoutInput{StartedAt: startedAt, Exercises: exercises})
	check(err)
	expect(created.JSON201 != nil, "no workout", created.Body)
	workout, err := client.GetWorkoutWithResponse(ctx, created.JSON201.Id, nil)
	check(err)
	expect(workout.JSON200 != nil, "no workout", workout.Body)
	expect(workout.JSON200.Exercises[0].Sets[0].Distance.Value == 999743.99, "the distance has changed", workout.Body)

	bodyFat := replog.MeasurementInput{Kind: "body_fat", Value: 17.5, Unit: "percent", MeasuredAt: startedAt}
	measurement, err := client.CreateMeasurementWithResponse(ctx, nil, bodyFat)
	check(err)
	expect(measurement.JSON201 != nil && measurement.JSON201.Value == 17.5, "no measurement", measurement.Body)
	unit := replog.WeightUnit("lb")
	patch := replog.UserPatch{Unit: &unit}
	profile, err := client.UpdateMeWithResponse(ctx, &replog.UpdateMeParams{IfMatch: "*"}, patch)
	check(err)
	expect(profile.JSON200 != nil && profile.JSON200.Unit == "lb", "the profile is not patched", profile.Body)
	from := types.Date{Time: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}
	to := types.Date{Time: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)}
	volume, err := client.GetVolumeWithResponse(ctx, &replog.GetVolumeParams{From: &from, To: &to})
	check(err)
	expect(volume.JSON200 != nil && len(volume.JSON200.Buckets) > 0, "no volume", volume.Body)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func expect(ok bool, message string, body []byte) {
	if !ok {
		panic(fmt.Sprintf("%s: %s", message, body))
	}
}
