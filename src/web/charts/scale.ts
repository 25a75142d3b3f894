/** Round values between `low` and `high`, at which to draw at most `maxLines + 1` grid lines. */
export function ticks(low: number, high: number, maxLines: number): number[] {
  const span = Math.max(high - low, 1e-9)
  const raw = span / maxLines
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw
  const lines: number[] = []
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-6; value += step) {
    lines.push(Math.round(value * 1e6) / 1e6)
  }
  return lines
}

/** Smooths points by local linear regression: nearer neighbors count more. */
export function smooth(points: readonly { readonly x: number; readonly y: number }[]): number[] {
  const first = points[0]?.x ?? 0
  const span = Math.max((points.at(-1)?.x ?? 0) - first, 1)
  const width = Math.max(span / 8, 7)
  return points.map(({ x }) => {
    let sum = 0
    let weights = 0
    let crossed = 0
    let moment = 0
    let squares = 0
    for (const other of points) {
      const distance = other.x - x
      const weight = Math.exp(-((distance / width) ** 2))
      sum += weight * other.y
      weights += weight
      moment += weight * distance
      squares += weight * distance * distance
      crossed += weight * distance * other.y
    }
    // A line through the neighbors rather than their mean, so that the curve doesn't bend at the ends.
    const divisor = weights * squares - moment * moment
    return Math.abs(divisor) < 1e-9 ? sum / weights : (sum * squares - moment * crossed) / divisor
  })
}
