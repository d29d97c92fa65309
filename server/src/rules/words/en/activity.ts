/** Verbs that open something to do; as a goal it is done the day after, and nothing has changed. */
export const activity: readonly string[] = [
  ...['post', 'publish', 'tweet', 'launch', 'run', 'create', 'write', 'produce', 'send', 'attend', 'host', 'set up'],
  ...['start', 'redesign', 'relaunch', 're-launch', 'implement', 'organise', 'organize'],
];
