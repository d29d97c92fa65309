/** What is the same as in the drawing before is not drawn again, so that a letter costs what it changes. */
import { Component, type ComponentClass, type VNode } from 'preact';
import { isSame } from './keep-made.ts';

/** A component that stays as it is until it is given something other. It must not look at anything that it is not given. */
export function keepDrawn<Props extends object>(draw: (props: Props) => VNode): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const names = Object.keys(next) as (keyof Props)[];
      return names.length !== Object.keys(this.props).length || !names.every((it) => isSame(this.props[it], next[it]));
    }

    override render(props: Props): VNode {
      return draw(props);
    }
  };
}
