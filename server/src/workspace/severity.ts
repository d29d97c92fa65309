/** How severe the findings of a rule are in a file. */
import type { PlanFile } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../project/settings.ts';
import type { Rule } from '../rules/rule.ts';

export function severityOf(
  { id, severity }: Rule,
  { uri }: PlanFile,
  { settings, folder }: Pick<Project, 'settings' | 'folder'>,
): Severity {
  const { exceptions, severities, preset } = settings;
  const path = exceptions.length === 0 ? '' : decodePath(uri.slice(folder.length + 1));
  const off = exceptions.some(
    (it) =>
      it.matches(path) &&
      it.off.some((each) => each === id || (each.endsWith('/*') && id.startsWith(each.slice(0, -1)))),
  );
  return off ? 'off' : (severities.get(id) ?? severity[preset]);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
