/**
 * How a figure was computed: a stable id, such as `e1rm.epley`, and the parameters that decided it. Every
 * figure in a response comes with its method, so that anyone can recompute it.
 */
export interface Method<Id extends string = string> {
  readonly id: Id
  readonly parameters?: Readonly<Record<string, number | string>>
}
