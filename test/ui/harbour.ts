/** A small workspace of two plans, in which one tactic names no goal and all else holds. */
const company = `title: Harbour Books 2026
kind: company
intent: Be the bookshop that families come back to.
owner: mara
period: 2026
situation:
  challenge: Families come once a year, before Christmas, and buy the rest online.
metrics:
  - { id: family-sales, title: Sales to families, category: revenue, direction: increase, unit: EUR }
goals:
  - id: families-return
    title: Families come back every month
    metric: family-sales
    objectives:
      - { kpi: monthly-families, baseline: 120, target: 200, by: 2026-12-31 }
kpis:
  - id: monthly-families
    title: Families who bought in the month
    level: outcome
    unit: count
    direction: increase
    source: till
    cadence: monthly
strategies:
  - id: part-of-the-week
    title: Become part of a family's week
    approach: Give families a reason to come that is not a purchase.
    goal: families-return
    trade_offs: [No city-wide advertising]
`;

const shop = `title: Shop plan 2026
kind: communications
parent: company
intent: Fill the shop with families on quiet days.
owner: mara
period: 2026
channels:
  - id: shop-floor
    title: The shop itself
    type: point-of-sale
    role: promotion
    stages: [retention]
tactics:
  - id: story-hour
    title: Saturday story hour
    strategy: company/part-of-the-week
    goal: company/families-return
    kpi: company/monthly-families
    channel: shop-floor
    owner: mara
    start: 2026-02-01
    status: active
  - id: new-window
    title: A new window every month
    strategy: company/part-of-the-week
    kpi: company/monthly-families
    channel: shop-floor
    owner: mara
    start: 2026-03-01
    status: planned
`;

export const harbour = {
  'strategy.config.yaml': 'preset: starter\n',
  'company.strategy.yaml': company,
  'shop.strategy.yaml': shop,
} as const;
