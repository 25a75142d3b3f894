/** Whether any column of `sent` differs from `stored`, which may have more columns. */
export function differs<Columns extends object>(sent: Columns, stored: Columns): boolean {
  for (const column in sent) if (sent[column] !== stored[column]) return true
  return false
}
