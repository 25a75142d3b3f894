import java.time.LocalDate
import java.time.OffsetDateTime
import org.openapitools.client.apis.AnalyticsApi
import org.openapitools.client.apis.AuthApi
import org.openapitools.client.apis.UsersApi
import org.openapitools.client.apis.WorkoutsApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.models.*

fun main(arguments: Array<String>) {
    val (base) = arguments
    val registration = Registration(email = "kotlin@example.com", password = "quiet marble kettles sing")
    ApiClient.accessToken = AuthApi(base).register(registration).accessToken
    val workouts = WorkoutsApi(base)
    val set = WorkoutSetInput(type = SetType.normal, weight = Weight(100.25, WeightUnit.kg), reps = 5)
    val entry = WorkoutExerciseInput(exerciseId = "barbell-bench-press", sets = listOf(set))
    val input = WorkoutInput(startedAt = OffsetDateTime.parse("2026-11-20T17:02:00Z"), exercises = listOf(entry))
    val workout = workouts.getWorkout(workouts.createWorkout(input).id)
    check(workout.exercises[0].sets[0].weight?.value == 100.25) { workout }
    val profile = UsersApi(base).updateMe("*", UserPatch(unit = WeightUnit.lb))
    check(profile.unit == WeightUnit.lb) { profile }
    val volume = AnalyticsApi(base).getVolume(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"))
    check(volume.buckets.isNotEmpty()) { volume }
}
