import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { ExerciseRow } from '../picker/exercise-row.tsx'
import { type Filter, FilterChips, matches } from '../picker/filter.tsx'
import { recentExercises, staples } from '../picker/find.ts'
import { NewExercise } from '../picker/new-exercise.tsx'
import { back, go, route } from '../route.ts'
import { type Exercise, exerciseOf, exercises, hasCatalogue, nameOf, search } from '../state/catalogue.ts'
import { edit, editedWorkout } from '../state/edits.ts'
import { mainMuscle } from '../state/exercise-words.ts'
import { workoutInProgress } from '../state/log.ts'
import { countText } from '../words.ts'
import { addToWorkout } from '../workout/add-to-workout.ts'
import { swapExercise } from '../workout/swap.ts'

const maxShown = 60

/**
 * Chooses exercises to add, or one to swap in, for the workout in progress unless the address names another workout.
 * The address may also preselect an exercise.
 */
export function Picker() {
  const swapped = route.value.id
  const inProgress = workoutInProgress.value?.id
  const to = route.value.query.get('to') ?? inProgress
  const current = to === undefined ? undefined : editedWorkout(to)
  const page = !current || to === inProgress ? 'workout' : `edit/${to}`
  const swappedExercise = current?.exercises.find(({ id }) => id === swapped)
  const inWorkout = new Set(current?.exercises.map(({ exerciseId }) => exerciseId))
  const suggested = route.value.query.get('choose')
  const query = useSignal(suggested === null ? '' : nameOf(suggested))
  const filter = useSignal<Filter>({
    equipment: [],
    muscle: swappedExercise && mainMuscle(exerciseOf(swappedExercise.exerciseId)),
  })
  const chosen = useSignal<readonly string[]>(suggested === null ? [] : [suggested])
  const isNew = useSignal(false)
  const text = query.value.trim()
  const isFiltered = filter.value.equipment.length > 0 || filter.value.muscle !== undefined
  const suits = (exercise: Exercise) => matches(exercise, filter.value)
  const matching = text === '' ? [] : search(text)
  const suitable = matching.filter(suits)
  // A name that was typed is found in spite of the filters.
  const foundExercises = suitable.length > 0 ? suitable : matching
  const finish = async (ids: readonly string[]) => {
    if (current && swapped) void edit(current.id, swapExercise(swapped, ids[0] ?? '', current))
    else await addToWorkout(ids, current)
    go(page, { replace: true })
  }
  const choose = (id: string) => {
    if (swapped) void finish([id])
    else
      chosen.value = chosen.value.includes(id)
        ? chosen.value.filter((other) => other !== id)
        : [...chosen.value, id]
  }
  const rows = (items: readonly Exercise[]) =>
    items
      .slice(0, maxShown)
      .map((exercise) => (
        <ExerciseRow
          key={exercise.id}
          exercise={exercise}
          isChosen={chosen.value.includes(exercise.id)}
          isInWorkout={inWorkout.has(exercise.id)}
          onChoose={() => choose(exercise.id)}
        />
      ))
  // A swap doesn't offer what the workout already has; a search finds it, marked.
  const isOffered = (exercise: Exercise) => suits(exercise) && !(swapped && inWorkout.has(exercise.id))
  const recents = recentExercises(isOffered)
  const otherStaples = staples().filter((exercise) => isOffered(exercise) && !recents.includes(exercise))
  const listed = new Set([...recents, ...otherStaples])
  const others = isFiltered
    ? [...exercises.value.values()].filter((exercise) => isOffered(exercise) && !listed.has(exercise))
    : []
  /** How much an exercise works the chosen muscle, plus 100 if it moves like the exercise that it replaces. */
  const fitOf = ({ engagement, pattern }: Exercise) =>
    (engagement.find(({ muscle }) => muscle === filter.value.muscle)?.percent ?? 0) +
    (pattern && pattern === exerciseOf(swappedExercise?.exerciseId ?? '')?.pattern ? 100 : 0)
  const byFit = (a: Exercise, b: Exercise) => fitOf(b) - fitOf(a) || byNameLength(a, b)
  const lists: readonly { readonly title: string; readonly items: readonly Exercise[] }[] =
    text !== ''
      ? [
          {
            title: `${countText(foundExercises.length, 'match', 'matches')}${suitable.length > 0 ? '' : ' outside the filters'}`,
            items: foundExercises,
          },
        ]
      : [
          { title: 'Recent', items: recents },
          { title: 'Staples', items: otherStaples },
          { title: 'Others', items: others.toSorted(byFit) },
        ]
  return (
    <>
      <main class="page picker">
        <header class="top">
          <button type="button" class="ib edge-l" aria-label="Close" onClick={() => back(page)}>
            <Icon name="x" size="l" />
          </button>
          <div class="grow">
            <h1 class="h1s" tabIndex={-1}>
              {swapped ? 'Swap exercise' : 'Add exercises'}
            </h1>
          </div>
          <button type="button" class="btn bare" onClick={() => (isNew.value = true)}>
            New
          </button>
        </header>
        <div class="stick">
          <label class="field">
            <Icon name="search" />
            <span class="sr">Search exercises</span>
            <input
              type="search"
              placeholder={
                hasCatalogue.value ? `Search ${exercises.value.size} exercises` : 'Search exercises'
              }
              autocomplete="off"
              maxLength={100}
              value={query.value}
              onInput={(event) => {
                query.value = event.currentTarget.value
              }}
            />
          </label>
          <FilterChips filter={filter} />
        </div>
        {!hasCatalogue.value && <NoCatalogue />}
        {lists.map(
          ({ title, items }) =>
            items.length > 0 && (
              <section class="section" key={title}>
                <header>
                  <h2 aria-live={text === '' ? undefined : 'polite'}>{title}</h2>
                </header>
                <div class="card flush rows">{rows(items)}</div>
              </section>
            ),
        )}
        {text !== '' && foundExercises.length === 0 && hasCatalogue.value && (
          <section class="card empty">
            <h2>Nothing called “{text}”</h2>
            <p class="soft">You can create it as your own exercise.</p>
            <button type="button" class="btn tint" onClick={() => (isNew.value = true)}>
              <Icon name="plus" />
              Create “{text}”
            </button>
          </section>
        )}
      </main>
      {!swapped && (
        <div class="dock pickdock">
          <button
            type="button"
            class="btn go"
            disabled={chosen.value.length === 0}
            onClick={() => void finish(chosen.value)}
          >
            <span class="flex">
              <Icon name="plus" />
              {chosen.value.length === 0
                ? 'Choose exercises'
                : `Add ${countText(chosen.value.length, 'exercise')}`}
            </span>
            <Icon name="chevron-right" />
          </button>
        </div>
      )}
      {isNew.value && (
        <NewExercise
          name={text}
          onClose={() => {
            isNew.value = false
          }}
          onCreated={(id) => {
            isNew.value = false
            choose(id)
          }}
        />
      )}
    </>
  )
}

const byNameLength = (a: Exercise, b: Exercise) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1)

/** Shown while the built-in exercises haven't been fetched yet. */
function NoCatalogue() {
  return (
    <section class="card">
      <div class="skel" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <p class="small soft">Downloading exercises. If you’re offline, tap New to create your own.</p>
    </section>
  )
}
