/** Loads the code and the data of programs. */
export async function loadProgramGroup(): Promise<typeof import('../groups/programs.ts')> {
  const group = await import('../groups/programs.ts')
  await group.loadBuiltIn()
  return group
}
