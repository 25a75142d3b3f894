import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SchemeEditor } from '../program-edit/scheme-editor.tsx'
import { hrefTo } from '../route.ts'

type Scheme = Schemas['ProgressionScheme']

/** Chooses how an exercise progresses. */
export function SchemeSheet({
  name,
  initial,
  needsAccount,
  onSave,
  onClose,
}: {
  /** The exercise. */
  name: string
  initial: Scheme
  needsAccount: boolean
  /** Resolves to what went wrong, or to an empty text. */
  onSave: (scheme: Scheme) => Promise<string>
  onClose: () => void
}) {
  const scheme = useSignal(initial)
  const error = useSignal('')
  const isSaving = useSignal(false)
  const save = async () => {
    isSaving.value = true
    error.value = await onSave(scheme.value)
    isSaving.value = false
    if (!error.value) onClose()
  }
  return (
    <Sheet title={name} text="A program’s exercises follow its own rules." onClose={onClose}>
      {needsAccount ? (
        <>
          <p class="soft">
            The coach plans from your recent sessions. Other ways to progress need an account, because the
            server keeps them.
          </p>
          <a class="btn go full" href={hrefTo('account')}>
            Create an account
          </a>
        </>
      ) : (
        <>
          <SchemeEditor scheme={scheme.value} onChange={(next) => (scheme.value = next)} />
          <Problem text={error.value} />
          <button type="button" class="btn go full" disabled={isSaving.value} onClick={() => void save()}>
            Save
          </button>
        </>
      )}
    </Sheet>
  )
}
