import { instant } from '#db/values/instant.ts'
import { textStream } from '#http/response/text-stream.ts'
import { accountDocument, workoutsDocument } from '#services/exports/account.ts'
import { csvDocument } from '#services/exports/workouts.ts'
import type { AppHandlers } from './context.ts'

/** The handlers that export a user's data as files. */
export const exports = {
  exportMe({ principal: { user }, db, now }) {
    const exportedAt = instant(now())
    return {
      status: 200,
      body: textStream(accountDocument(db, user, exportedAt)),
      mediaType: 'application/json',
      headers: attachment(`replog-${exportedAt.slice(0, 10)}.json`),
    }
  },

  exportWorkouts({ query: { format, unit }, principal: { user }, db, now }) {
    const exportedAt = instant(now())
    const day = exportedAt.slice(0, 10)
    if (format === 'json') {
      const body = textStream(workoutsDocument(db, user, exportedAt))
      return {
        status: 200,
        body,
        mediaType: 'application/json',
        headers: attachment(`replog-json-${day}.json`),
      }
    }
    const body = textStream(csvDocument(db, user, format, unit ?? user.unit))
    return { status: 200, body, mediaType: 'text/csv', headers: attachment(`replog-${format}-${day}.csv`) }
  },
} satisfies Partial<AppHandlers>

function attachment(name: string) {
  return { 'Content-Disposition': `attachment; filename="${name}"` }
}
