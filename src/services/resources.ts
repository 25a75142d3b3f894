import type { Profile } from '#db/accounts/users.ts'
import type { Reader, Schema } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { checkLandmarks } from './analytics/landmarks.ts'
import type { ExportedList } from './crud/resource.ts'
import type { FieldProblem, ResourceName } from './crud/results.ts'
import { type Exercises, exercises } from './exercises/resource.ts'
import { type Measurements, measurements } from './measurements/resource.ts'
import { checkRevision, followedRevisions } from './programs/exported.ts'
import { type Programs, programs } from './programs/resource.ts'
import { type Runs, runs } from './runs/resource.ts'
import type { NotApplied } from './sync/apply.ts'
import { type ResourceEntry, resourceEntry } from './sync/resource-entry.ts'
import {
  checkChosenProgression,
  chosenProgressions,
  exportedNameMeanings,
  ownLandmarks,
  sorenessReports,
} from './training-settings/exported.ts'
import { type Workouts, workouts } from './workouts/resource.ts'

type AnyResource = Exercises | Workouts | Measurements | Programs | Runs

/** The mutations of each resource. */
export type Mutations = { [Mutation in Schemas['SyncMutation'] as Mutation['resource']]: Mutation }

/** The reason why a mutation of a resource can't be applied. */
export type FailureOf<Name extends ResourceName> = FailureOfType<
  Extract<AnyResource, { readonly name: Name }>
>

type FailureOfType<T extends AnyResource> = T extends unknown ? NotApplied<T> : never

/**
 * Every resource that clients sync, one entry each. REST operations, pushes, pulls, exports, tombstones and tests use
 * this list.
 */
export const resources: { readonly [Name in ResourceName]: ResourceEntry<Mutations[Name], FailureOf<Name>> } =
  {
    exercise: resourceEntry(exercises),
    workout: resourceEntry(workouts),
    measurement: resourceEntry(measurements),
    program: resourceEntry(programs),
    run: resourceEntry(runs),
  }

/** Data that is not synced but part of the export. */
interface Setting {
  readonly table: keyof Schema
  readonly exported: ExportedList | ExportedLandmarks
}

/** The only setting that is exported as one value. */
interface ExportedLandmarks {
  readonly member: 'landmarks'
  value(db: Reader, user: Profile): Promise<Schemas['OwnLandmarks'] | undefined>
  /** Checks an imported value beyond the contract's schema. */
  check(value: Schemas['OwnLandmarks']): readonly FieldProblem[]
}

/** Every kind of setting, one entry each, in the order of the export. */
export const settings: readonly Setting[] = [
  {
    table: 'progressions',
    exported: { member: 'progressions', pages: chosenProgressions, check: checkChosenProgression },
  },
  { table: 'soreness', exported: { member: 'soreness', pages: sorenessReports } },
  { table: 'landmarks', exported: { member: 'landmarks', value: ownLandmarks, check: checkLandmarks } },
  { table: 'exerciseNameMappings', exported: { member: 'rememberedNames', pages: exportedNameMeanings } },
  {
    table: 'programRevisions',
    exported: { member: 'programRevisions', pages: followedRevisions, check: checkRevision },
  },
]
