/** Whether any column of `sent` differs in `kept`, which may have more columns. */
export function differs<Columns extends object>(sent: Columns, kept: Columns): boolean {
  for (const column in sent) if (sent[column] !== kept[column]) return true
  return false
}
