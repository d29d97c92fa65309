/** What things are called. */
import { nameOf, type Item, type Mention as Reference } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Mention } from './plan.ts';
import type { Scene } from './scene.ts';
import { textOf, written } from './statements.ts';

/** The name of an item; never empty, not even for an empty title. */
export function titleOf(item: Item): string {
  return written(nameOf(item)) ?? item.id?.value?.replaceAll('-', ' ') ?? `a ${item.of} without a name`;
}

export function documentTitle({ root, name }: Strategy): string {
  return textOf(root.title) ?? name;
}

/** Roles by their titles, where the configuration has them. */
export function ownerOf(roles: readonly Reference[], { settings }: Project): string | undefined {
  const names = roles.map(({ name }) => written(settings.roles?.get(name)) ?? name);
  return names.length === 0 ? undefined : names.join(', ');
}

/** What a mention leads to, by name and key; what leads nowhere as it is written. */
export function mentionOf(reference: Reference, { project, keys }: Scene): Mention {
  const link = project.find(reference);
  if (link.state === 'found') return { name: titleOf(link.target), key: keys.of(link.target) };
  return { name: reference.name, ...(link.state === 'unclear' && { unclear: true }) };
}
