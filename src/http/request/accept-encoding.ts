/** `gzip;q=0.5`, with a weight from 0 to 1 (RFC 9110 §12.4.2). */
const weightedCoding = /^([!#$%&'*+.^_`|~0-9a-z-]+)(?:[\t ]*;[\t ]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/

/**
 * The content coding to use for an `Accept-Encoding` header: the first of `codings` among those with the
 * highest weight. `undefined` if the client accepts none of them or prefers `identity`. Malformed parts
 * are ignored (RFC 9110 §12.5.3).
 */
export function preferredCoding<Coding extends string>(
  header: string,
  codings: readonly Coding[],
): Coding | undefined {
  const weights = weightsOf(header)
  let best: Coding | undefined
  let highest = weights.get('identity') ?? 0
  for (const coding of codings) {
    const weight = weights.get(coding) ?? weights.get('*') ?? 0
    if (weight > highest || (weight === highest && weight > 0 && best === undefined)) {
      best = coding
      highest = weight
    }
  }
  return best
}

function weightsOf(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const item of header.toLowerCase().split(',')) {
    const [, name, weight = '1'] = weightedCoding.exec(item.trim()) ?? []
    if (name !== undefined) weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight))
  }
  return weights
}
