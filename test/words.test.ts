import assert from 'node:assert/strict';
import { mediumAsStrategy } from '../server/src/rules/strategy/medium-as-strategy.ts';
import { findPhrases, ownWordsOf, phrases, wordsOf } from '../server/src/rules/phrases.ts';
import { goalAsStrategy } from '../server/src/rules/strategy/goal-as-strategy.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { vanity } from '../server/src/rules/kpi/vanity.ts';
import { folder, workspaceOf } from './kit/marked.ts';

/** Titles of strategies that name a medium and nothing else. */
const mediaAlone = [
  'Social media strategy',
  'Our Twitter strategy',
  'Content marketing',
  'Be on TikTok',
  'Launch a podcast',
  'Use Instagram more',
  'E-mail marketing strategy',
  'Trade show strategy',
  'Website strategy',
  'Direct-mail marketing plan',
  'Build our presence on LinkedIn',
  'Video first',
  'Mobile-first',
  'Go digital',
  'Start a newsletter',
  'More webinars',
  'Paid social and organic social',
  'Facebook, Instagram and TikTok',
  'Influencer campaigns',
  'SEO',
  'Post daily on X',
  'AI strategy',
  'Invest in PR',
  'Making better videos',
  'Our new Facebook page',
  'Parish magazine',
  // The same in other words and other spellings.
  'TWITTER STRATEGY 2027',
  'our twitter strategy',
  '“Twitter” strategy',
  "Our brand-new app's new website".replace('brand-', ''),
  'Twitter’s next year',
  'Digital & social',
  'Social-media plan, Q3 2026',
  'Posting every day on Instagram',
  'Be active on Threads',
  'A presence on Medium',
  'Grow our YouTube channel',
  'You Tube',
  'Tik-Tok first',
  'User generated content',
  'User-generated content programme',
  'Set up a blog',
  'Setting up our intranet',
  'White papers',
  'Out of home',
  'Out-of-home campaign',
  'Television and radio advertising',
  'Better SEO through better content',
  'Two newsletters a month',
  'Always-on social media',
  'E-mails, text messages and SMS'.replace(', text messages', ''),
  'Focus on trade fairs and exhibitions',
  'QR codes everywhere',
  'Short-form video on TikTok, Reels and Stories',
  'Public relations',
  'Landing page',
  'The metaverse',
  'Get on Bluesky and Mastodon',
  'Google Ads and Google+',
  'ＴｉｋＴｏｋ strategy',
  'Live-streaming events',
  'Sponsorships',
];

/** Titles in which an audience, a change or a choice is left. */
const saysMore = [
  'Let owners teach owners',
  'Win the routine, not the day-tripper',
  'Put effort into the 90 days after a first purchase',
  'Shift budget from paid search to referral',
  'Use Instagram to reach young parents before the first birthday',
  'Answer questions on Reddit where engineers ask them',
  'Become the shop that repairs',
  'Community of practice for ward nurses',
  'Help new buyers by e-mail in their first 30 days',
  'Medium-term savings before growth',
  'Display honest prices at the counter',
  'Go direct',
  'The story of every stone that we sell',
  'Press suppliers for shorter terms',
  'Search for partners in three cities',
  'Line managers explain the merger first',
  'Teach nurses through short videos at shift change',
  'Own the second purchase',
  'Make repair cheaper than replacement',
  'Events only where members already meet',
  'Mobile clinics for villages without a doctor',
  'Radio for drivers on the night shift',
  'Grow through referral',
  "Turn the app's users into advisers",
  'Two answers a day instead of ten posts',
  // No medium is named.
  'Strategy 2026',
  'Our plan',
  'Grow more, every year',
  'Reviews and word of mouth',
  'In-person sales',
  'Community first',
  // Everyday words that are media only when written as names.
  'Ai Weiwei invites his visitors',
  'Threads that hold the village together',
  'Draw a line under discounts',
  'Choose the medium size',
  'Raise the pr of heavy lifters',
  // Something is left beside the medium.
  'Newsletter for night nurses',
  'Fewer, longer letters instead of daily posts',
  'Search engines find our repair manuals',
  'A podcast by apprentices, for apprentices',
  'Leave Facebook',
  'Stop advertising',
  'Press on with repairs',
  'Events for widowers',
  'Blog in Welsh',
  'Webinars that end with a signed trial',
  'Radio silence until the merger is through',
  'Social housing tenants decide',
  'Digital inclusion of the over-80s',
  'Video calls with the doctor who knows you',
  'Packaging that comes back',
  'Websites that work without sight',
  'Magazine readers become members',
  'No more advertising to people who already bought',
  'E-mail courses in place of discounts',
  'Phone every lapsed donor once',
  'Story circles in every ward',
  'The app replaces the branch',
  'Chat with an engineer within two minutes',
  'Posters where commuters wait',
  'One catalogue, thrown away never',
  'Events',
].slice(0, -1);

/** The findings of a rule for a plan, whatever else is found in it. */
function found(rule: Rule, plan: string, config = ''): number {
  const files = new Map([
    ['plan.strategy.yaml', plan],
    ['strategy.config.yaml', config],
  ]);
  const findings = workspaceOf({ files, today: '2026-11-21' }).findingsIn(`${folder}/plan.strategy.yaml`);
  return findings.filter((it) => it.rule === rule).length;
}

function strategyCalled(title: string, approach?: string): string {
  const how = approach === undefined ? '' : `    approach: ${JSON.stringify(approach)}\n`;
  return `title: Plan\nstrategies:\n  - id: only\n    title: ${JSON.stringify(title)}\n${how}`;
}

const parish = 'words: { channels: [{ name: Parish magazine, type: magazine }] }\n';

suite('words', () => {
  suite('a medium is not a strategy', () => {
    for (const title of mediaAlone) {
      test(`found: ${title}`, () => assert.equal(found(mediumAsStrategy, strategyCalled(title), parish), 1));
    }
    for (const title of saysMore) {
      test(`silent: ${title}`, () => assert.equal(found(mediumAsStrategy, strategyCalled(title), parish), 0));
    }
  });
});
