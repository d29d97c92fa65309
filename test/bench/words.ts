/** What generated plans talk of: a firm that sells things for the garden, and helps with them. */
export const groups = ['new gardeners', 'allotment holders', 'school gardens', 'balcony growers', 'returning buyers'];
export const places = ['north', 'south', 'coast', 'valley', 'city', 'islands', 'border', 'lakes'];
export const effects = [
  'order again within a season',
  'keep their first plants alive',
  'recommend us to a neighbour',
  'finish what they have planted',
  'come back for repairs',
];
export const helps = ['first frost', 'soil and compost', 'pruning', 'watering', 'saving seeds', 'winter storage'];
export const means = ['card', 'letter', 'clip', 'workshop', 'checklist', 'calendar', 'reminder', 'sample'];
export const people = ['ceo', 'comms-lead', 'social-lead', 'care-lead', 'crm-lead', 'insight-lead', 'ops-lead'];
export const sources = ['shop-db', 'web-analytics', 'day-30-survey', 'shared-inbox', 'till'];
export const stages = ['awareness', 'consideration', 'purchase', 'onboarding', 'retention', 'advocacy'];
export const remarks = ['agreed in the spring round', 'see the board paper', 'small team until May', 'a second try'];
export const refusals = ['No discount slips', 'No daily posting quota', 'No printed catalogue', 'No stand at fairs'];

export function slug(...parts: readonly (string | number)[]): string {
  return parts
    .join('-')
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .toLowerCase();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
