/** A choice between a few options, side by side. */
export function Choice<Value extends string>({
  legend,
  value,
  options,
  onChoose,
}: {
  legend: string
  value: Value | undefined
  options: readonly (readonly [value: Value, name: string])[]
  onChoose: (value: Value) => void
}) {
  return (
    <fieldset class="choices">
      <legend class="label">{legend}</legend>
      {options.map(([one, name]) => (
        <button
          type="button"
          class="chip line"
          key={one}
          aria-pressed={one === value}
          onClick={() => onChoose(one)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
