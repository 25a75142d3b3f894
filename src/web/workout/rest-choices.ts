/** The rest times offered, in seconds. */
export const restChoices = [0, 60, 90, 120, 150, 180, 240, 300] as const
