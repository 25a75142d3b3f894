import type { TSchema } from '@sinclair/typebox'
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'
import { type AnyObject, isObject } from '#lib/is-object.ts'
import type { FieldCode, FieldProblems, RequestPart } from './field-problems.ts'
import { brokenRule, choices, enumMessage, messageOf } from './keyword-messages.ts'
import { pointerTo } from './pointer.ts'
import type { Check } from './schema-check.ts'

function isTypeError(error: ValueError): boolean {
  return error.type !== ValueErrorType.Union && messageOf(error)[0] === 'type'
}

/** The property that has fixed values in every variant of a union of objects. */
function discriminatorOf(variants: readonly TSchema[]): string | undefined {
  const names = Object.keys(variants[0]?.properties ?? {})
  return names.find((name) => variants.every((variant) => choices(variant.properties?.[name] ?? {})))
}

/** Adds the field problems of a value that failed its check. */
class Explainer {
  readonly #problems: FieldProblems
  readonly #locate: (path: string) => readonly [part: RequestPart, name: string]
  /** Locations whose value is missing. Nothing inside them is reported. */
  readonly #missing = new Set<string>()

  constructor(problems: FieldProblems, locate: (path: string) => readonly [RequestPart, string]) {
    this.#problems = problems
    this.#locate = locate
  }

  addAll(errors: Iterable<ValueError>): void {
    for (const error of errors) {
      if (this.#problems.full) return
      this.#addError(error)
    }
  }

  #addError(error: ValueError): void {
    if (this.#missing.has(error.path)) return
    // This only says that a member of an `allOf` failed, which has been reported already.
    if (error.type === ValueErrorType.Intersect) return
    if (error.type === ValueErrorType.ObjectRequiredProperty) this.#missing.add(error.path)
    const rule = brokenRule(error)
    if (rule) this.#add(error.path + rule.member, 'exclusive', rule.message)
    else if (error.type === ValueErrorType.Union && !choices(error.schema)) this.#addUnion(error)
    else this.#add(error.path, ...messageOf(error))
  }

  #add(path: string, code: FieldCode, message: string): void {
    const [part, name] = this.#locate(path)
    this.#problems.add(part, name, code, message)
  }

  /** Reports the problems of the variant that the value was probably meant to match. */
  #addUnion(error: ValueError): void {
    const variants: readonly TSchema[] = error.schema.anyOf
    const discriminator = discriminatorOf(variants)
    if (discriminator === undefined) this.#addNearest(error)
    else if (isObject(error.value)) this.#addVariant(error, error.value, variants, discriminator)
    else this.#add(error.path, 'type', 'Must be an object.')
  }

  #addVariant(
    { path, errors }: ValueError,
    value: AnyObject,
    variants: readonly TSchema[],
    discriminator: string,
  ): void {
    const discriminatorPath = `${path}/${discriminator}`
    const options = variants.map((variant) => choices(variant.properties[discriminator]) ?? [])
    const iterator = errors[options.findIndex((allowed) => allowed.includes(value[discriminator]))]
    if (iterator !== undefined) this.addAll(iterator)
    else if (Object.hasOwn(value, discriminator)) this.#add(discriminatorPath, ...enumMessage(options.flat()))
    else this.#add(discriminatorPath, 'required', 'Is required.')
  }

  /**
   * Reports the variant with the fewest errors if there is no discriminator, preferring variants of the
   * value's own type.
   */
  #addNearest({ path, errors: variants }: ValueError): void {
    let nearest: readonly ValueError[] = []
    let fewest = Number.POSITIVE_INFINITY
    for (const variant of variants) {
      const errors = [...take(variant, 50)].filter((error) => error.type !== ValueErrorType.Intersect)
      const isOtherType = errors.some((error) => error.path === path && isTypeError(error))
      const distance = errors.length + (isOtherType ? 100 : 0)
      if (distance >= fewest) continue
      fewest = distance
      nearest = errors
    }
    this.addAll(nearest)
  }
}

function* take<Item>(items: Iterable<Item>, max: number): Generator<Item> {
  let count = 0
  for (const item of items) {
    if (count++ === max) return
    yield item
  }
}

/** TypeBox's path, cut off at names that aren't safe to include in a response. */
function safePointer(path: string): string {
  if (path === '') return path
  const names = path.slice(1).split('/')
  return names.reduce(
    (parent, name) => pointerTo(parent, name.replaceAll('~1', '/').replaceAll('~0', '~')),
    '',
  )
}

/**
 * Adds the field problems of a value that failed its check: by JSON Pointer for a body, where `name` points to the
 * part that was checked, and by name for a parameter or header.
 */
export function explain(
  check: Check,
  value: unknown,
  problems: FieldProblems,
  part: RequestPart = 'pointer',
  name = '',
): void {
  const locate = (path: string) =>
    part === 'pointer' ? ([part, name + safePointer(path)] as const) : ([part, name] as const)
  new Explainer(problems, locate).addAll(check.Errors(value))
}
