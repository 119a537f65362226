import { spawn } from 'node:child_process';
import { cpus } from 'node:os';

/** Works in short turns, and ends once who started it is gone: a run that is killed must not leave the machine busy. */
const WORK = `
  const parent = Number(process.argv[1]);
  const work = () => {
    for (const end = Date.now() + 200; Date.now() < end;);
    if (process.ppid === parent) setImmediate(work);
  };
  work();
`;

/** Keeps every core busy until what is returned is called. */
export const burn = (): (() => void) => {
  const burners = cpus().map(() => spawn(process.execPath, ['-e', WORK, String(process.pid)], { stdio: 'ignore' }));
  return () => {
    for (const burner of burners) burner.kill('SIGKILL');
  };
};
