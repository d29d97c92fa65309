/** Words that say nothing about whom, what changes or what is chosen. */
export const generic: readonly string[] = [
  ...['a', 'an', 'the', 'our', 'your', 'my', 'we', 'us', 'this', 'that', 'its', 'and', 'or', 'of', 'for', 'in', 'on'],
  ...['at', 'to', 'with', 'by', 'via', 'through', 'from', 'into', 'as', 'is', 'are', 'be', 'being', 'been'],
  // What can be done with any medium.
  ...['get', 'getting', 'go', 'going', 'do', 'doing', 'make', 'making', 'have', 'having', 'use', 'using', 'utilise'],
  ...['utilising', 'utilize', 'utilizing', 'launch', 'launching', 'start', 'starting', 'build', 'building', 'set up'],
  ...['setting up', 'run', 'running', 'create', 'creating', 'open', 'opening', 'establish', 'establishing', 'develop'],
  ...['developing', 'grow', 'growing', 'expand', 'expanding', 'increase', 'increasing', 'improve', 'improving'],
  ...['boost', 'boosting', 'scale', 'scaling', 'own', 'owning', 'join', 'joining', 'focus', 'focusing', 'focussing'],
  ...['invest', 'investing', 'activate', 'activating', 'embrace', 'embracing', 'adopt', 'adopting'],
  ...['more', 'better', 'best', 'bigger', 'big', 'new', 'strong', 'stronger', 'great', 'active', 'always', 'always-on'],
  ...['first', 'only', 'next', 'full', 'everywhere'],
  ...['strategy', 'strategies', 'strategic', 'tactic', 'tactics', 'plan', 'plans', 'planning', 'approach', 'marketing'],
  ...['campaign', 'campaigns', 'presence', 'activity', 'activities', 'programme', 'program', 'initiative'],
  ...['management', 'method', 'methods', 'technique', 'techniques', 'channel', 'channels', 'platform', 'platforms'],
  ...['account', 'accounts', 'page', 'pages', 'media', 'network', 'networks'],
  ...['post', 'posts', 'posting', 'publish', 'publishing', 'tweet', 'tweets'],
  ...['daily', 'weekly', 'monthly', 'regular', 'regularly', 'every', 'day', 'week', 'month', 'year'],
  // Numbers in words.
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'twenty'],
  ...['hundred', 'thousand'],
];
