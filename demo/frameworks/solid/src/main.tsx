import { render } from 'solid-js/web';
import { Standup } from './standup';

render(() => <Standup />, document.getElementById('app')!);
