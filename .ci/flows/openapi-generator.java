import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.AnalyticsApi;
import org.openapitools.client.api.AuthApi;
import org.openapitools.client.api.UsersApi;
import org.openapitools.client.api.WorkoutsApi;
import org.openapitools.client.model.*;

class Flow {
  public static void main(String[] arguments) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    var registration = new Registration().email("java@example.com").password("quiet marble kettles sing");
    var tokens = new AuthApi(client).register(registration);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + tokens.getAccessToken()));
    var workouts = new WorkoutsApi(client);
    var set = new WorkoutSetInput().type(SetType.NORMAL).reps(5);
    set.weight(new Weight().value(100.25).unit(WeightUnit.KG));
    var entry = new WorkoutExerciseInput().exerciseId("barbell-bench-press").sets(List.of(set));
    var input = new WorkoutInput().startedAt(OffsetDateTime.parse("2026-11-20T17:02:00Z")).exercises(List.of(entry));
    var workout = workouts.getWorkout(workouts.createWorkout(input, null).getId(), null, null);
    check(workout.getExercises().get(0).getSets().get(0).getWeight().getValue() == 100.25, workout);
    var profile = new UsersApi(client).updateMe("*", new UserPatch().unit(WeightUnit.LB));
    check(profile.getUnit() == WeightUnit.LB, profile);
    var from = LocalDate.parse("2026-11-01");
    var volume = new AnalyticsApi(client).getVolume(from, LocalDate.parse("2026-11-30"), null, null, null, null);
    check(!volume.getBuckets().isEmpty(), volume);
  }

  private static void check(boolean condition, Object actual) {
    if (!condition) throw new AssertionError(actual);
  }
}
