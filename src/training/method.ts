/**
 * The method by which a figure was computed: a stable id, such as `e1rm.epley`, and its parameters. Every figure in
 * a response comes with its method, so that anyone can recompute it.
 */
export interface Method<Id extends string = string> {
  readonly id: Id
  readonly parameters?: Readonly<Record<string, number | string>>
}
