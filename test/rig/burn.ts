import { spawn } from 'node:child_process';
import { cpus } from 'node:os';

/** Keeps every core busy until what is returned is called. */
export const burn = (): (() => void) => {
  const burners = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  return () => {
    for (const burner of burners) burner.kill('SIGKILL');
  };
};
