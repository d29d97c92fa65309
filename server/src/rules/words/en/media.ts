/** Words that name a medium, in any case, beside the platforms. A hyphen stands for a space too. */
export const media: readonly string[] = [
  // Social and digital.
  ...['social media', 'social network', 'social networks', 'social networking', 'social', 'new media', 'digital media'],
  ...['digital', 'content', 'content marketing', 'paid social', 'organic social', 'metaverse', 'hashtag', 'hashtags'],
  ...['influencer', 'influencers', 'influencer marketing', 'user-generated content', 'ugc', 'meme', 'memes'],
  // Forms.
  ...['video', 'videos', 'short video', 'short-form video', 'reel', 'reels', 'story', 'stories', 'podcast', 'podcasts'],
  ...['blog', 'blogs', 'blogging', 'vlog', 'newsletter', 'newsletters', 'webinar', 'webinars', 'white paper'],
  ...['white papers', 'infographic', 'infographics', 'live stream', 'livestream', 'live streaming', 'chatbot', 'chat'],
  // One to one.
  ...['email', 'e-mail', 'emails', 'e-mails', 'sms', 'push notification', 'push notifications', 'direct mail'],
  ...['mailing', 'mailings', 'telephone', 'phone', 'qr code', 'qr codes'],
  // Our own places.
  ...['website', 'websites', 'web site', 'web', 'homepage', 'landing page', 'microsite', 'app', 'apps', 'mobile app'],
  ...['mobile', 'intranet', 'point of sale', 'packaging'],
  // Search and advertising.
  ...['search', 'seo', 'sem', 'ppc', 'paid search', 'organic search', 'display', 'display ads', 'banner', 'banners'],
  ...['affiliate', 'affiliates', 'advertising', 'advert', 'adverts', 'ad', 'ads'],
  // Broadcast, print and street.
  ...['television', 'tv', 'radio', 'newspaper', 'newspapers', 'magazine', 'magazines', 'press', 'cinema'],
  ...['out-of-home', 'ooh', 'billboard', 'billboards', 'poster', 'posters', 'leaflet', 'leaflets', 'brochure'],
  ...['brochures', 'catalogue', 'public relations', 'media relations'],
  // Meeting people.
  ...['trade show', 'trade shows', 'trade fair', 'trade fairs', 'exhibition', 'exhibitions', 'event', 'events'],
  ...['sponsorship', 'sponsorships'],
];

/** Words that name a medium only where they are written exactly so: otherwise they are everyday words. */
export const mediaAsWritten: readonly string[] = ['PR', 'AI', 'AR', 'VR'];
