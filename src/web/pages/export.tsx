import { useSignal } from '@preact/signals'
import { PageHead } from '../parts/page-head.tsx'
import { Problem } from '../parts/problem.tsx'
import { type ExportKind, exportDevice, exportFromServer } from '../you/export.ts'
import { ButtonRow } from '../you/row.tsx'

const kinds: readonly (readonly [ExportKind, string, string])[] = [
  ['account', 'Everything', 'JSON, can be re-imported'],
  ['strong', 'Workouts for Strong', 'CSV'],
  ['hevy', 'Workouts for Hevy', 'CSV'],
  ['fitnotes', 'Workouts for FitNotes', 'CSV'],
]

/** The exports of the account and the device. */
export function Export() {
  const problem = useSignal<string | undefined>(undefined)
  const save = async (kind: ExportKind) => {
    problem.value = undefined
    problem.value = await exportFromServer(kind)
  }
  return (
    <main class="page">
      <PageHead title="Export" up="you" />
      <Problem text={problem.value} />
      <div class="card flush rows">
        {kinds.map(([kind, name, text]) => (
          <ButtonRow key={kind} icon="file-down" name={name} text={text} onClick={() => void save(kind)} />
        ))}
        <ButtonRow
          icon="smartphone"
          name="Data on this device"
          text="JSON, works offline"
          onClick={exportDevice}
        />
      </div>
    </main>
  )
}
