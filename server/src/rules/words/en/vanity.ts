/** Numbers that look like success, and what could be counted in their place. */
export interface VanityGroup {
  /** As they are written in the plural; the singular counts only before `counters`. */
  readonly names: readonly string[];
  readonly level?: 'output' | 'out-take';
  /** A bare amount: a share of a named audience is no vanity. */
  readonly raw: boolean;
  /** Whether such numbers are sold. */
  readonly sold?: true;
  /** What says more. */
  readonly instead: readonly string[];
}

/** Words behind which a singular names an amount: “follower growth”. */
export const counters: readonly string[] = ['count', 'counts', 'number', 'numbers', 'growth', 'total', 'totals'];

/** Words behind which a name of the list is a verb: “members who reach their weight”. */
export const verbSigns: readonly string[] = ['who', 'that', 'which', 'to', 'we', 'they', 'can', 'could', 'will'];

export const vanity: readonly VanityGroup[] = [
  {
    names: ['followers', 'fans', 'subscribers', 'community size'],
    level: 'out-take',
    raw: true,
    sold: true,
    instead: [
      'Share of the target audience that follows us',
      'Members of the target audience active again within 30 days',
    ],
  },
  {
    names: ['likes', 'reactions', 'hearts', 'favourites', 'favorites', 'upvotes', 'stars', 'claps'],
    level: 'out-take',
    raw: true,
    sold: true,
    instead: ['Saves by the target audience', 'Clicks of the target audience to the next step'],
  },
  {
    names: ['retweets', 'reposts', 'shares'],
    level: 'out-take',
    raw: true,
    sold: true,
    instead: ['Visitors from the target audience who were sent by others', 'Referred orders'],
  },
  {
    names: ['impressions', 'opportunities to see', 'OTS', 'circulation', 'reach', 'potential reach'],
    level: 'output',
    raw: true,
    instead: ['Prompted recall in the target audience', 'Part of the target audience that saw it'],
  },
  {
    names: ['views', 'plays', 'page views', 'pageviews', 'hits', 'visits', 'sessions', 'traffic'],
    level: 'out-take',
    raw: true,
    instead: ['Completion rate in the target audience', 'Visitors from the target audience who go on to the next step'],
  },
  {
    names: ['downloads', 'installs', 'registered users', 'sign-ups', 'signups'],
    level: 'out-take',
    raw: true,
    instead: ['New users who use it in the first week', 'New users who are still there after 30 days'],
  },
  {
    names: ['mentions', 'buzz', 'hashtag uses'],
    level: 'output',
    raw: true,
    instead: ['Reports that carry our message', 'Sentiment in the target audience'],
  },
  {
    names: ['share of voice', 'trending'],
    level: 'output',
    raw: false,
    instead: ['Share of the target audience that names us first'],
  },
  {
    names: ['engagement', 'engagement rate'],
    level: 'out-take',
    raw: false,
    instead: ['People in the target audience who took the next step, per person who saw it'],
  },
  {
    names: ['comments', 'messages', 'inbox volume'],
    level: 'out-take',
    raw: true,
    instead: ['Questions solved', 'Questions solved at first contact'],
  },
  {
    names: ['open rate', 'open rates'],
    level: 'out-take',
    raw: false,
    instead: ['Clicks per opened mail', 'Replies from the target audience', 'Orders from the mail'],
  },
  {
    names: ['clips', 'clippings', 'press cuttings', 'coverage volume'],
    level: 'output',
    raw: true,
    instead: ['Reports with our message in media that the audience uses'],
  },
  {
    names: ['brand awareness', 'awareness'],
    level: 'out-take',
    raw: true,
    instead: ['Share of the target audience that knows us, by survey'],
  },
  {
    names: ['CTR', 'click-through rate', 'click-through rates', 'clickthrough rate', 'CPC', 'CPM'],
    level: 'output',
    raw: false,
    instead: ['Cost per qualified result'],
  },
  {
    names: ['influencer score', 'influence score', 'social score'],
    raw: false,
    instead: ['What the target audience did because of it'],
  },
];
