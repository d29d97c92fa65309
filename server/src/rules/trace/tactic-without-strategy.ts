import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { StrategyItem, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { addName, quoted, type Edit } from '../../syntax/write.ts';
import { agree } from '../agreement.ts';
import { capital, listed, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem, reference } from '../suggest.ts';

export const tacticWithoutStrategy: Rule = {
  id: 'trace/tactic-without-strategy',
  finds: 'a tactic that carries out no strategy',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    tactic(tactic, strategy, project) {
      if (!lacks(tactic, 'strategy') || !project.inUse(tactic)) return undefined;
      return {
        at: placeOf(tactic),
        about: [tactic],
        message: message(tactic, project),
        fixes: () => fixes(tactic, project),
      };
    },
  },
};

function message(tactic: Tactic, project: Project): string {
  const noun = nounsOf(project);
  const missing = (['strategy', 'goal', 'kpi'] as const).filter((it) => lacks(tactic, it)).map(noun);
  const served = `${capital(noun('tactic'))} '${nameOf(tactic)}' serves no ${listed(missing, 'or')}`;
  return `${served}, so nobody can say why it is done. Choose a ${noun('strategy')}, or write it under non_goals.`;
}

function fixes(tactic: Tactic, project: Project): readonly Fix[] {
  const noun = nounsOf(project)('strategy');
  const choices = candidates(tactic, project).flatMap((it) =>
    link(`Carry out ${noun} '${nameOf(it)}'`, tactic, 'strategy', it, project),
  );
  return [...choices, ...newStrategy(tactic, project), ...enablingWork(tactic, project)];
}

/** First those that pursue the tactic's goal; then of its chain those that others carry out for the same audience; then all of the chain. */
function candidates(tactic: Tactic, project: Project): readonly StrategyItem[] {
  const { targets, all, inUse, strategyOf } = project;
  const here = strategyOf(tactic);
  if (!here) return [];
  const goals = targets('goal', tactic.goal);
  const strategies = nearby('strategy', here, project);
  const pursuing = goals.length === 0 ? [] : strategies.filter((it) => goals.every((goal) => agree(it, goal, project)));
  const audiences = targets('audience', tactic.audience);
  const neighbours = all('tactic').filter(
    (it) => inUse(it) && targets('audience', it.audience).some((each) => audiences.includes(each)),
  );
  const shared = neighbours.flatMap((it) => targets('strategy', it.strategy)).filter((it) => strategies.includes(it));
  const chain = project.chain(here);
  const above = strategies.filter((it) => chain.some((each) => each === strategyOf(it)));
  return unique([...pursuing, ...shared, ...above]).slice(0, most);
}

function newStrategy(tactic: Tactic, project: Project): readonly Fix[] {
  const document = project.strategyOf(tactic);
  const from = tactic.id?.value;
  if (!document || from === undefined) return [];
  const id = freeId(`behind-${from}`, document);
  const goals = project.targets('goal', tactic.goal).map((it) => reference(it, tactic, project));
  const title = quoted(`The thought behind “${nameOf(tactic)}”`);
  const goal = goals.length > 1 ? `[${goals.join(', ')}]` : goals[0];
  return fix(
    `Begin a new ${nounsOf(project)('strategy')} for it`,
    addName(tactic.node, 'strategy', id),
    newItem(
      'strategy',
      [['id', id], ['title', title], ...(goal === undefined ? [] : [['goal', goal] as const])],
      document,
    ),
  );
}

/** A waiver for each link that the tactic lacks, in the name of the one who answers for the plan. */
function enablingWork(tactic: Tactic, project: Project): readonly Fix[] {
  const document = project.strategyOf(tactic);
  const owner = document?.root.owner[0]?.name;
  const target = tactic.id?.value;
  if (!document || owner === undefined || target === undefined) return [];
  const rules = (['strategy', 'goal', 'kpi'] as const)
    .filter((it) => lacks(tactic, it))
    .map((it) => `trace/tactic-without-${it}`);
  const waivers = rules.map((rule) =>
    newItem(
      'waiver',
      [
        ['rule', rule],
        ['target', target],
        ['reason', 'Enabling work, on which all the rest depends.'],
        ['approved_by', owner],
      ],
      document,
    ),
  );
  return fix(`Accept it as enabling work, approved by '${owner}'`, joined(waivers));
}

/** Several new items at one place: where the first begins their collection, the others follow under the same key. */
function joined(items: readonly (Edit | undefined)[]): Edit | undefined {
  const [first] = items;
  const texts = items.map((it, index) => (index === 0 ? it?.text : it?.text.replace(/^\s*waivers:/, '')) ?? '');
  return first && { at: first.at, text: texts.join('') };
}
