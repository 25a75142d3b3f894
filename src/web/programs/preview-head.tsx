import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { toast } from '../parts/toast.tsx'
import { go, hrefTo } from '../route.ts'
import { log } from '../state/log.ts'
import type { KnownProgram } from './known.ts'
import { saveProgram } from './program-file.ts'

/** A program's name and actions: the user's own programs can be edited and deleted, built-in ones copied. */
export function PreviewHead({ program }: { program: KnownProgram }) {
  return (
    <PageHead title={program.name} text={program.author} up="programs">
      <button
        type="button"
        class="ib"
        aria-label="Share as a file"
        onClick={() => toast(saveProgram(program))}
      >
        <Icon name="share" />
      </button>
      {program.isOwn ? (
        <>
          <button
            type="button"
            class="ib"
            aria-label="Delete this program"
            onClick={() => deleteProgram(program)}
          >
            <Icon name="trash-2" />
          </button>
          <a class="ib edge-r" href={hrefTo('program', program.id)} aria-label="Edit this program">
            <Icon name="pencil" />
          </a>
        </>
      ) : (
        <a class="btn bare" href={`${hrefTo('program', 'new')}?from=${program.id}`}>
          <Icon name="copy" />
          Copy
        </a>
      )}
    </PageHead>
  )
}

function deleteProgram({ id, name }: KnownProgram): void {
  const deleted = log().programs.get(id)
  void log().programs.delete(id)
  go('programs', { replace: true })
  toast(`${name} deleted`, () => {
    if (deleted) void log().programs.put(deleted)
  })
}
