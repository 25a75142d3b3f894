import { useEffect } from 'preact/hooks'
import { Section } from '../parts/section.tsx'
import { hrefTo } from '../route.ts'
import { isGuest } from '../state/log.ts'
import { tenthsText } from '../words.ts'
import { exportDevice } from './export.ts'
import { ButtonRow, LinkRow } from './row.tsx'
import { refreshStorageReport, storageReport } from './storage.ts'

/** Import, export, and storage. */
export function YourData() {
  useEffect(() => void refreshStorageReport(), [])
  const { usage, isPersistent } = storageReport.value
  const size = usage === undefined ? '' : `${tenthsText(usage / 1_000_000)} MB · `
  return (
    <Section title="Your data">
      <div class="card flush rows">
        <LinkRow href={hrefTo('import')} icon="file-up" name="Import" value="Strong, Hevy, FitNotes" />
        {isGuest.value ? (
          <ButtonRow icon="file-down" name="Export" value="data on this device" onClick={exportDevice} />
        ) : (
          <LinkRow href={hrefTo('export')} icon="file-down" name="Export" value="everything, JSON or CSV" />
        )}
        <LinkRow
          href={hrefTo('storage')}
          icon="hard-drive"
          name="Storage"
          value={`${size}${isPersistent ? 'protected' : 'may be cleared'}`}
        />
      </div>
    </Section>
  )
}
