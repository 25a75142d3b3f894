/** The database was created by a later version of Replog. Nothing was changed. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
  constructor(unknown: readonly string[]) {
    super(
      `the database was created by a newer version of Replog (it has ${unknown.join(', ')}): update Replog`,
    )
  }
}
