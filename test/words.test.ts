import assert from 'node:assert/strict';
import { mediumAsStrategy } from '../server/src/rules/strategy/medium-as-strategy.ts';
import { findPhrases, ownWordsOf, phrases, wordsOf } from '../server/src/rules/phrases.ts';
import { goalAsStrategy } from '../server/src/rules/strategy/goal-as-strategy.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { vanity } from '../server/src/rules/kpi/vanity.ts';
import { folder, workspaceOf } from './kit/marked.ts';

/** The titles of a table. */
function titles(table: string): readonly string[] {
  return table.split(/[|\n]/).flatMap((it) => it.trim() || []);
}

/** Titles of strategies that name a medium and nothing else. */
const mediaAlone = titles(`
  Social media strategy | Our Twitter strategy | Content marketing | Be on TikTok | Launch a podcast
  Use Instagram more | E-mail marketing strategy | Trade show strategy | Website strategy
  Direct-mail marketing plan | Build our presence on LinkedIn | Video first | Mobile-first | Go digital
  Start a newsletter | More webinars | Paid social and organic social | Facebook, Instagram and TikTok
  Influencer campaigns | SEO | Post daily on X | AI strategy | Invest in PR | Making better videos
  Our new Facebook page | Parish magazine
  TWITTER STRATEGY 2027 | our twitter strategy | “Twitter” strategy | Our new app's website | Twitter’s next year
  Digital & social | Social-media plan, Q3 2026 | Posting every day on Instagram | Be active on Threads
  A presence on Medium | Grow our YouTube channel | You Tube | Tik-Tok first | User generated content
  User-generated content programme | Set up a blog | Setting up our intranet | White papers | Out of home
  Out-of-home campaign | Television and radio advertising | Better SEO through better content
  Two newsletters a month | Always-on social media | E-mails and SMS | Focus on trade fairs and exhibitions
  QR codes everywhere | Short-form video on TikTok, Reels and Stories | Public relations | Landing page
  The metaverse | Get on Bluesky and Mastodon | Google Ads and Google+ | ＴｉｋＴｏｋ strategy | Live-streaming events
  Sponsorships
`);

/** Titles in which an audience, a change or a choice is left. */
const saysMore = titles(`
  Let owners teach owners | Win the routine, not the day-tripper
  Put effort into the 90 days after a first purchase | Shift budget from paid search to referral
  Use Instagram to reach young parents before the first birthday
  Answer questions on Reddit where engineers ask them | Become the shop that repairs
  Community of practice for ward nurses | Help new buyers by e-mail in their first 30 days
  Medium-term savings before growth | Display honest prices at the counter | Go direct
  The story of every stone that we sell | Press suppliers for shorter terms | Search for partners in three cities
  Line managers explain the merger first | Teach nurses through short videos at shift change
  Own the second purchase | Make repair cheaper than replacement | Events only where members already meet
  Mobile clinics for villages without a doctor | Radio for drivers on the night shift | Grow through referral
  Turn the app's users into advisers | Two answers a day instead of ten posts
  Strategy 2026 | Our plan | Grow more, every year | Reviews and word of mouth | In-person sales | Community first
  Ai Weiwei invites his visitors | Threads that hold the village together | Draw a line under discounts
  Choose the medium size | Raise the pr of heavy lifters
  Newsletter for night nurses | Fewer, longer letters instead of daily posts
  Search engines find our repair manuals | A podcast by apprentices, for apprentices | Leave Facebook
  Stop advertising | Press on with repairs | Events for widowers | Blog in Welsh
  Webinars that end with a signed trial | Radio silence until the merger is through
  Social housing tenants decide | Digital inclusion of the over-80s | Video calls with the doctor who knows you
  Packaging that comes back | Websites that work without sight | Magazine readers become members
  No more advertising to people who already bought | E-mail courses in place of discounts
  Phone every lapsed donor once | Story circles in every ward | The app replaces the branch
  Chat with an engineer within two minutes | Posters where commuters wait | One catalogue, thrown away never
`);

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

function measuredBy(title: string, more = ''): string {
  return `title: Plan\ntactics:\n  - { id: only, title: Work, kpi: k }\nkpis:\n  - { id: k, title: ${JSON.stringify(title)}${more} }\n`;
}

const wishes = titles(`
  Grow 20 percent | Increase sales | To double orders | We will win more tenders | Be the best
  € 2 m from exports | 20 % more | 5,000 EUR a month | Become the market leader
`);

const ways = titles(`
  Growing together | Be there when it breaks | Increase trust by answering at once
  Reach parents through midwives | Win the routine, not the day-tripper | Double orders so that the van is full
  Repair instead of replace | Five doors, one key
`);

const vanities = titles(`
  Followers | Number of followers | Follower growth | follower-count | Page views per week | Sign-ups | Reach
  CTR | Brand awareness | Share of voice | Total likes | Opportunities-to-see
`);

