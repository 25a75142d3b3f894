const looks = {
  chips: { group: 'choices', choice: 'chip' },
  /** Chips with an outline, as in a form. */
  outlined: { group: 'choices', choice: 'chip line' },
  /** Segments of a bar. */
  segments: { group: 'seg', choice: undefined },
} as const

/** Buttons, one of which is chosen. */
export const Choices = <Value extends string | number | boolean | undefined>({
  label,
  look = 'chips',
  isHidden = look === 'segments',
  choices,
  value,
  onChoose,
}: {
  label: string
  look?: keyof typeof looks
  /** Whether the label is for screen readers only, as it is by default above segments. */
  isHidden?: boolean
  choices: readonly (readonly [Value, string])[]
  value: Value | undefined
  onChoose: (value: Value) => void
}) => (
  <fieldset class={looks[look].group}>
    <legend class={isHidden ? 'sr' : 'label'}>{label}</legend>
    {choices.map(([choice, name]) => (
      <button
        type="button"
        class={looks[look].choice}
        key={name}
        aria-pressed={value === choice}
        onClick={() => onChoose(choice)}
      >
        {name}
      </button>
    ))}
  </fieldset>
)
