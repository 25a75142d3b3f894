/**
 * How a figure came about: a stable id, such as `e1rm.epley`, and the parameters that decided it.
 * Each answer that carries a figure of this folder carries its method, so that anyone can compute it again.
 */
export interface Method<Id extends string = string> {
  readonly id: Id
  readonly parameters?: Readonly<Record<string, number | string>>
}