const soundNames = [
  'Share of sales from members',
  'Viewers who hide a clip',
  'Orders',
  'Members who reach their weight',
  'Time to reach a nurse',
  'Trips with one stop',
  'Readers who liked it',
  'Guests who use the word “likes”',
  'Guests who say `shares`',
  'Calls from https://shop.example/views',
];

suite('words', () => {
  suite('a medium is not a strategy', () => {
    for (const title of mediaAlone) {
      test(`found: ${title}`, () => assert.equal(found(mediumAsStrategy, strategyCalled(title), parish), 1));
    }
    for (const title of saysMore) {
      test(`silent: ${title}`, () => assert.equal(found(mediumAsStrategy, strategyCalled(title), parish), 0));
    }
    test('a medium may come first where the approach says how', () => {
      const how = 'Design every step for the phone at the bus stop, and let desktop follow';
      for (const title of ['Mobile-first', 'Mobile first', 'Video-first strategy']) {
        assert.equal(found(mediumAsStrategy, strategyCalled(title, how)), 0, title);
        assert.equal(found(mediumAsStrategy, strategyCalled(title, 'Phones before desktops')), 1, title);
        assert.equal(
          found(mediumAsStrategy, strategyCalled(title, 'More mobile apps and more mobile websites')),
          1,
          title,
        );
      }
      assert.equal(found(mediumAsStrategy, strategyCalled('Our first podcast', how)), 1);
    });
    test('an approach is tested too, and both are told once', () => {
      assert.equal(found(mediumAsStrategy, strategyCalled('Let owners teach owners', 'Use Instagram more')), 1);
      assert.equal(found(mediumAsStrategy, strategyCalled('Social media', 'Use Instagram more')), 1);
    });
    test("a project's own words count as well", () => {
      assert.equal(found(mediumAsStrategy, strategyCalled('Parish magazine')), 0);
      assert.equal(found(mediumAsStrategy, strategyCalled('More beer mats'), 'words: { media: [beer mats] }\n'), 1);
    });
    test('the language is the nearest in the chain, and without lists for it nothing is said', () => {
      const plan = strategyCalled('Social media').replace('title: Plan', 'title: Plan\nlanguage: de-AT');
      assert.equal(found(mediumAsStrategy, plan), 0);
      assert.equal(found(mediumAsStrategy, plan.replace('de-AT', 'en-GB')), 1);
    });
  });

  suite('a wish is not a strategy', () => {
    for (const it of wishes) test(`found: ${it}`, () => assert.equal(found(goalAsStrategy, strategyCalled(it)), 1));
    for (const it of ways) test(`silent: ${it}`, () => assert.equal(found(goalAsStrategy, strategyCalled(it)), 0));
  });

  suite('vanity', () => {
    for (const it of vanities) test(`found: ${it}`, () => assert.equal(found(vanity, measuredBy(it)), 1));
    for (const it of soundNames) test(`silent: ${it}`, () => assert.equal(found(vanity, measuredBy(it)), 0));
    test('a share of a named audience is no bare amount; an engagement rate stays one', () => {
      const whose = ', audience: all, unit: percent';
      assert.equal(found(vanity, measuredBy('Followers', whose)), 0);
      assert.equal(found(vanity, measuredBy('Followers', ', audience: all, unit: count')), 1);
      assert.equal(found(vanity, measuredBy('Followers', ', unit: percent')), 1);
      assert.equal(found(vanity, measuredBy('Engagement rate', whose)), 1);
      assert.equal(found(vanity, measuredBy('Engagement rate of followers', whose)), 1);
    });
    test('only where success is judged by it, and where it leads to no outcome', () => {
      const silent = [
        'role: diagnostic',
        'role: guardrail',
        'level: outcome',
        'status: retired',
        'drives: plan/gone',
        'role: vain',
      ];
      for (const it of silent) assert.equal(found(vanity, measuredBy('Followers', `, ${it}`)), 0, it);
      assert.equal(found(vanity, measuredBy('Followers').replace('kpi: k', 'kpi: [k, other]')), 0);
      assert.equal(found(vanity, measuredBy('Followers').replace('kpi: k', 'kpi: k, status: dropped')), 0);
    });
  });

  test('phrases are found longest first, and no word twice', () => {
    const list = phrases(['social media', 'media', 'new media'], ['X']);
    const places = findPhrases(wordsOf('New social-media, X and x'), list).map(({ from, to }) => [from, to]);
    assert.deepEqual(places, [
      [1, 3],
      [3, 4],
    ]);
  });

  test('words keep their places in the text, and quoted ones are left out', () => {
    const text = 'The owners’ “own words” and the café’s app';
    const words = ownWordsOf(text);
    for (const { written, start, end } of words) assert.ok(text.slice(start, end).startsWith(written));
    assert.deepEqual(
      words.map((it) => it.text),
      ['the', 'owners', 'and', 'the', 'café', 'app'],
    );
  });
});
