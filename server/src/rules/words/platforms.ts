/** Names of platforms, the same in every language, as of September 2026. Closed ones stay known. */
export const platforms: readonly string[] = [
  ...['twitter', 'facebook', 'instagram', 'insta', 'tiktok', 'tik tok', 'youtube', 'you tube', 'pinterest', 'linkedin'],
  ...['snapchat', 'reddit', 'bluesky', 'mastodon', 'whatsapp', 'telegram', 'wechat', 'discord', 'twitch', 'substack'],
  ...['quora', 'xing', 'google ads', 'google+', 'vine', 'periscope'],
];

/** Names that are everyday words unless they are written exactly so. */
export const platformsAsWritten: readonly string[] = ['X', 'LINE', 'VK', 'Medium', 'Threads'];
