/** An on/off switch. */
export const Switch = ({
  labelledBy,
  isOn,
  onChange,
}: {
  labelledBy: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}) => (
  <button
    type="button"
    class="switch"
    role="switch"
    aria-checked={isOn}
    aria-labelledby={labelledBy}
    onClick={() => onChange(!isOn)}
  />
)
