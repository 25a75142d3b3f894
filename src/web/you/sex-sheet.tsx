import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'

const sexes: readonly (readonly [Schemas['Sex'] | undefined, string])[] = [
  [undefined, 'Not set'],
  ['male', 'Male'],
  ['female', 'Female'],
]

/** Sets the sex, which only the points of strength depend on. */
export function SexSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      title="Sex"
      text="DOTS and Wilks have one formula for men and one for women. Nothing else uses it."
      onClose={onClose}
    >
      <Choices
        label="Sex"
        isHidden
        choices={sexes}
        value={settings.value.sex}
        onChoose={(sex) => {
          setProfile({ sex })
          onClose()
        }}
      />
    </Sheet>
  )
}
