/** The name under which nodes connect to the server. Commands that need the database for themselves have another. */
export const nodeName = 'replog'
