import { after, afterEach, before, describe, it } from 'node:test';
import { Stage } from '../e2e/stage.js';
import { App } from './apps.js';
import { live } from './life.js';

const app = new App('lit');

describe('A page of Lit', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
    site = await app.serve(stage, 'dist');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it('gives the element attributes and properties, hears it, moves it in a call, takes it away and brings it back', () =>
    live(stage, site.url));
});
