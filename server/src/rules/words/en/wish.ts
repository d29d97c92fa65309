/** Verbs that open a wish: they name the result, not the way to it. */
export const wish: readonly string[] = [
  ...['grow', 'increase', 'double', 'triple', 'become', 'be the', 'reduce', 'improve', 'achieve', 'reach', 'win more'],
  ...['raise', 'boost', 'maximise', 'maximize'],
];

/** Words behind which a title or an approach says how, or what is given up. */
export const how: readonly string[] = ['by', 'through', 'instead of', 'rather than', 'in place of', 'so that', 'not'];

/** Words that may stand before the verb that counts. */
export const leadIn: readonly string[] = ['to', 'we will', 'we want to', 'we'];

/** Words that stand before a noun or a verb and say nothing. */
export const article: readonly string[] = [
  'a',
  'an',
  'the',
  'our',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'ten',
];
