import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second of `/proc/<pid>/stat` (proc(5), `sysconf(_SC_CLK_TCK)`: 100 on every Linux of today). */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** CPU seconds, user and system. */
  readonly seconds: number;
}

/** `undefined` where the process has just ended. */
const read = (pid: number): Process | undefined => {
  try {
    // The command's name stands in brackets, and may have brackets and blanks of its own: state and parent follow it.
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ') ?? [];
    return { pid, parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return undefined;
  }
};

const roleOf = (pid: number): string => {
  try {
    const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const type = /--type=(\S+)/u.exec(command)?.[1];
    const service = /--utility-sub-type=(\w+)/u.exec(command)?.[1];
    return service ?? type ?? (command.includes('-contentproc') ? 'content' : 'browser');
  } catch {
    return 'ended';
  }
};

/** A process and all below it. */
const family = (root: number): Process[] => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? (read(Number(name)) ?? []) : []));
  const mine = new Set([root]);
  for (let size = 0; size !== mine.size;) {
    size = mine.size;
    for (const { pid, parent } of all) if (mine.has(parent)) mine.add(pid);
  }
  return all.filter(({ pid }) => mine.has(pid));
};

/** CPU seconds that a process and all below it have used up to now, by role (`renderer`, `gpu-process`, …). */
export const cpuSeconds = (root: number): Map<string, number> => {
  const byRole = new Map<string, number>();
  for (const { pid, seconds } of family(root)) {
    const role = roleOf(pid);
    byRole.set(role, (byRole.get(role) ?? 0) + seconds);
  }
  return byRole;
};

/** Bytes that a process and all below it have to themselves (`RssAnon` of `/proc/<pid>/status`): not what of files is cached. */
export const ownMemory = (root: number): number =>
  family(root).reduce((sum, { pid }) => {
    try {
      const kilobytes = /^RssAnon:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
      return sum + Number(kilobytes ?? 0) * 1024;
    } catch {
      return sum; // It has just ended.
    }
  }, 0);
